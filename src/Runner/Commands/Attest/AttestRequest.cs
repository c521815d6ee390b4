using Gates.Attestation.Controls;

namespace Gates.Runner.Commands.Attest;

/// <summary>What <c>gates attest</c> was asked to do; paths as the user wrote them.</summary>
internal sealed record AttestRequest
{
    public required string Tag { get; init; }

    /// <value>From the repository's root.</value>
    public string Catalog { get; init; } = ControlCatalogue.DefaultPath;

    public string Evidence { get; init; } = EvidenceFolder.DefaultPath;

    /// <value>The folder with the files of the release; <see langword="null"/> when none is named.</value>
    public string? Artifacts { get; init; }

    /// <value>Trusted keys; <see langword="null"/> for the keyring on the remote's default branch.</value>
    public string? Trust { get; init; }

    /// <value>The default branch that a job's event names; <see langword="null"/> outside a job.</value>
    public string? DefaultBranch { get; init; }

    /// <value>The repository as people know it; <see langword="null"/> to take it from where it was cloned from.</value>
    public string? Repository { get; init; }

    /// <value>The id of the key that will sign, or the identity of who signs without one.</value>
    public string? KeyId { get; init; }

    /// <value>Whether nobody's key signs; the keyring then has no say.</value>
    public bool IsKeyless { get; init; }

    /// <value>The command that repeats this, without what differs from machine to machine.</value>
    public string Command => string.Join(' ', new[]
    {
        "gates attest", Quote(Tag), "--catalog", Quote(Catalog), "--evidence", Quote(Evidence),
        Artifacts is null ? "" : "--artifacts " + Quote(Artifacts), Trust is null ? "" : "--trust " + Quote(Trust),
    }.Where(part => part.Length > 0));

    /// <summary>As a shell takes it for one word.</summary>
    private static string Quote(string word) =>
        word.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-' or '@' or '+')
            ? word
            : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
