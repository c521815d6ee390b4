using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Results;
using Gates.Pipeline.Unseen;
using Gates.Pipeline.Waivers;
using Gates.Policies;
using Gates.Policies.Engine;

namespace Gates.Pipeline.RunFolder;

/// <summary>One gate of <see cref="ResultsFile"/>.</summary>
internal sealed record ResultsGate
{
    private static readonly JsonElement NoSettings = JsonElement.Parse("{}");

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Mode { get; init; }

    public required string? ModeReason { get; init; }

    public required string Verdict { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Interrupted { get; init; }

    public required bool Blocks { get; init; }

    public required string? Error { get; init; }

    public required string? SkipReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Required { get; init; }

    /// <value>See <see cref="CoverageSummary.Write"/>; absent when it is not known.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Coverage { get; init; }

    public required DateTime Started { get; init; }

    public required long ElapsedMs { get; init; }

    public required ResultsPolicy Policy { get; init; }

    public required ResultsCounts Counts { get; init; }

    public required IReadOnlyList<ResultsFinding> Findings { get; init; }

    public required IReadOnlyList<Check> Passed { get; init; }

    public required IReadOnlyList<ResultsMetric> Metrics { get; init; }

    public JsonElement Outputs { get; init; }

    public JsonElement Charts { get; init; }

    /// <value>The pages that the policy handed over; absent when there are none.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ResultsDocument>? Documents { get; init; }

    public required IReadOnlyList<string> Log { get; init; }

    public static ResultsGate From(GateResult gate) => new()
    {
        Id = gate.GateId,
        Title = gate.Title,
        Mode = RecordedNames.Of(gate.Mode),
        ModeReason = gate.ModeReason,
        Verdict = RecordedNames.Of(gate.Verdict),
        Interrupted = gate.Interrupted,
        Blocks = gate.Blocks,
        Error = gate.Error,
        SkipReason = gate.SkipReason,
        Required = gate.IsRequired,
        Coverage = gate.Coverage?.ToJson(),
        Started = gate.Started.UtcDateTime,
        ElapsedMs = (long)gate.Elapsed.TotalMilliseconds,
        Policy = new ResultsPolicy(gate.Policy.Name, gate.Policy.Digest, PolicyEngine.Id),
        Counts = ResultsCounts.From(Tally.From(gate)),
        Findings = [.. FindingOrder.Of(gate).Select(found => ResultsFinding.From(found, gate.Mode))],
        Passed = gate.Passed,
        Metrics = [.. gate.Metrics.Select(metric => new ResultsMetric(metric.Name, double.IsFinite(metric.Value) ? metric.Value : null, metric.Unit))],
        Outputs = JsonSerializer.SerializeToElement(gate.Outputs, SaidJson.Default.IReadOnlyListOutput),
        Charts = JsonSerializer.SerializeToElement(gate.Charts, SaidJson.Default.IReadOnlyListChart),
        Documents = gate.Pages.Count == 0 ? null : [.. gate.Pages.Select(page => ResultsDocument.From(PageFile.Of(gate, page), page))],
        Log = gate.Log,
    };

    /// <exception cref="FormatException">It holds what <c>gates run</c> never writes.</exception>
    public GateResult ToResult() => new()
    {
        GateId = Id,
        Title = Title,
        Mode = RecordedNames.Read<GateMode>(Mode),
        ModeReason = ModeReason,
        Verdict = RecordedNames.Read<Verdict>(Verdict),
        Interrupted = Interrupted,
        Findings = [.. Findings.Select(found => found.ToFinding())],
        Passed = Passed,
        Metrics = [.. Metrics.Where(metric => metric.Value is not null).Select(metric => new Metric(metric.Name, metric.Value!.Value, metric.Unit))],
        Log = Log,
        Error = Error,
        SkipReason = SkipReason,
        Coverage = Coverage is { } seen ? CoverageSummary.From(seen) : null,
        IsRequired = Required,
        Policy = new PolicySource(Policy.Name, ""),
        Settings = NoSettings,
        Started = new DateTimeOffset(Started.ToUniversalTime()),
        Elapsed = TimeSpan.FromMilliseconds(ElapsedMs),
    };
}

/// <param name="Engine">Files of version 0.1.0 do not say it.</param>
internal sealed record ResultsPolicy(string Name, string Sha256, string? Engine = null);

/// <summary>A page that a policy handed over, which lies in a file of its own.</summary>
/// <param name="Name">What the policy calls it.</param>
/// <param name="File">Relative to the run's folder.</param>
/// <param name="Sha256">Of the file.</param>
/// <param name="Bytes">The file's size.</param>
internal sealed record ResultsDocument(string Name, string File, string Sha256, int Bytes)
{
    public static ResultsDocument From(PageFile file, PolicyPage page) =>
        new(page.Name, file.Name, Convert.ToHexStringLower(SHA256.HashData(file.Content)), file.Content.Length);
}

/// <param name="Value"><see langword="null"/> when it is no number that JSON can write.</param>
internal sealed record ResultsMetric(string Name, double? Value, string? Unit);

/// <summary>One finding of <see cref="ResultsGate"/>.</summary>
internal sealed record ResultsFinding(
    string Rule,
    string Severity,
    string State,
    bool Blocking,
    bool InDiff,
    string Message,
    string? Help,
    ResultsPlace? Location,
    string Fingerprint,
    ResultsWaiver? Waiver)
{
    /// <value>How many findings it stands for; absent when it is one.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Count { get; init; }

    /// <value>An edit of the finding's line; absent when none is known.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Fix? Fix { get; init; }

    public static ResultsFinding From(GateFinding found, GateMode mode) => new(
        found.Finding.Rule,
        RecordedNames.Of(found.Finding.Severity),
        RecordedNames.Of(found.State),
        found.IsBlocking(mode),
        found.InDiff,
        found.Finding.Message,
        found.Finding.Help,
        found.Finding.Location is { } at ? new ResultsPlace(at.Path, at.Line, at.EndLine, at.Column, at.EndColumn) { Commit = at.Commit } : null,
        found.Fingerprint,
        found.Waiver is { } waiver ? new ResultsWaiver(waiver.Reason, waiver.Owner, waiver.Ticket, waiver.ExpiresText, waiver.Line) : null)
    {
        Count = found.Finding.Count is var count and > 1 ? count : null,
        Fix = found.Finding.Fix,
    };

    public GateFinding ToFinding() => new(
        new Finding(Rule, RecordedNames.Read<Severity>(Severity), Message, Location?.ToLocation(), Identity: null, Help, SoundFix())
        {
            Count = Math.Max(Count ?? 1, 1),
        },
        Recognition.Fingerprint.IsValid(Fingerprint) ? Fingerprint : throw new FormatException($"`fingerprint` is not {Recognition.Fingerprint.Forms}"),
        RecordedNames.Read<FindingState>(State),
        InDiff);

    private Fix? SoundFix() => Location?.Line is null || Fix is not { Column: > 0 } ? null : Policies.Fix.Create(Fix.Replace, Fix.With, Fix.Column);
}

internal sealed record ResultsPlace(string Path, int? Line, int? EndLine, int? Column, int? EndColumn)
{
    /// <value>The commit that has the place, where it is not what was judged; absent as a rule.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Commit { get; init; }

    public Location ToLocation() =>
        new[] { Line, EndLine, Column, EndColumn }.All(number => number is null or > 0) && (Commit is null || Gates.Policies.Location.IsCommit(Commit))
        ? new Location(Path, Line, EndLine, Column, EndColumn) { Commit = Commit }
        : throw new FormatException("`location` is not a place in a file");
}

internal sealed record ResultsWaiver(string Reason, string Owner, string? Ticket, string Expires, int Line);
