namespace Gates.Attestation.Controls;

/// <param name="Glob">What no file matches.</param>
/// <param name="Nearest">The file that comes nearest to it, if any does.</param>
internal sealed record MissingEvidence(string Glob, string? Nearest)
{
    public override string ToString() => $"{Glob} matches no file{(Nearest is null ? "" : $"; nearest: {Nearest}")}";
}
