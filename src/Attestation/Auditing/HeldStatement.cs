using Gates.Attestation.Log;
using Gates.Attestation.Statements;
using Gates.Attestation.Verification;

namespace Gates.Attestation.Auditing;

/// <summary>A statement on an evidence branch that a trusted key signed in its time and that the branch's own log holds.</summary>
/// <param name="Year">The log's year.</param>
/// <param name="Statement">What it says.</param>
/// <param name="File">The bundle.</param>
/// <param name="Leaf">Its entry.</param>
internal sealed record HeldStatement(int Year, Statement Statement, VerifiedFile File, LogLeaf Leaf)
{
    public string Path => File.Path;

    /// <value>The release that it names; <see langword="null"/> when it names none.</value>
    public NamedRelease? Release { get; } = NamedRelease.Of(Statement);

    /// <value>Of a release decision what it says, such as <c>PASSED</c>; <see langword="null"/> of anything else.</value>
    public string? Decision { get; } = Statement.PredicateType == StatementKinds.Decision ? StatementKinds.DecisionOf(Statement) : null;

    /// <value>How to name it: <c>entry 41 of 2026, audit/2026/…</c>.</value>
    public string Place => FormattableString.Invariant($"entry {Leaf.Sequence} of {Year}, {Path}");
}
