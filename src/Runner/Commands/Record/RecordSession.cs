using System.Text.Json;
using Gates.Attestation.Controls.Assertions.Levels;
using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Globs;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Pipeline.Unseen;
using Gates.Policies;
using Gates.Runner.Cases;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Commands.Record;

/// <summary>Makes a case of what a gate sees in a repository now.</summary>
internal sealed class RecordSession(IPolicyJudge judge, PolicyLinker linker, ISecretFinder secrets, TimeProvider time)
{
    private const string Command = "gates record";

    /// <exception cref="UsageException">There is no such gate, no place for its case, or the case is there already.</exception>
    /// <exception cref="EvaluationException">The gate could not collect its facts.</exception>
    public async Task<RecordedCase> RunAsync(Workspace workspace, RecordRequest request, CancellationToken cancellationToken)
    {
        if (GateId.Refuse(request.Case) is { } refusal)
        {
            throw new UsageException($"{Say.Quote(request.Case)} {refusal.Replace("a gate's name", "a case's name", StringComparison.Ordinal)}");
        }

        var configuration = ConfigurationLocator.Read(workspace.Tree, request.Config);
        var (planned, seen, evidence) = await CollectAsync(workspace, configuration, request, cancellationToken);
        var gate = configuration.Gates.First(one => one.Id == request.Gate);
        var suite = SuiteOf(workspace, gate, request);
        var folder = $"{suite.Folder}/cases/{request.Case}";
        var mask = new EvidenceMask(secrets);
        mask.Learn(evidence.Facts);
        mask.Learn(planned.Settings);
        var (facts, settings) = (mask.Apply(evidence.Facts), mask.Apply(planned.Settings));
        var file = Serialize(evidence.Kind, facts.Json);
        var one = new GateCase
        {
            Name = folder,
            Subject = suite.Subject,
            Tree = new CaseTree([]),
            Evidence = KeptEvidence.Read(SplitText.Join(file), folder + "/evidence.json"),
            Settings = JsonReader.Read(settings.Json.GetRawText(), folder + "/expected.json"),
            Facts = gate.Facts,
            Expected = new CaseExpectation(Verdict.Passed, null, []),
        };
        var runner = new CaseRunner(
            judge,
            linker,
            new GateServices(time) { Scripts = new PolicyScripts(linker, judge) },
            PolicyFolders.Tree(workspace.Root.FullName, [suite.Folder]));
        var result = (await runner.RunAsync(one, cancellationToken)).Result
            ?? throw new EvaluationException($"{folder}: the masked settings are refused, so no case can be made of them");
        var expected = ExpectationWriter.Write(result, settings.Json, gate.Facts);
        var files = new NewFiles(workspace.Root, Command);
        files.Add(folder + "/evidence.json", file);
        files.Add(folder + "/expected.json", expected);
        files.Write();
        return new RecordedCase(folder, result, Math.Max(facts.Values, settings.Values), facts.Places + settings.Places, !Same(seen, result));
    }

    private async Task<(PlannedGate Planned, GateResult Seen, Evidence Evidence)> CollectAsync(
        Workspace workspace, GatesConfiguration configuration, RecordRequest request, CancellationToken cancellationToken)
    {
        var plan = Planner.Plan(configuration, new PlanRequest
        {
            Tree = workspace.Tree,
            Services = new GateServices(time)
            {
                Scripts = new PolicyScripts(linker, judge),
                Workspace = workspace.Root.FullName,
                Attested = new AttestedReader(time),
            },
            Today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            Gates = [request.Gate],
        });
        if (plan.Gates.FirstOrDefault(one => one.Gate is IPacedGate { Duration: not null }) is { Gate: IPacedGate { Duration: { } duration } } live)
        {
            throw new UsageException($"{live.Id} would watch live for {Durations.Format(duration)}; to record what has been, set its `window`");
        }

        plan = await linker.LinkAsync(plan, cancellationToken);
        var planned = plan.Gates.First(one => one.Id == request.Gate);
        var capture = new CapturingGate(planned.Gate);
        plan = plan with
        {
            Gates = [.. plan.Gates.Select(one => (one == planned ? one with { Gate = capture } : one) with { Mode = GateMode.Enforce, SkipReason = null })]
        };
        var results = await new GatePipeline(
            judge,
            time).RunAsync(
                plan,
                new PipelineInput(workspace.Tree, workspace.Changes, null, RepositorySalt.New(RepositorySalt.Random).Bytes) { FormerTree = workspace.BaseTree },
                cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var seen = results.First(result => result.GateId == request.Gate);
        return (
            planned,
            seen,
            capture.Evidence ?? throw new EvaluationException($"{request.Gate} collected nothing to record: {seen.Error ?? seen.SkipReason}"));
    }

    private static CaseSuite SuiteOf(Workspace workspace, GateConfiguration gate, RecordRequest request)
    {
        var root = workspace.Root.FullName;
        var wanted = request.Out is { } given
            ? Path.GetRelativePath(root, Path.GetFullPath(given, root)).Replace(Path.DirectorySeparatorChar, '/').TrimEnd('/')
            : gate.Policy is { Value: { } policy } && !ImportableFiles.IsScript(policy) ? policy.TrimEnd('/') + "/cases"
            : throw new UsageException(
                $"{gate.Id} has no policy folder of its own here, where a case could stand; `gates policy new {gate.Id} --from {gate.Id}` makes one, or name a policy's cases/ with --out");
        var owner = Path.GetDirectoryName(wanted) ?? "";
        var suite = wanted.EndsWith("/cases", StringComparison.Ordinal) && RepositoryPaths.Refuse(wanted) is null && Directory.Exists(Path.Combine(root, owner))
            ? CaseFolders.Suites(root, owner).FirstOrDefault(one => one.Folder == owner)
            : null;
        return suite
            ?? throw new UsageException($"--out {Say.Quote(request.Out ?? wanted)}: is not the folder cases/ of a policy in this repository, where `gates test` looks");
    }

    private static byte[] Serialize(string kind, JsonElement facts)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Gates.Formats.Settings.SettingJson.Readable))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            json.WritePropertyName("facts");
            facts.WriteTo(json);
            json.WriteEndObject();
        }

        return [.. buffer.ToArray(), (byte)'\n'];
    }

    private static bool Same(GateResult one, GateResult other) =>
        one.Verdict == other.Verdict && one.Findings.Select(found => Key(found.Finding)).SequenceEqual(other.Findings.Select(found => Key(found.Finding)));

    private static (string Rule, Severity Severity, int? Line) Key(Finding finding) => (finding.Rule, finding.Severity, finding.Location?.Line);
}

/// <summary>Keeps what a gate collected, also when its policy makes nothing of it.</summary>
internal sealed class CapturingGate(IGate gate) : IGate
{
    public Evidence? Evidence { get; private set; }

    public async Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) =>
        Evidence = CoveredEvidence.Of(await gate.InspectAsync(context, cancellationToken), context.Coverage.Summary());
}

/// <summary>A case that was written.</summary>
/// <param name="Folder">Where, relative to the workspace.</param>
/// <param name="Result">What its policy says of the masked evidence.</param>
/// <param name="Values">How many different values were masked.</param>
/// <param name="Places">In how many places.</param>
/// <param name="Changed">Whether the policy says something else than it said before masking.</param>
internal sealed record RecordedCase(string Folder, GateResult Result, int Values, int Places, bool Changed);
