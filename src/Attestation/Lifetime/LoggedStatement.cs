using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Lifetime;

/// <summary>A statement that is in a log, signed by an evidence key that counted when it was logged.</summary>
/// <param name="Log">The log's name, with its year.</param>
/// <param name="Leaf">Its entry.</param>
/// <param name="Statement">What it says.</param>
internal sealed record LoggedStatement(string Log, LogLeaf Leaf, Statement Statement)
{
    /// <summary>The entries of a log that may name such statements.</summary>
    /// <param name="log">The log.</param>
    /// <param name="filter">Which.</param>
    /// <exception cref="LogException">An entry is not what was signed.</exception>
    public static IReadOnlyList<LogLeaf> Leaves(LogReader log, Predicate<LogLeaf> filter) =>
        [.. log.All().Index().Where(one => filter(one.Item)).Select(one => log.Leaf(one.Index))];

    /// <summary>Whether an entry's file has a name, as <see cref="Branch.BundleFolder.PathOf"/> writes it.</summary>
    public static bool IsNamed(LogLeaf leaf, string name) =>
        leaf.Path.Contains($"Z-{name}-", StringComparison.Ordinal) && leaf.Path.EndsWith(".json", StringComparison.Ordinal);

    /// <param name="log">The log's name.</param>
    /// <param name="leaf">An entry that was proven to be in it.</param>
    /// <param name="file">What lies at its path.</param>
    /// <param name="trust">Whom to believe.</param>
    /// <exception cref="LogException">The file is missing, or not the one that was logged.</exception>
    /// <exception cref="EvidenceFormatException">It is no statement, or nobody who is trusted signed it.</exception>
    public static LoggedStatement Read(string log, LogLeaf leaf, byte[]? file, TrustedKeys trust)
    {
        if (file is null || Sha256Hex.Of(file) != leaf.Sha256)
        {
            var what = file is null ? "missing" : "not the file that was logged";
            throw new LogException(LogFault.EvidenceEdited, FormattableString.Invariant($"{leaf.Path}: {what}; entry {leaf.Sequence} of {log} names it"));
        }

        var envelope = SigstoreBundle.Read(file, leaf.Path).Envelope;
        var verdict = trust.Check(envelope, KeyUse.Evidence, leaf.Time);
        return verdict.Signer is not null
            ? new LoggedStatement(log, leaf, Statement.Read(envelope, leaf.Path))
            : throw new EvidenceFormatException($"{leaf.Path}: {verdict.Problem}");
    }
}
