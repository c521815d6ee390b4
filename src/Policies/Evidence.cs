using System.Text.Json;

namespace Gates.Policies;

/// <summary>The facts a gate collected. Its digest is what gets signed.</summary>
/// <param name="Kind">What the facts are about, for example <c>dlp-scan/v1</c>.</param>
/// <param name="Facts">A JSON object.</param>
public sealed record Evidence(string Kind, JsonElement Facts)
{
    /// <value>
    /// Who the roles in the facts are, by role, such as <c>person-1</c>. No policy sees it, and it is kept only as commitments that can be forgotten. Default:
    /// nobody.
    /// </value>
    public IReadOnlyDictionary<string, string> People { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
