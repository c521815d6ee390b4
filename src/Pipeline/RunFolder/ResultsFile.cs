using System.Text.Json;
using System.Text.Json.Serialization;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Results;

namespace Gates.Pipeline.RunFolder;

/// <summary>
/// A run as <c>results.json</c> has it: what is written is what is read, and <c>docs/schemas/results.schema.json</c> describes it. What a file says is only as
/// good as whoever wrote it; every text in it is somebody else's.
/// </summary>
internal sealed record ResultsFile
{
    /// <value>Bytes; ten thousand findings take a tenth of it.</value>
    public const int Limit = 64 << 20;

    private const int SupportedVersion = 1;

    public required int Version { get; init; }

    public required string ToolVersion { get; init; }

    public required string Verdict { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Interrupted { get; init; }

    public required int ExitCode { get; init; }

    public required DateTime Started { get; init; }

    public required long ElapsedMs { get; init; }

    public required string Configuration { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required ResultsChanges Changes { get; init; }

    public required ResultsCounts Counts { get; init; }

    public required IReadOnlyList<ResultsGate> Gates { get; init; }

    /// <value>The verdicts by the change's own edits of what judges it, by gate; <see langword="null"/> when there are none.</value>
    public required IReadOnlyDictionary<string, string>? Proposed { get; init; }

    public static ResultsFile From(RunReport report) => new()
    {
        Version = SupportedVersion,
        ToolVersion = report.ToolVersion,
        Verdict = RecordedNames.Of(report.Verdict),
        Interrupted = report.Interrupted,
        ExitCode = (int)report.ExitCode,
        Started = report.Started.UtcDateTime,
        ElapsedMs = (long)report.Elapsed.TotalMilliseconds,
        Configuration = report.Configuration,
        Notes = report.Notes,
        Changes = new ResultsChanges(report.Changes.HeadSha, report.Changes.BaseSha, report.Changes.Files.Count),
        Counts = ResultsCounts.From(Tally.From(report)),
        Gates = [.. FindingOrder.Gates(report).Select(ResultsGate.From)],
        Proposed = report.Proposed is null
            ? null
            : new SortedDictionary<string, string>(
                report.Proposed.ToDictionary(gate => gate.Key, gate => RecordedNames.Of(gate.Value)),
                StringComparer.Ordinal),
    };

    /// <exception cref="EvaluationException">It is not what <c>gates run</c> writes.</exception>
    public static ResultsFile Read(ReadOnlyMemory<byte> json, string name)
    {
        try
        {
            var file = JsonSerializer.Deserialize(json.Span, ResultsJson.Default.ResultsFile) ?? throw new FormatException("it is null");
            return file.Version == SupportedVersion
                ? file
                : throw new FormatException(FormattableString.Invariant($"it has version {file.Version}; this program reads version {SupportedVersion}"));
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw NoResults(name, e);
        }
    }

    /// <summary>The report, as far as a file holds it: without evidence, policies' texts, settings, outputs and charts.</summary>
    /// <param name="name">How errors name the file.</param>
    /// <exception cref="EvaluationException">It holds what <c>gates run</c> never writes.</exception>
    public RunReport ToReport(string name)
    {
        try
        {
            return new RunReport
            {
                Results = [.. Gates.Select(gate => gate.ToResult())],
                Verdict = RecordedNames.Read<Verdict>(Verdict),
                Interrupted = Interrupted,
                Changes = new ChangeSet(Changes.Head, Changes.Base, []),
                Configuration = Configuration,
                Notes = Notes,
                Proposed = Proposed?.ToDictionary(gate => gate.Key, gate => RecordedNames.Read<Verdict>(gate.Value), StringComparer.Ordinal),
                Started = new DateTimeOffset(Started.ToUniversalTime()),
                Elapsed = TimeSpan.FromMilliseconds(ElapsedMs),
                ToolVersion = ToolVersion,
            };
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            throw NoResults(name, e);
        }
    }

    public void Write(Stream stream) => JsonSerializer.Serialize(stream, this, ResultsJson.Default.ResultsFile);

    private static EvaluationException NoResults(string name, Exception e) => new($"{name}: this is no results.json of `gates run`: {e.Message}", e);
}

/// <summary>What was compared.</summary>
/// <param name="Head">The commit.</param>
/// <param name="Base">The commit that it is compared with.</param>
/// <param name="Files">How many files differ.</param>
internal sealed record ResultsChanges(string? Head, string? Base, int Files);

/// <summary>See <see cref="Tally"/>.</summary>
internal sealed record ResultsCounts(int Blocking, int Errors, int Warnings, int Notes, int Existing, int Waived)
{
    public static ResultsCounts From(Tally tally) => new(tally.Blocking, tally.Errors, tally.Warnings, tally.Notes, tally.Existing, tally.Waived);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ResultsFile))]
internal sealed partial class ResultsJson : JsonSerializerContext;
