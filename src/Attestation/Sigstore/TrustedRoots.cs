using System.Text;
using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Sigstore;

/// <summary>The instances of Sigstore that a verifier believes: one JSON document, or one a line, as <c>gh attestation trusted-root</c> prints them.</summary>
/// <param name="Source">How to name where they are from.</param>
internal sealed record TrustedRoots(IReadOnlyList<TrustedRoot> All, string Source)
{
    /// <value>Where a repository keeps them, on its default branch.</value>
    public const string Path = ".github/gates-trusted-root.json";

    private const int MaxRoots = 20;

    /// <exception cref="EvidenceFormatException">Something in it is no trusted root.</exception>
    public static TrustedRoots Read(ReadOnlyMemory<byte> utf8, string source)
    {
        var lines = Lines(utf8);
        return lines.Count <= MaxRoots
            ? new TrustedRoots(
                lines.Count == 1
                    ? [TrustedRoot.Read(utf8, source)]
                    : [.. lines.Select((line, index) => TrustedRoot.Read(Encoding.UTF8.GetBytes(line), FormattableString.Invariant($"{source}:{index + 1}")))],
                source)
            : throw new EvidenceFormatException(FormattableString.Invariant($"{source}: {lines.Count} trusted roots; {MaxRoots} are the most"));
    }

    /// <summary>JSON lines only if every line is an object: a document over several lines has none that is.</summary>
    private static List<string> Lines(ReadOnlyMemory<byte> utf8)
    {
        var lines = Encoding.UTF8.GetString(utf8.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        return lines.Count > 1 && lines.TrueForAll(static line => line is ['{', .., '}']) ? lines : [""];
    }
}
