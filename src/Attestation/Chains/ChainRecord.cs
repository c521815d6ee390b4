using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Chains;

/// <summary>A record of a chain that others keep: <c>timestamp</c>, <c>type</c>, <c>previous_hash</c>, <c>evidence</c>.</summary>
/// <param name="Place">File, and line or index where it holds several.</param>
/// <param name="Bytes">The record as it stands.</param>
/// <param name="Time">Its timestamp.</param>
/// <param name="Type">In its keeper's words.</param>
/// <param name="Previous">What it says of the record before: a digest, or nothing.</param>
internal sealed partial record ChainRecord(string Place, byte[] Bytes, DateTimeOffset Time, string Type, string? Previous)
{
    private static readonly string[] Names = ["timestamp", "type", "previous_hash", "evidence"];

    /// <value>How many hexadecimal digits a digest has.</value>
    private const int DigestLength = 64;

    /// <value>What the first record of a chain may say of the one before it.</value>
    public bool IsFirst => string.IsNullOrEmpty(Previous) || Previous == new string('0', DigestLength);

    /// <summary>Whether a document is meant as such a record.</summary>
    public static bool IsOne(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && Names.All(name => value.TryGetProperty(name, out _)) && value.EnumerateObject().Count() == Names.Length;

    /// <param name="value">The record.</param>
    /// <param name="bytes">The same, as it stands.</param>
    /// <param name="place">See <see cref="Place"/>.</param>
    /// <exception cref="EvidenceFormatException">It is no such record.</exception>
    public static ChainRecord Read(JsonElement value, byte[] bytes, string place)
    {
        var json = new EvidenceJson(value, place, "");
        if (value.EnumerateObject().Select(one => one.Name).FirstOrDefault(name => !Names.Contains(name, StringComparer.Ordinal)) is { } other)
        {
            throw json.Wrong(other, $"a record has {string.Join(", ", Names)}, and nothing else");
        }

        if (!value.TryGetProperty("previous_hash", out _))
        {
            throw json.Wrong("previous_hash", "is missing; the first record has 64 zeros, an empty text or null");
        }

        _ = json.Object("evidence");
        var previous = json.OptionalText("previous_hash");
        return new ChainRecord(
            place,
            bytes,
            Timestamp().IsMatch(json.Text("timestamp")) && DateTimeOffset.TryParse(json.Text("timestamp"), CultureInfo.InvariantCulture, out var time)
                ? time
                : throw json.Wrong("timestamp", "is no time such as 2025-09-24T10:00:00Z"),
            json.Text("type") is { Length: > 0 and <= 200 } type ? type : throw json.Wrong("type", "1 to 200 characters are wanted"),
            string.IsNullOrEmpty(previous) ? null : Digest(previous) ?? throw json.Wrong("previous_hash", "is no SHA-256: 64 digits of hex are wanted"));
    }

    /// <returns>A SHA-256 in lower-case hex; <see langword="null"/> when the text is none. It may be written in capitals, and behind <c>sha256:</c>.</returns>
    public static string? Digest(string text) => Sha256().Match(text) is { Success: true } match ? match.Groups["digest"].Value.ToLowerInvariant() : null;

    [GeneratedRegex(@"^(sha256:)?(?<digest>[0-9A-Fa-f]{64})\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Sha256();

    [GeneratedRegex(
        @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Timestamp();
}
