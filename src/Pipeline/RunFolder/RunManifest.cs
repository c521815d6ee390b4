using System.Text.Json;
using Gates.Pipeline.Results;

namespace Gates.Pipeline.RunFolder;

/// <summary>Writes <c>run.json</c>, the last of all files, which names each of the others by its digest.</summary>
internal sealed class RunManifest(OutputFolder folder, EvidenceRecorder evidence) : IReporter
{
    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        var gates = evidence.Keep(report);
        var others = folder.Written.ToList();
        folder.Write(OutputFolder.Manifest, stream => Write(report, gates, others, stream));
        return Task.CompletedTask;
    }

    private static void Write(RunReport report, IReadOnlyList<KeptGate> gates, List<KeyValuePair<string, string>> others, Stream stream)
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
        json.WriteString("verdict", RecordedNames.Of(report.Verdict));
        if (report.Interrupted)
        {
            json.WriteBoolean("interrupted", true);
        }

        json.WriteNumber("exitCode", (int)report.ExitCode);
        json.WriteStartObject("signature");
        json.WriteString("keyid", report.Signature?.KeyId);
        json.WriteBoolean("development", report.Signature?.IsDevelopment ?? false);
        json.WriteEndObject();
        json.WriteStartArray("gates");
        foreach (var kept in gates)
        {
            Gate(json, kept.Result, kept);
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

    private static void Gate(Utf8JsonWriter json, GateResult gate, KeptGate files)
    {
        json.WriteStartObject();
        json.WriteString("id", gate.GateId);
        json.WriteString("mode", RecordedNames.Of(gate.Mode));
        json.WriteString("verdict", RecordedNames.Of(gate.Verdict));
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
        if (files.Evidence is { } collected)
        {
            json.WriteStartObject("evidence");
            json.WriteString("kind", gate.Evidence?.Kind);
            File(json, collected);
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
}
