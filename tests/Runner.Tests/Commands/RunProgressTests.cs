using System.Text;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Runner.Commands;
using Runner.Tests.Pipeline;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands;

public sealed class RunProgressTests
{
    private static readonly string[] Ids = ["b", "a"];

    [Fact]
    public async Task Plain_IsALineForEachGateAndNote()
    {
        using var error = new StringWriter();

        await ShowAsync(new ProgressPlace(error, new ManualTime()));

        error.ToString().ShouldBe("a: minute 1\nb: passed (0.0 s)\na: passed (0.0 s)\n");
    }

    [Fact]
    public async Task Live_IsOneLineInPlaceThatIsNeverEmptyAndGoneAtTheEnd()
    {
        using var error = new StringWriter();

        await ShowAsync(new ProgressPlace(error, new ManualTime()) { IsLive = true });

        error.ToString().Split("\r\e[K").ShouldBe(["", "0.0 s  b", "0.0 s  a, b", "0.0 s  a: minute 1, b", "0.0 s  a: minute 1", "0.0 s  finishing", ""]);
    }

    [Theory]
    [InlineData(12, "0.0 s  a: m")]
    [InlineData(3, "0.")]
    [InlineData(1, "")]
    [InlineData(0, "")]
    [InlineData(-1, "")]
    public async Task Live_NeverBreaksItsLine(int width, string expected)
    {
        using var error = new StringWriter();

        await RunProgress.ShowAsync(new ProgressPlace(error, new ManualTime()) { IsLive = true, Width = () => width }, progress =>
        {
            progress.Report(new GateProgress("a", null) { Note = "minute 1" });
            return Task.FromResult(0);
        });

        error.ToString().ShouldBe($"\r\e[K{expected}\r\e[K");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DisplayThatThrows_TouchesNothing(bool isLive)
    {
        await using var error = new DelegateWriter(() => throw new InvalidOperationException("A task name cannot be empty"));

        (await ShowAsync(new ProgressPlace(error, new ManualTime()) { IsLive = isLive })).ShouldBe(7);
    }

    [Fact]
    public async Task WidthThatThrows_TouchesNothing()
    {
        using var error = new StringWriter();

        (await ShowAsync(new ProgressPlace(error, new ManualTime()) { IsLive = true, Width = () => throw new IOException("no terminal") })).ShouldBe(7);
    }

    [Fact]
    public async Task DisplayThatNobodyReads_HoldsNothingUp()
    {
        using var forever = new ManualResetEventSlim();
        await using var error = new DelegateWriter(() => forever.Wait(CancellationToken.None));

        (await ShowAsync(new ProgressPlace(error, new ManualTime()))).ShouldBe(7);

        forever.Set();
    }

    [Fact]
    public async Task RunThatFails_FailsAsItDoesWithoutADisplay()
    {
        using var error = new StringWriter();

        await Should.ThrowAsync<EvaluationException>(() => RunProgress.ShowAsync<int>(
            new ProgressPlace(error, new ManualTime()) { IsLive = true },
            _ => throw new EvaluationException("no")));

        error.ToString().ShouldBe("\r\e[K");
    }

    private static Task<int> ShowAsync(ProgressPlace place) => RunProgress.ShowAsync(place, progress =>
    {
        foreach (var id in Ids)
        {
            progress.Report(new GateProgress(id, null));
        }

        progress.Report(new GateProgress("a", null) { Note = "minute 1" });
        foreach (var id in Ids)
        {
            progress.Report(new GateProgress(id, SampleResults.Of(id, Verdict.Passed)));
        }

        return Task.FromResult(7);
    });

    private sealed class DelegateWriter(Action write) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => write();
    }
}
