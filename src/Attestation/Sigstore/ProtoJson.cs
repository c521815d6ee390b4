using System.Globalization;
using System.Text.Json;
using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Sigstore;

/// <summary>Protobuf's mapping to JSON: 64-bit numbers are texts, and a field with its default value is left out.</summary>
internal static class ProtoJson
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static bool Has(this EvidenceJson json, string key) => json.Value.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>A number that cannot be negative: a size, an index or a time.</summary>
    public static long Count(this EvidenceJson json, string key)
    {
        if (!json.Has(key))
        {
            return 0;
        }

        var value = json.Value.GetProperty(key);
        var isRead = value.ValueKind == JsonValueKind.String
            ? long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            : json.Number(key) is var plain && (number = plain) >= 0;
        return isRead ? number : throw json.Wrong(key, "a whole number that is not negative is wanted");
    }

    public static byte[] OptionalBytes(this EvidenceJson json, string key) => json.Has(key) ? json.Bytes(key) : [];

    /// <exception cref="EvidenceFormatException">It has more elements than anybody makes: each costs work.</exception>
    public static IReadOnlyList<EvidenceJson> List(this EvidenceJson json, string key, int most)
    {
        IReadOnlyList<EvidenceJson> list = json.Has(key) ? json.Array(key) : [];
        return list.Count <= most ? list : throw TooMany(json, key, list.Count, most);
    }

    /// <summary>A list of base64 texts.</summary>
    /// <inheritdoc cref="List" path="/exception"/>
    public static IReadOnlyList<byte[]> BytesList(this EvidenceJson json, string key, int most)
    {
        if (!json.Has(key))
        {
            return [];
        }

        var value = json.Value.GetProperty(key);
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw json.Wrong(key, "a list is wanted");
        }

        if (value.GetArrayLength() is var length && length > most)
        {
            throw TooMany(json, key, length, most);
        }

        return [.. value.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String && one.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : throw json.Wrong(key, "damaged base64"))];
    }

    /// <summary>A moment of RFC 3339, with or without a fraction.</summary>
    public static DateTimeOffset? Moment(this EvidenceJson json, string key) => json.OptionalText(key) is not { } text
        ? null
        : text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var time)
            ? time
            : throw json.Wrong(key, $"`{text}` is not a time such as 2026-01-31T08:00:00Z");

    private static EvidenceFormatException TooMany(EvidenceJson json, string key, int count, int most) =>
        json.Wrong(key, FormattableString.Invariant($"{count} elements, where {most} are the most"));
}
