using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Gates.Runner.Reports;

/// <summary>
/// Writes what is needed to judge a run again without its repository (<c>evidence/</c>, <c>settings/</c>, <c>policies/</c>) and, last of all
/// files, <c>run.json</c>, which names each by its digest.
/// </summary>
/// <param name="folder">Where to.</param>
/// <param name="mostEvidence">Bytes of one gate's evidence beyond which only its digest is kept. Default: 16 MiB.</param>
internal sealed class EvidenceFiles(OutputFolder folder, long mostEvidence = 16L << 20) : IReporter
{
    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        var gates = FindingOrder.Gates(report).Select(gate => (Gate: gate, Files: Keep(gate))).ToList();
        var others = folder.Written.ToList();
        folder.Write(OutputFolder.Manifest, stream => Manifest(report, gates, others, stream));
        return Task.CompletedTask;
    }

    private static void Manifest(
        RunReport report, List<(GateResult Gate, KeptFiles Files)> gates, List<KeyValuePair<string, string>> others, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("tool", "gates");
        json.WriteNumber("version", 1);
        json.WriteBoolean("complete", true);
        json.WriteString("toolVersion", report.ToolVersion);
        json.WriteString("started", report.Started.UtcDateTime);
        json.WriteNumber("elapsedMs", (long)report.Elapsed.TotalMilliseconds);
        json.WriteString("configuration", report.Configuration);
        json.WriteString("head", report.Changes.HeadSha);
        json.WriteString("base", report.Changes.BaseSha);
        json.WriteString("verdict", Words.Id(report.Verdict));
        json.WriteNumber("exitCode", (int)report.ExitCode);
        json.WriteStartArray("gates");
        foreach (var (gate, files) in gates)
        {
            Gate(json, gate, files);
        }

        json.WriteEndArray();
        json.WriteStartObject("files");
        foreach (var (name, digest) in others)
        {
            json.WriteString(name, digest);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Gate(Utf8JsonWriter json, GateResult gate, KeptFiles files)
    {
        json.WriteStartObject();
        json.WriteString("id", gate.GateId);
        json.WriteString("mode", Words.Id(gate.Mode));
        json.WriteString("verdict", Words.Id(gate.Verdict));
        json.WriteBoolean("blocks", gate.Blocks);
        json.WriteString("started", gate.Started.UtcDateTime);
        json.WriteNumber("elapsedMs", (long)gate.Elapsed.TotalMilliseconds);
        json.WriteStartObject("policy");
        json.WriteString("name", gate.Policy.Name);
        File(json, files.Policy);
        json.WriteEndObject();
        json.WriteStartObject("settings");
        File(json, files.Settings);
        json.WriteEndObject();
        if (files.Evidence is { } evidence)
        {
            json.WriteStartObject("evidence");
            json.WriteString("kind", gate.Evidence?.Kind);
            File(json, evidence);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("evidence");
        }

        json.WriteEndObject();
    }

    private static void File(Utf8JsonWriter json, KeptFile file)
    {
        json.WriteString("sha256", file.Digest);
        json.WriteNumber("bytes", file.Length);
        json.WriteString("file", file.Name);
        if (file.Name is null)
        {
            json.WriteString("notKept", "too large: only the digest is kept, so this gate cannot be judged again from this folder");
        }
    }

    private static void WriteEvidence(GateResult gate, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("kind", gate.Evidence!.Kind);
        json.WritePropertyName("facts");
        json.WriteRawValue(Raw(gate.Evidence.Facts), skipInputValidation: true);
        json.WriteEndObject();
    }

    /// <summary>The text as it was collected. Writing it anew would throw at names that are not Unicode, which a repository may hold.</summary>
    private static ReadOnlySpan<byte> Raw(JsonElement element) => JsonMarshal.GetRawUtf8Value(element);

    private KeptFiles Keep(GateResult gate)
    {
        var name = Escape.FileName(gate.GateId) + ".json";
        return new KeptFiles(
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

    private sealed record KeptFile(string? Name, string Digest, long Length);

    private sealed record KeptFiles(KeptFile Policy, KeptFile Settings, KeptFile? Evidence);
}
