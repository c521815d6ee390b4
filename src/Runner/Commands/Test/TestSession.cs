using System.Collections.Concurrent;
using Gates.Doors.Processes;
using Gates.Doors.TypeChecks;
using Gates.Doors.Workers;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Policies;
using Gates.Runner.Cases;
using Gates.Runner.Configuration.Policies;
using Gates.Runner.Typings;

namespace Gates.Runner.Commands.Test;

/// <summary>Runs cases on several workers, which stay warm from one run to the next.</summary>
internal sealed class TestSession : IAsyncDisposable
{
    private readonly TimeProvider time;
    private readonly TestLane[] lanes;
    private readonly PolicyLinker linker;
    private readonly TypeChecker types = new(new TypeScriptFinder(ProgramFinder.Find), SharedTypes.Text);

    /// <param name="options">How workers are started.</param>
    /// <param name="time">The clock.</param>
    public TestSession(PolicyWorkerOptions options, TimeProvider time)
    {
        this.time = time;
        lanes = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new TestLane(options, time))];
        linker = new PolicyLinker(lanes[0].Worker);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in lanes)
        {
            await lane.DisposeAsync();
        }
    }

    /// <exception cref="UsageException">There is nothing to test, or nothing matches the filter.</exception>
    /// <exception cref="EvaluationException">A worker cannot be used.</exception>
    public async Task<TestReport> RunAsync(TestRequest request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var root = request.Root.FullName;
        var suites = TestSuites.Find(request);
        foreach (var lane in lanes.Take(suites.Sum(suite => suite.Cases.Count)))
        {
            lane.Worker.Start();
        }

        var policies = PolicyFolders.Tree(root, suites.Select(suite => suite.Folder));
        var (written, problems) = await LinkAsync(suites, policies, cancellationToken);
        var misfits = request.Types ? MisfitsAsync(root, policies, written, cancellationToken) : Task.FromResult(Misfits.None);
        var cases = new ConcurrentQueue<(CaseSubject Subject, string Folder)>(suites
            .Where(suite => !problems.ContainsKey(suite.Folder))
            .SelectMany(suite => suite.Cases.Where(one => TestSuites.IsWanted(one, request)).Select(one => (suite.Subject, one))));
        var results = new ConcurrentDictionary<string, TestedCase>(StringComparer.Ordinal);
        await Task.WhenAll(lanes.Select(lane => Task.Run(
            async () =>
            {
                while (cases.TryDequeue(out var one))
                {
                    results[one.Folder] = await lane.RunAsync(root, one, linker, policies, cancellationToken);
                }
            },
            cancellationToken)));
        var typed = await misfits;
        return new TestReport(
            [
                .. suites.Select(suite => new TestedSuite(suite, [.. suite.Cases.Select(one => results.GetValueOrDefault(one)).OfType<TestedCase>()])
                {
                    Problem = problems.GetValueOrDefault(suite.Folder),
                    Complaints = [.. typed.Of(written.GetValueOrDefault(suite.Folder)), .. request.RequireTests ? TestSuites.Lacks(root, suite) : []],
                    Note = StaleTypes.Note(policies, suite) ?? (request.Types ? StaleTypes.Untyped(written.GetValueOrDefault(suite.Folder)) : null),
                }),
            ],
            time.GetElapsedTime(started))
        {
            Unchecked = typed.Unchecked,
        };
    }

    /// <summary>Links all policies first, so that the cases find every script ready.</summary>
    /// <returns>The policies as written, and what is wrong with those that cannot be used, by their suite's folder.</returns>
    private async Task<(Dictionary<string, PolicyFiles> Written, Dictionary<string, string> Problems)> LinkAsync(
        IReadOnlyList<CaseSuite> suites,
        ISourceTree policies,
        CancellationToken cancellationToken)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var written = new Dictionary<string, PolicyFiles>(StringComparer.Ordinal);
        var loader = new PolicyLoader(policies);
        foreach (var suite in suites.Where(suite => suite.Subject.Policy is not null))
        {
            try
            {
                var loaded = loader.Load(suite.Subject.Policy!);
                await linker.LinkAsync(loaded.Source, cancellationToken);
                written[suite.Folder] = loaded.Files!;
            }
            catch (UsageException e)
            {
                problems[suite.Folder] = e.Message;
            }
        }

        return (written, problems);
    }

    private async Task<Misfits> MisfitsAsync(
        string root, ISourceTree policies, Dictionary<string, PolicyFiles> written, CancellationToken cancellationToken)
    {
        try
        {
            return new Misfits(await types.CheckAsync(root, policies, [.. written.Values], cancellationToken), null);
        }
        catch (EvaluationException e)
        {
            return new Misfits([], e.Message);
        }
    }
}

/// <summary>What does not fit its type in the policies of a test.</summary>
/// <param name="Problems">The problems.</param>
/// <param name="Unchecked">Why nothing could be checked; else <see langword="null"/>.</param>
internal sealed record Misfits(IReadOnlyList<TypeProblem> Problems, string? Unchecked)
{
    public static Misfits None { get; } = new([], null);

    /// <summary>Those in a policy's files.</summary>
    public IEnumerable<string> Of(PolicyFiles? policy) =>
        policy is null ? [] : Problems.Where(problem => policy.Texts.ContainsKey(problem.File)).Select(problem => problem.ToString());
}
