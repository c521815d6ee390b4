using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Results;
using Gates.Pipeline.Unseen;
using Gates.Policies;

namespace Gates.Pipeline.RunFolder;

/// <summary>Reads <c>results.json</c> back. What it says is only as good as whoever wrote it; every text in it is somebody else's.</summary>
internal static class ResultsReader
{
    /// <value>Bytes; ten thousand findings take a tenth of it.</value>
    public const int Limit = 64 << 20;

    private const int SupportedVersion = 1;

    private static readonly JsonElement NoSettings = JsonElement.Parse("{}");

    /// <exception cref="EvaluationException">It is not what `gates run` writes.</exception>
    public static RunReport Read(ReadOnlyMemory<byte> json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return ReadRoot(document.RootElement);
        }
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException or OverflowException)
        {
            throw new EvaluationException($"{name}: this is no results.json of `gates run`: {e.Message}", e);
        }
    }

    private static RunReport ReadRoot(JsonElement root)
    {
        if (root.GetProperty("version").GetInt32() is var version && version != SupportedVersion)
        {
            throw new FormatException(FormattableString.Invariant($"it has version {version}; this program reads version {SupportedVersion}"));
        }

        var changes = root.GetProperty("changes");
        var verdict = Choice<Verdict>(root, "verdict");
        return new RunReport
        {
            Results = [.. root.GetProperty("gates").EnumerateArray().Select(Gate)],
            Verdict = verdict,
            Interrupted = Interrupted(root),
            Changes = new ChangeSet(changes.GetProperty("head").GetString(), changes.GetProperty("base").GetString(), []),
            Configuration = Text(root, "configuration"),
            Notes = [.. root.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!)],
            Proposed = root.GetProperty("proposed") is { ValueKind: JsonValueKind.Object } proposed
                ? proposed.EnumerateObject().ToDictionary(
                    gate => gate.Name,
                    gate => Enum.Parse<Verdict>(gate.Value.GetString()!, ignoreCase: true),
                    StringComparer.Ordinal)
                : null,
            Started = root.GetProperty("started").GetDateTimeOffset(),
            Elapsed = Milliseconds(root),
            ToolVersion = Text(root, "toolVersion"),
        };
    }

    private static GateResult Gate(JsonElement gate) => new()
    {
        GateId = Text(gate, "id"),
        Title = Text(gate, "title"),
        Mode = Choice<GateMode>(gate, "mode"),
        ModeReason = gate.GetProperty("modeReason").GetString(),
        Verdict = Choice<Verdict>(gate, "verdict"),
        Interrupted = Interrupted(gate),
        Findings = [.. gate.GetProperty("findings").EnumerateArray().Select(Finding)],
        Passed = [.. gate.GetProperty("passed").EnumerateArray().Select(check => new Check(Text(check, "rule"), Text(check, "message")))],
        Metrics = [.. gate.GetProperty("metrics").EnumerateArray().Where(metric => metric.GetProperty("value").ValueKind == JsonValueKind.Number)
            .Select(metric => new Metric(Text(metric, "name"), metric.GetProperty("value").GetDouble(), metric.GetProperty("unit").GetString()))],
        Log = [.. gate.GetProperty("log").EnumerateArray().Select(line => line.GetString()!)],
        Error = gate.GetProperty("error").GetString(),
        SkipReason = gate.GetProperty("skipReason").GetString(),
        Coverage = CoverageSummary.Read(gate),
        IsRequired = gate.TryGetProperty("required", out var required) && required.GetBoolean(),
        Policy = new PolicySource(Text(gate.GetProperty("policy"), "name"), ""),
        Settings = NoSettings,
        Started = gate.GetProperty("started").GetDateTimeOffset(),
        Elapsed = Milliseconds(gate),
    };

    private static GateFinding Finding(JsonElement found) => new(
        new Finding(
            Text(found, "rule"),
            Choice<Severity>(found, "severity"),
            Text(found, "message"),
            found.GetProperty("location") is { ValueKind: JsonValueKind.Object } place
                ? new Location(Text(place, "path"), Number(place, "line"), Number(place, "endLine"), Number(place, "column"), Number(place, "endColumn"))
                : null,
            Identity: null,
            found.GetProperty("help").GetString()),
        Fingerprint(found),
        Choice<FindingState>(found, "state"),
        found.GetProperty("inDiff").GetBoolean());

    /// <summary>It stands in a command that people copy.</summary>
    private static string Fingerprint(JsonElement found) => Text(found, "fingerprint") is var text && Gates.Pipeline.Recognition.Fingerprint.IsValid(text)
        ? text
        : throw new FormatException($"`fingerprint` is not {Gates.Pipeline.Recognition.Fingerprint.Forms}");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException($"`{name}` is null");

    private static bool Interrupted(JsonElement element) => element.TryGetProperty("interrupted", out var interrupted) && interrupted.GetBoolean();

    private static int? Number(JsonElement element, string name) => element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number
        ? number.GetInt32() is > 0 and var value ? value : throw new FormatException($"`{name}` is not a place in a file")
        : null;

    private static TimeSpan Milliseconds(JsonElement element) => TimeSpan.FromMilliseconds(element.GetProperty("elapsedMs").GetInt64());

    private static TEnum Choice<TEnum>(JsonElement element, string name)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(Text(element, name), ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(Text(element, name)[0])
            ? value
            : throw new FormatException($"`{name}` is \"{Text(element, name)}\", which this program does not know");
}
