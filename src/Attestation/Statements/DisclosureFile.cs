using System.Buffers.Text;
using System.Text.Json;
using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Statements;

/// <summary>Openings of commitments as a file: <c>{"version": 1, "disclosures": {"COMMITMENT": "OPENING"}}</c>.</summary>
internal static class DisclosureFile
{
    private const int Version = 1;

    public static byte[] Write(IEnumerable<Disclosure> disclosures)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartObject("disclosures");
            foreach (var disclosure in disclosures.OrderBy(one => one.Digest, StringComparer.Ordinal))
            {
                json.WriteString(disclosure.Digest, disclosure.Text);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <param name="bytes">The file.</param>
    /// <param name="place">Its name, for messages.</param>
    /// <exception cref="EvidenceFormatException">It is another file, or an opening does not open its commitment.</exception>
    public static IReadOnlyList<Opening> Read(byte[] bytes, string place)
    {
        var file = EvidenceJson.Parse(bytes, place);
        if (file.Number("version") != Version)
        {
            throw file.Wrong("version", "1 is wanted, the only version this program knows");
        }

        var disclosures = file.Object("disclosures");
        return [.. disclosures.Value.EnumerateObject().Select(one => Read(new Disclosure(one.Name, disclosures.Text(one.Name)), place))];
    }

    private static Opening Read(Disclosure disclosure, string place)
    {
        if (Commitments.DigestOf(disclosure.Text) != disclosure.Digest)
        {
            throw new EvidenceFormatException($"{place}: disclosures.{disclosure.Digest}: does not open this commitment");
        }

        try
        {
            return JsonSerializer.Deserialize(Base64Url.DecodeFromChars(disclosure.Text), DisclosureJson.Default.StringArray) is [_, { } name, { } value]
                ? new Opening(disclosure, name, value)
                : throw Wrong(null);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw Wrong(e);
        }

        EvidenceFormatException Wrong(Exception? inner) =>
            new($"{place}: disclosures.{disclosure.Digest}: base64url of [salt, name, value] is wanted", inner);
    }
}

/// <summary>A disclosure and what it shows: personal data, never to be printed or signed.</summary>
/// <param name="Disclosure">As it is kept.</param>
/// <param name="Name">What kind of value it is: <c>login</c>, <c>owner</c>, <c>actor</c>.</param>
/// <param name="Value">The value.</param>
internal sealed record Opening(Disclosure Disclosure, string Name, string Value);
