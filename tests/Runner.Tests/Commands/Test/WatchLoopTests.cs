using Gates.Formats.Foundation;
using Gates.Runner.Commands.Test;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands.Test;

public sealed class WatchLoopTests
{
    private readonly ManualTime time = new();

    [Fact]
    public async Task A_storm_of_events_is_one_change_that_ends_when_it_is_quiet()
    {
        var changes = new Changes(time);
        changes.Happened();
        changes.Happened();

        var next = changes.NextAsync(TestContext.Current.CancellationToken);
        next.IsCompleted.ShouldBeFalse();
        changes.Happened();
        time.Advance(Changes.Quiet);
        SpinWait.SpinUntil(() => time.Waiting == 1, TimeSpan.FromSeconds(10)).ShouldBeTrue("an event in the quiet time must begin it anew");
        next.IsCompleted.ShouldBeFalse();
        time.Advance(Changes.Quiet);

        await next.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task It_runs_at_once_and_after_each_change_whatever_comes_of_it_and_ends_when_cancelled()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var changes = new Changes(TimeProvider.System);
        var said = new List<string>();
        var runs = 0;

        await WatchLoop.RunAsync(
            _ =>
            {
                switch (++runs)
                {
                    case 1:
                        changes.Happened();
                        throw new UsageException("half written");
                    case 2:
                        changes.Happened();
                        throw new EvaluationException("no worker");
                    default:
                        cancel.Cancel();
                        return Task.CompletedTask;
                }
            },
            changes,
            said.Add,
            cancel.Token);

        runs.ShouldBe(3);
        said.ShouldBe([
            "half written",
            "Waiting for changes; Ctrl-C ends.",
            "no worker",
            "Waiting for changes; Ctrl-C ends.",
            "Waiting for changes; Ctrl-C ends."
        ]);
    }

    [Fact]
    public async Task A_file_that_is_written_is_a_change_and_what_tools_write_is_not()
    {
        using var folder = new TempFolder();
        folder.Info.CreateSubdirectory("node_modules");
        folder.Info.CreateSubdirectory("mine");
        var changes = new Changes(TimeProvider.System);
        using var files = new FileChanges(folder.Info, changes);

        folder.Write("node_modules/x.js", "");
        var next = changes.NextAsync(TestContext.Current.CancellationToken);
        folder.Write("mine/policy.js", "");

        await next.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }
}
