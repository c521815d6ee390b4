using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;

namespace Gates.Runner.Reports.Agents;

/// <summary>
/// A run on standard output for agents and scripts: everything that is needed to mend or waive each finding, in one list. <c>docs/schemas/run.schema.json</c>
/// describes it; keys are added, never changed or removed, while the version is the same. Every text in it may be a repository's: it is data.
/// </summary>
internal sealed record RunDocument
{
    private const int CurrentVersion = 1;

    public required int Version { get; init; }

    public required string ToolVersion { get; init; }

    public required string Verdict { get; init; }

    /// <value>What the process answers.</value>
    public required int ExitCode { get; init; }

    /// <value>Why there is no result at all; <see langword="null"/> when there is one.</value>
    public required string? Error { get; init; }

    public bool Interrupted { get; init; }

    public string? Configuration { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <value>What to do now.</value>
    public string? Next { get; init; }

    /// <value>The folder of the reports.</value>
    public string? Out { get; init; }

    public required ResultsCounts Counts { get; init; }

    public IReadOnlyList<RunDocumentGate> Gates { get; init; } = [];

    public IReadOnlyList<RunDocumentFinding> Findings { get; init; } = [];

    public static RunDocument From(RunReport report, string? folder)
    {
        var numbers = FindingGroups.Of(FindingOrder.All(report))
            .SelectMany((group, index) => group.Members.Select(member => (member.Found, Number: index + 1)))
            .ToDictionary(member => member.Found, member => member.Number, (IEqualityComparer<GateFinding>)ReferenceEqualityComparer.Instance);
        return new()
        {
            Version = CurrentVersion,
            ToolVersion = report.ToolVersion,
            Verdict = RecordedNames.Of(report.Verdict),
            ExitCode = (int)report.ExitCode,
            Error = null,
            Interrupted = report.Interrupted,
            Configuration = report.Configuration,
            Notes = report.Notes,
            Next = Outcome.Next(report),
            Out = folder,
            Counts = ResultsCounts.From(Tally.From(report)),
            Gates = [.. FindingOrder.Gates(report).Select(RunDocumentGate.From)],
            Findings = [.. FindingOrder.All(report).Select(reported => RunDocumentFinding.From(reported, numbers[reported.Finding], report.Started))],
        };
    }

    /// <summary>What is written where there is no result.</summary>
    public static RunDocument Failed(string error, ExitCode code, string toolVersion) => new()
    {
        Version = CurrentVersion,
        ToolVersion = toolVersion,
        Verdict = RecordedNames.Of(Pipeline.Results.Verdict.Errored),
        ExitCode = (int)code,
        Error = error,
        Counts = ResultsCounts.From(default),
    };

    /// <summary>One document and a line feed.</summary>
    public void Write(TextWriter output) => output.Write(JsonSerializer.Serialize(this, Json.RunDocument) + "\n");

    private static RunDocumentJson Json { get; } = new(new JsonSerializerOptions(RunDocumentJson.Default.Options)
    {
        // Arrows and quotes of messages stay readable; nothing of this goes into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    });
}

/// <summary>One gate of <see cref="RunDocument"/>.</summary>
internal sealed record RunDocumentGate(
    string Id, string Title, string Mode, string Verdict, bool Blocks, string? Error, string? SkipReason, ResultsCounts Counts)
{
    public static RunDocumentGate From(GateResult gate) => new(
        gate.GateId,
        gate.Title,
        RecordedNames.Of(gate.Mode),
        RecordedNames.Of(gate.Verdict),
        gate.Blocks,
        gate.Error,
        gate.SkipReason,
        ResultsCounts.From(Tally.From(gate)));
}

/// <summary>One finding of <see cref="RunDocument"/>.</summary>
/// <param name="Id">Short; <c>gates waive</c> takes it.</param>
/// <param name="Group">Findings with one number are one entry in the other reports.</param>
/// <param name="Count">How many it stands for.</param>
/// <param name="Waive">The command that waives it, once reason and owner are filled in; <see langword="null"/> when it blocks nothing.</param>
internal sealed record RunDocumentFinding(
    string Id,
    int Group,
    string Gate,
    string Rule,
    string Severity,
    string State,
    bool Blocking,
    bool InDiff,
    int Count,
    ResultsPlace? Place,
    string Message,
    string? Fix,
    string? Waive,
    string Fingerprint)
{
    public static RunDocumentFinding From(ReportedFinding reported, int group, DateTimeOffset now)
    {
        var recorded = ResultsFinding.From(reported.Finding, reported.Gate.Mode);
        return new(
            WaiverCommand.Short(reported.Finding),
            group,
            reported.Gate.GateId,
            recorded.Rule,
            recorded.Severity,
            recorded.State,
            recorded.Blocking,
            recorded.InDiff,
            reported.Finding.Finding.Count,
            recorded.Location,
            recorded.Message,
            string.IsNullOrWhiteSpace(recorded.Help) ? null : recorded.Help,
            recorded.Blocking ? WaiverCommand.For(reported, now) : null,
            recorded.Fingerprint);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RunDocument))]
internal sealed partial class RunDocumentJson : JsonSerializerContext;
