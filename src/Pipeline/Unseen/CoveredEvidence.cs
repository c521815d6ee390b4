using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Gates.Policies;

namespace Gates.Pipeline.Unseen;

/// <summary>Puts what a gate looked at beside its facts.</summary>
internal static class CoveredEvidence
{
    /// <summary>For what is added: growing would copy facts of megabytes.</summary>
    private const int Room = 16 << 10;

    /// <summary>The same evidence with <see cref="CoverageSummary.Property"/>; unchanged when nothing was reported, or the facts are no object.</summary>
    public static Evidence Of(Evidence evidence, CoverageSummary? coverage)
    {
        if (coverage is null || evidence.Facts.ValueKind != JsonValueKind.Object || evidence.Facts.TryGetProperty(CoverageSummary.Property, out _))
        {
            return evidence;
        }

        // As text: writing the facts anew would throw at names that are not Unicode, which a repository may hold.
        var facts = JsonMarshal.GetRawUtf8Value(evidence.Facts).TrimEnd(" \t\r\n"u8)[..^1].TrimEnd(" \t\r\n"u8);
        var added = new ArrayBufferWriter<byte>(facts.Length + Room);
        added.Write(facts);
        added.Write(facts is [.., (byte)'{'] ? "\"coverage\":"u8 : ",\"coverage\":"u8);
        using (var json = new Utf8JsonWriter(added))
        {
            coverage.Write(json);
        }

        added.Write("}"u8);
        var reader = new Utf8JsonReader(added.WrittenSpan, new JsonReaderOptions { MaxDepth = 1000 });
        return evidence with { Facts = JsonElement.ParseValue(ref reader) };
    }
}
