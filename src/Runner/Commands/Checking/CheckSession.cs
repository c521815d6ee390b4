using System.Globalization;
using Gates.Doors.Git;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;
using Gates.Pipeline;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Waivers;
using Gates.Policies;
using Gates.Runner.Composition;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Folders;
using Gates.Runner.Configuration.Policies;
using Gates.Runner.Runs;

namespace Gates.Runner.Commands.Checking;

/// <summary>Reads everything that a run would be planned with, and goes on where a run would stop, so that all problems are known at once.</summary>
internal sealed class CheckSession(PolicyTools policies, TimeProvider time)
{
    private readonly List<CheckProblem> problems = [];
    private readonly List<(string Path, string Holds)> files = [];
    private readonly List<string> notes = [];

    public async Task<Checked> RunAsync(Workspace workspace, CheckRequest request, CancellationToken cancellationToken)
    {
        ISourceTree tree = workspace.Tree;
        if (request.Base is { } revision)
        {
            await workspace.CompareWithAsync(revision, cancellationToken);
            tree = workspace.BaseTree!;
        }

        var (own, root) = Read(tree, request.Config);
        var (configuration, inFolders) = FolderGates.Read(own, tree);
        problems.AddRange(inFolders.Select(text => new CheckProblem(text)));
        var overridden = Try(() => Overrides.Apply(GateOptions.In(configuration, request.Environment), request.Set)) ?? configuration;
        var plan = new PlanRequest
        {
            Tree = tree,
            Services = new GateServices(time) { Scripts = policies.Scripts },
            Today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            Environment = request.Environment,
        };
        plan = Try(() => Demand(overridden, plan)) ?? plan with { Environment = null };

        ReadTriage(tree, overridden, plan.Today, root);
        var origins = new Dictionary<string, ValueOrigins>(StringComparer.Ordinal);
        var gates = new List<CheckedGate>();
        foreach (var gate in overridden.Gates)
        {
            plan = await FetchAsync(gate, plan, overridden, cancellationToken);
            var source = gate.Source ?? configuration.Source;
            origins.TryAdd(source, new ValueOrigins(source, gate.Source is null ? root : Document(tree, source), request));
            if (await CheckAsync(gate, overridden, plan, origins[source], cancellationToken) is { } one)
            {
                gates.Add(one);
            }
        }

        notes.AddRange(ForeignTools.Notes(tree));
        var all = problems.DistinctBy(problem => problem.Text).ToList();
        return new Checked(configuration.Source, all, all.Count == 0 ? gates : [], files) { Notes = [.. configuration.Notes, .. notes] };
    }

    private DocumentNode? Document(ISourceTree tree, string path)
    {
        using var stream = tree.Open(path);
        return Try(() => ConfigurationReader.Root(DocumentText.Read(stream, path, new DocumentLimits()), path));
    }

    private static PlanRequest Demand(GatesConfiguration configuration, PlanRequest plan)
    {
        Planner.CheckRequest(configuration, plan);
        return plan;
    }

    private (GatesConfiguration Configuration, DocumentNode? Root) Read(ISourceTree tree, string? given)
    {
        var nothing = DefaultConfiguration.Create() with { Gates = [] };
        var path = given is not null && Path.IsPathRooted(given) ? given : null;
        try
        {
            path ??= ConfigurationLocator.Find(tree, given);
            if (path is null)
            {
                return (DefaultConfiguration.Create(), null);
            }

            using var stream = Path.IsPathRooted(path) ? ConfigurationLocator.OpenFile(new FileInfo(path)) : tree.Open(path);
            var found = new Problems(path);
            var (configuration, root) = ConfigurationReader.ReadWhole(DocumentText.Read(stream, path, new DocumentLimits()), path, found);
            problems.AddRange(found.All.Select(text => new CheckProblem(text)));
            return (configuration, root);
        }
        catch (Exception e) when (e is UsageException or DocumentException or EvaluationException)
        {
            Add(e);
            return (nothing with { Source = path ?? given ?? ConfigurationLocator.DefaultPaths[0] }, null);
        }
    }

    private void ReadTriage(ISourceTree tree, GatesConfiguration configuration, DateOnly today, DocumentNode? root)
    {
        var before = problems.Count;
        if (configuration.Waivers.Length > 0 && Try(() => WaiverFile.Find(tree, configuration.Waivers, today)) is { } waivers)
        {
            files.Add((waivers.Path, Prose.Count(waivers.Waivers.Count, "waiver")));
            NoteStrangers(waivers, [.. configuration.Gates.Select(gate => gate.Id)]);
        }

        var baseline = configuration.Baseline.Length > 0 ? Try(() => Baseline.Find(tree, configuration.Baseline)) : null;
        if (baseline is not null)
        {
            files.Add((baseline.Path, Prose.Count(baseline.Entries.Count, "known finding")));
        }

        Try(() => RepositorySalt.Find(tree, baseline?.HeldSalt));
        for (var index = before; index < problems.Count; index++)
        {
            // A file that is named and not there stands nowhere but in the configuration.
            if (problems[index].Text.StartsWith("key `waivers`: ", StringComparison.Ordinal) && root?.Get("waivers") is { } named)
            {
                var place = FormattableString.Invariant($"{Say.Path(configuration.Source)}:{named.Line}:{named.Column}: ");
                problems[index] = problems[index] with { Text = place + problems[index].Text };
            }
        }
    }

    /// <summary>A run warns of these, and goes on.</summary>
    private void NoteStrangers(WaiverFile waivers, IReadOnlyList<string> gates) => notes.AddRange(
        waivers.Waivers.Where(waiver => !gates.Contains(waiver.Gate, StringComparer.Ordinal)).Select(waiver => string.Create(
            CultureInfo.InvariantCulture,
            $"{waivers.Path}:{waiver.Line}: {Say.Quote(waiver.Gate)} is not a gate of this configuration"
                + $"{Suggestion.Words(waiver.Gate, gates)} the waiver covers nothing")));

    private async Task<PlanRequest> FetchAsync(GateConfiguration gate, PlanRequest plan, GatesConfiguration configuration, CancellationToken cancellationToken)
    {
        if (gate.Policy is not { Value: { Length: > 0 } reference } || !PolicyPin.Is(reference))
        {
            return plan;
        }

        try
        {
            return (await policies.Pinned.AddAsync(plan, configuration with { Gates = [gate] }, cancellationToken)) with { Gates = plan.Gates };
        }
        catch (EvaluationException e)
        {
            problems.Add(new CheckProblem(e.Message, IsUnknown: true));
            return plan;
        }
    }

    private async Task<CheckedGate?> CheckAsync(
        GateConfiguration gate, GatesConfiguration configuration, PlanRequest plan, ValueOrigins origins, CancellationToken cancellationToken)
    {
        // What the file already got wrong about a gate is said; what is left of it may not even have a policy.
        if (gate.Values is null && gate.Policy is not { Value.Length: > 0 })
        {
            return null;
        }

        var source = gate.Source ?? configuration.Source;
        var found = new Problems(source);
        try
        {
            var resolved = new GateResolver(plan, found).Resolve(gate);
            problems.AddRange(found.All.Where(_ => IsKnown(gate, plan)).Select(text => new CheckProblem(text)));
            if (resolved is null)
            {
                return null;
            }

            if (resolved.Policy.Files is not null)
            {
                await policies.Linker.LinkAsync(resolved.Policy.Source, cancellationToken);
            }

            if (resolved.Gate is IRuledGate ruled && Refusal(ruled, plan.Tree, gate, source) is { Count: > 0 } refused)
            {
                problems.AddRange(refused);
                return null;
            }

            return origins.Describe(gate, resolved, configuration, plan);
        }
        catch (Exception e) when (e is UsageException or EvaluationException or PolicyException)
        {
            Add(e);
            return null;
        }
    }

    /// <summary>What is wrong with the files that a gate asks by; where they are not there, the gate's options are the place.</summary>
    private static List<CheckProblem> Refusal(IRuledGate ruled, ISourceTree tree, GateConfiguration gate, string source)
    {
        try
        {
            ruled.CheckRules(tree);
            return [];
        }
        catch (Exception e) when (e is UsageException or EvaluationException)
        {
            var said = e is UsageException usage ? usage.All : [e.Message];
            var own = new Problems(source);
            foreach (var text in said.Where(text => ProblemLine.Parse(text).Path is null))
            {
                own.Add(
                    gate.With is null ? gate.Place : Place.From(gate.With),
                    Say.Key("gates", gate.Id) + ".with",
                    text.StartsWith(gate.Id + ": ", StringComparison.Ordinal) ? text[(gate.Id.Length + 2)..] : text);
            }

            return [.. said.Where(text => ProblemLine.Parse(text).Path is not null).Concat(own.All).Select(text => new CheckProblem(text))];
        }
    }

    /// <summary>Of a policy that could not be fetched that is all there is to say.</summary>
    private static bool IsKnown(GateConfiguration gate, PlanRequest plan) =>
        gate.Policy is not { Value: var reference } || !PolicyPin.Is(reference) || plan.Pinned.ContainsKey(PolicyPin.Parse(reference));

    private T? Try<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is UsageException or EvaluationException or DocumentException)
        {
            Add(e);
            return null;
        }
    }

    private void Add(Exception e) =>
        problems.AddRange((e is UsageException usage ? usage.All : [e.Message]).Select(text => new CheckProblem(text, IsUnknown: e is EvaluationException)));
}
