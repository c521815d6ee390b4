using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Runner.Configuration;
using Gates.Runner.Runs;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Runs;

public sealed class RunPlansTests : IDisposable
{
    private const string Path = ".github/gates.yml";
    private const string Configuration = "version: 1\ngates:\n  hermetic-build: {}\n";

    private readonly TempRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task OfPullRequest_AChangeThatLeavesItsJudgeAlone_HasOnePlan()
    {
        var plans = await Plans(() => repository.Write(Path, Configuration), () => repository.Write("a.txt", "a"));

        plans.Binding.Source.ShouldStartWith(Path + " at the base ");
        plans.Proposed.ShouldBeNull();
        plans.Notes.ShouldBeEmpty();
        plans.Edited.ShouldBeEmpty();
    }

    [Fact]
    public async Task OfPullRequest_AChangeThatEditsItsJudge_HasTwoAndSaysWhichFile()
    {
        var plans = await Plans(
            () => repository.Write(Path, Configuration),
            () => repository.Write(Path, Configuration.Replace("{}", "{ mode: warn }", StringComparison.Ordinal)));

        plans.Binding.Gates.ShouldHaveSingleItem().Mode.ShouldNotBe(plans.Proposed!.Gates.ShouldHaveSingleItem().Mode);
        plans.Notes.ShouldBe([
            "This change edits .github/gates.yml, which judges it. "
                + "The base's rules were used; what its own would say stands beside each gate and is not binding."]);
        plans.Edited.ShouldBe([Path]);
    }

    [Fact]
    public async Task OfPullRequest_ACommentInTheConfiguration_ChangesNothing()
    {
        var plans = await Plans(() => repository.Write(Path, Configuration), () => repository.Write(Path, Configuration + "# Why.\n"));

        plans.Proposed.ShouldBeNull();
        plans.Edited.ShouldBeEmpty();
    }

    [Fact]
    public async Task OfPullRequest_ABaseWithoutConfiguration_IsJudgedByTheDefaults()
    {
        var plans = await Plans(() => repository.Write("a.txt", "a"), () => repository.Write(Path, Configuration));

        plans.Binding.Source.ShouldBe("built-in defaults");
        plans.Proposed!.Source.ShouldBe(Path);
        plans.Notes.ShouldBe([
            "The base has no configuration, so the built-in defaults judge. "
                + "What this change's own configuration would say stands beside each gate and is not binding."]);
        plans.Edited.ShouldBe([Path]);
    }

    [Fact]
    public async Task OfPullRequest_AnOwnConfigurationThatCannotBeUsed_IsToldWithItsExitCode()
    {
        var plans = await Plans(() => repository.Write(Path, Configuration), () => repository.Write(Path, "version: 2\ngates: { hermetic-build: {} }\n"));

        plans.Proposed.ShouldBeNull();
        plans.Edited.ShouldBeEmpty();
        plans.Notes.ShouldHaveSingleItem()
            .ShouldStartWith("This change's own configuration cannot be used, so every run after it would fail with exit code 2: .github/gates.yml:1:10: ");
    }

    [Fact]
    public async Task OfPullRequest_AnOwnPlanThatCannotBeMade_IsToldWithItsExitCode()
    {
        var plans = await Plans(
            () => repository.Write(Path, Configuration),
            () => repository.Write("a.txt", "a"),
            (configuration, request) => configuration.Source == Path ? throw new EvaluationException("gone") : Planner.Plan(configuration, request));

        plans.Proposed.ShouldBeNull();
        plans.Notes.ShouldBe(["This change's own configuration cannot be used, so every run after it would fail with exit code 3: gone"]);
    }

    private async Task<RunPlans> Plans(Action atBase, Action change, Func<GatesConfiguration, PlanRequest, RunPlan>? make = null)
    {
        atBase();
        var sha = repository.Commit();
        change();
        repository.Commit();
        var cancellation = TestContext.Current.CancellationToken;
        using var workspace = await Workspace.OpenAsync(repository.Info, null, cancellation);
        await workspace.CompareWithAsync(sha, cancellation);
        using var pullRequest = await PullRequestBase.FromAsync(workspace, sha, cancellation);
        var plan = new PlanRequest
        {
            Tree = workspace.Tree,
            Services = new GateServices(TimeProvider.System),
            Today = new DateOnly(2026, 11, 22),
            Changes = workspace.Changes,
        };
        return await RunPlans.OfPullRequestAsync(
            workspace,
            new RunRequest { Workspace = repository.Info },
            plan,
            pullRequest,
            (configuration, request) => Task.FromResult((make ?? Planner.Plan)(configuration, request)));
    }
}
