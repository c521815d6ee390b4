using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Recognition;
using Gates.Runner.Configuration;
using Gates.Runner.Runs;

namespace Gates.Runner.Commands.Baselining;

/// <summary>Looks at the whole repository and writes down what it finds.</summary>
/// <param name="findings">Looks.</param>
/// <param name="random">Fills a new salt.</param>
internal sealed class BaselineSession(TodaysFindings findings, Action<Span<byte>> random)
{
    private const string Command = "gates baseline";

    /// <exception cref="UsageException">The request, the configuration, or the baseline that is there is not valid.</exception>
    /// <exception cref="EvaluationException">A gate could not be evaluated; nothing was written.</exception>
    public async Task<BaselineUpdate> RunAsync(Workspace workspace, BaselineRequest request, CancellationToken cancellationToken)
    {
        var growth = Growth(request, findings.Today);
        var configuration = ConfigurationLocator.Read(workspace.Tree, request.Config);
        var existing = Baseline.Find(workspace.Tree, configuration.Baseline);
        var salt = RepositorySalt.Find(workspace.Tree, existing?.HeldSalt) ?? RepositorySalt.New(random);
        var plan = await findings.PlanAsync(workspace, configuration, request.Gates, (existing, salt), cancellationToken);
        if (request.Gates.FirstOrDefault(plan.LeftOut.ContainsKey) is { } asked)
        {
            throw new UsageException($"--gates: {asked} has no baseline, because {plan.LeftOut[asked]}; `gates waive` accepts one of its findings for a while");
        }

        var results = await findings.JudgeAsync(workspace, plan, cancellationToken);
        var update = BaselineUpdate.From(
            existing,
            new Baseline { Path = configuration.Baseline, Entries = [] },
            results,
            growth) with
        { LeftOut = plan.LeftOut };

        // The salt first: without it the fingerprints would mean nothing.
        var madeSalt = salt.Keep(workspace.Root, Command);
        var text = BaselineWriter.Write(update.Next);
        if (existing is null || text != BaselineWriter.Write(existing))
        {
            new WholeFile(workspace.Root, configuration.Baseline, Command).Write(text);
        }

        return update with { MadeSalt = madeSalt };
    }

    private static BaselineGrowth? Growth(BaselineRequest request, DateOnly today) => (request.Grow, request.Reason) switch
    {
        (true, null) => throw new UsageException("--grow needs --reason; it is recorded in the file, where reviewers read it"),
        (false, not null) => throw new UsageException("--reason goes with --grow; without it a baseline only shrinks, which needs no reason"),
        (true, { } reason) => new BaselineGrowth(today, reason, 0),
        _ => null,
    };
}

/// <summary>What <c>gates baseline</c> was asked.</summary>
internal sealed record BaselineRequest
{
    public string? Config { get; init; }

    /// <value>The only gates to look at, with those they need; empty means all.</value>
    public IReadOnlyList<string> Gates { get; init; } = [];

    /// <value>Whether findings may be added to a baseline that is there already.</value>
    public bool Grow { get; init; }

    /// <value>Why; recorded in the file.</value>
    public string? Reason { get; init; }
}
