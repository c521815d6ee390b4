using System.Text.Json;
using Gates.Pipeline.Results;

namespace Gates.Attestation.Statements;

/// <summary>The rules that a gate looked for, where its evidence names them: they decide what a policy gets to see.</summary>
/// <param name="Version">The version of the program that they came with.</param>
/// <param name="Digest">SHA-256 over all of them, in lower-case hexadecimal.</param>
internal sealed record CollectedRules(string? Version, string Digest)
{
    private const int DigestLength = 64;

    /// <returns><see langword="null"/> when the evidence names none.</returns>
    public static CollectedRules? Of(GateResult result) =>
        result.Evidence is { Facts: { ValueKind: JsonValueKind.Object } facts }
        && facts.TryGetProperty("rules", out var rules) && rules.ValueKind == JsonValueKind.Object
        && Text(rules, "digest") is { Length: DigestLength } digest && digest.All(char.IsAsciiHexDigitLower)
            ? new CollectedRules(Text(rules, "version"), digest)
            : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
