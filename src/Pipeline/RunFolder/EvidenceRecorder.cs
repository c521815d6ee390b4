using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Gates.Doors.Files;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;

namespace Gates.Pipeline.RunFolder;

/// <summary>Writes what is needed to judge a run again without its repository: <c>evidence/</c>, <c>settings/</c> and <c>policies/</c>.</summary>
/// <param name="folder">Where to.</param>
/// <param name="mostEvidence">Bytes of one gate's evidence beyond which only its digest is kept. Default: 16 MiB.</param>
internal sealed class EvidenceRecorder(OutputFolder folder, long mostEvidence = 16L << 20)
{
    private IReadOnlyList<KeptGate>? kept;

    /// <summary>The gates in the order of reports, with their files; those are written when this is first asked.</summary>
    public IReadOnlyList<KeptGate> Keep(RunReport report) => kept ??= [.. FindingOrder.Gates(report).Select(Keep)];

    private static void WriteEvidence(GateResult gate, Stream stream)
    {
        // A writer of JSON would hold all of it once more.
        stream.Write("{\"kind\":\""u8);
        stream.Write(JsonEncodedText.Encode(gate.Evidence!.Kind).EncodedUtf8Bytes);
        stream.Write("\",\"facts\":"u8);
        stream.Write(Raw(gate.Evidence.Facts));
        stream.Write("}"u8);
    }

    /// <summary>The text as it was collected. Writing it anew would throw at names that are not Unicode, which a repository may hold.</summary>
    private static ReadOnlySpan<byte> Raw(JsonElement element) => JsonMarshal.GetRawUtf8Value(element);

    private KeptGate Keep(GateResult gate)
    {
        var name = Escape.FileName(gate.GateId) + ".json";
        return new KeptGate(
            gate,
            Keep($"policies/{gate.Policy.Digest}.js", stream => stream.Write(Encoding.UTF8.GetBytes(gate.Policy.Text)), long.MaxValue),
            Keep("settings/" + name, stream => stream.Write(Raw(gate.Settings)), long.MaxValue),
            gate.Evidence is null ? null : Keep("evidence/" + name, stream => WriteEvidence(gate, stream), mostEvidence));
    }

    private KeptFile Keep(string name, Action<Stream> write, long most)
    {
        using var content = new DigestStream(Stream.Null);
        write(content);
        if (content.Length > most)
        {
            return new KeptFile(null, content.Digest(), content.Length);
        }

        folder.Write(name, write);
        return new KeptFile(name, content.Digest(), content.Length);
    }
}
