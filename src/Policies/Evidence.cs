using System.Text.Json;

namespace Gates.Policies;

/// <summary>The facts a gate collected. Its digest is what gets signed.</summary>
/// <param name="Kind">What the facts are about, for example <c>dlp-scan/v1</c>.</param>
/// <param name="Facts">A JSON object.</param>
public sealed record Evidence(string Kind, JsonElement Facts);
