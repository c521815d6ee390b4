using System.Globalization;
using Gates.BuiltIn;
using Gates.Doors.Git;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Results;
using Gates.Pipeline.RuleBooks;
using Gates.Runner.Composition;
using Gates.Runner.Configuration;
using Gates.Runner.Runs;

namespace Gates.Runner.Commands.Explain;

/// <summary>Looks at one line as a run would, and asks every rule what it made of it.</summary>
internal sealed class ExplainSession(PolicyTools policies, TimeProvider time)
{
    private const long MaxBytes = 64 << 20;

    private readonly IRuleBook book = GateCatalog.Rules;

    /// <exception cref="UsageException">There is no such file or line, or the configuration is not valid.</exception>
    /// <exception cref="EvaluationException">The repository cannot be read.</exception>
    public async Task<Explanation> RunAsync(Workspace workspace, string? config, (string Path, int Line) place, CancellationToken cancellationToken)
    {
        var configuration = ConfigurationLocator.Read(workspace.Tree, config);
        var content = Read(workspace.Tree, place.Path);
        var explanation = new Explanation(place.Path, place.Line) { Rules = book.Try(workspace.Tree, place.Path, content, place.Line) };
        var gates = configuration.Gates.Where(gate => gate.Name == book.GateId && place.Path.StartsWith(gate.Folder, StringComparison.Ordinal)).ToList();
        if (gates.Count == 0)
        {
            return explanation with
            {
                Notes = [$"{book.GateId} is not in {configuration.Source}, so no run looks at this line; add `{book.GateId}: {{}}` "
                + $"under `gates:`"]
            };
        }

        var baseline = Baseline.Find(workspace.Tree, configuration.Baseline);
        var salt = RepositorySalt.Find(workspace.Tree, baseline?.HeldSalt);
        var plan = await new TodaysFindings(policies.Worker, policies.Linker, policies.Pinned, time)
            .PlanAsync(workspace, configuration, [.. gates.Select(gate => gate.Id)], (baseline, salt ?? RepositorySalt.New(RepositorySalt.Random)),
                cancellationToken);
        foreach (var gate in plan.Gates.Where(gate => gate.Name == book.GateId))
        {
            explanation = await AddAsync(explanation, workspace, plan, gate, cancellationToken);
        }

        return salt is null && explanation.Findings.Count > 0
            ? explanation with
            {
                HasSalt = false,
                Notes = [.. explanation.Notes, $"the repository has no {RepositorySalt.DefaultPath} yet, so identities "
                + $"change with every run; `gates baseline`, `gates waive` or `gates init` makes it"]
            }
            : explanation;
    }

    private static byte[] Read(ISourceTree tree, string path)
    {
        if (tree.Files.FirstOrDefault(file => file.Path == path) is not { } file)
        {
            var ignored = tree.WithIgnored.Exists(path) ? "is ignored by git, so no gate looks at it" : tree.WhyAbsent(path);
            throw new UsageException($"{Say.Path(path)} {ignored}");
        }

        using var stream = tree.Open(path);
        return BoundedBytes.Read(stream, MaxBytes) ?? throw new UsageException(string.Create(
            CultureInfo.InvariantCulture,
            $"{Say.Path(path)} has {file.Size:N0} bytes; a line of at most {MaxBytes:N0} can be explained"));
    }

    private async Task<Explanation> AddAsync(Explanation so, Workspace workspace, RunPlan plan, PlannedGate gate, CancellationToken cancellationToken)
    {
        var input = new PipelineInput(new ScopedTree(workspace.Tree, path => path == so.Path), ChangeSet.None, null, plan.Triage.Salt!.Bytes);
        var results = await new GatePipeline(policies.Worker, time).RunAsync(
            new RunPlan([gate with { Needs = [] }], plan.Source, []) { Triage = plan.Triage, Rules = workspace.Tree }, input, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var result = results[0];
        var said = new ExplainedGate(gate, so.Path);
        var findings = result.Findings.Where(found => IsAt(found.Finding.Location, so)).Select(found => new ExplainedFinding(
            found.Finding.Rule,
            found.Finding.Severity.ToString().ToLowerInvariant(),
            found.State switch
            {
                FindingState.Waived => $"waived until {found.Waiver!.ExpiresText}: {found.Waiver.Reason}",
                FindingState.Existing =>
                "in the baseline",
                _ => null
            },
            found.Finding.Message,
            found.Finding.Identity ?? "")).ToList();
        return so with
        {
            Notes = [.. so.Notes, .. said.Notes(), .. result.Error is { } error ? new[] { error } : [], .. result.SkipReason is { } reason
                ? new[] { $"{gate.Id} does not run: {reason}" } : []],
            Findings = [.. so.Findings, .. findings, .. said.Accepted(result, so.Line)],
        };
    }

    private static bool IsAt(Gates.Policies.Location? location, Explanation so) =>
        location?.Path == so.Path && location.Line is { } line && so.Line >= line && so.Line <= (location.EndLine ?? line);
}

/// <summary>What is known of one line.</summary>
internal sealed record Explanation(string Path, int Line)
{
    /// <value>What a run reports there, or accepts.</value>
    public IReadOnlyList<ExplainedFinding> Findings { get; init; } = [];

    /// <value>Whether identities mean anything beyond this run.</value>
    public bool HasSalt { get; init; } = true;

    /// <value>What every rule made of it.</value>
    public IReadOnlyList<TriedRule> Rules { get; init; } = [];

    /// <value>Why a run may not look there at all, and what else to know.</value>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A finding on the line, or a value that is one and does not count.</summary>
/// <param name="Rule">Its rule.</param>
/// <param name="Severity">What it counts as.</param>
/// <param name="Uncounted">Why it does not count; <see langword="null"/> when it does.</param>
/// <param name="Message">What is said of it.</param>
/// <param name="Identity">What it is called.</param>
internal sealed record ExplainedFinding(string Rule, string Severity, string? Uncounted, string Message, string Identity);
