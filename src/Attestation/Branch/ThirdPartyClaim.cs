using System.Text.RegularExpressions;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;

namespace Gates.Attestation.Branch;

/// <summary>What a statement on the evidence branch says of another tool's file; nothing of it has been checked.</summary>
/// <param name="Path">The statement.</param>
/// <param name="Name">What the file was called.</param>
/// <param name="Sha256">The file's digest.</param>
internal sealed partial record ThirdPartyClaim(string Path, string Name, string Sha256)
{
    public required byte[] Bundle { get; init; }

    public required DsseEnvelope Envelope { get; init; }

    public required string Type { get; init; }

    /// <value>The commit that the file is about, its full id; <see langword="null"/> when it was logged outside a repository.</value>
    public required string? Commit { get; init; }

    /// <value>Where the file is on the branch; <see langword="null"/> when only its digest was logged.</value>
    public required string? File { get; init; }

    /// <summary>The type that a path names; <see langword="null"/> when no such statement stands there.</summary>
    public static string? TypeOf(string path) => StatementPath().Match(path) is { Success: true } match ? match.Groups["type"].Value : null;

    /// <returns><see langword="null"/> when it is about something else.</returns>
    /// <exception cref="Gates.Attestation.EvidenceFormatException">It is no signed statement, or one that `gates evidence add` would not make.</exception>
    public static ThirdPartyClaim? Read(byte[] bundle, string path)
    {
        var envelope = SigstoreBundle.Read(bundle, path).Envelope;
        var statement = Statement.Read(envelope, path);
        if (statement.PredicateType != ThirdPartyFile.PredicateType
            || statement.Subjects is not [{ Name.Length: > 0 } subject]
            || subject.Name.Any(char.IsControl)
            || !subject.Digest.TryGetValue("sha256", out var digest))
        {
            return null;
        }

        var predicate = new EvidenceJson(statement.Predicate, path, "predicate");
        return new ThirdPartyClaim(path, subject.Name, digest)
        {
            Bundle = bundle,
            Envelope = envelope,
            Type = predicate.Text("type"),
            Commit = predicate.OptionalText("commit") is not { } commit
                ? null
                : CommitId().IsMatch(commit) ? commit : throw predicate.Wrong("commit", "is not the full id of a commit"),
            File = predicate.OptionalText("path") is not { } file
                ? null
                : LogLeaf.IsPath(file) ? file : throw predicate.Wrong("path", "is no path on an evidence branch"),
        };
    }

    [GeneratedRegex(
        @"^audit/[0-9]{4}/[0-9]{2}/[0-9]{2}/[0-9]{8}T[0-9]{6}Z-(?<type>[a-z]+)-[0-9a-f]{16}-[0-9a-f]{16}\.json\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex StatementPath();

    [GeneratedRegex(@"^([0-9a-f]{40}|[0-9a-f]{64})\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CommitId();
}
