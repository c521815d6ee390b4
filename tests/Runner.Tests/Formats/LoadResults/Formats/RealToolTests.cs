using System.Globalization;
using System.Net;
using Gates.Formats.LoadResults;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Formats.LoadResults.Formats;

/// <summary>What the tools themselves write today, where they are installed.</summary>
public sealed class RealToolTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Wrk_AgainstAServer_IsRead()
    {
        var run = Loading.Read(await AgainstAsync("wrk", "--threads", "1", "--connections", "2", "--duration", "1s", "--latency"));

        run.Format.ShouldBe("wrk output");
        run.Get("requests", "count").ShouldNotBeNull().ShouldBeGreaterThan(0);
        run.Get("failed", "rate").ShouldBe(0);
        run.Get("latency", "p(99)").ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(run.Get("latency", "p(50)")!.Value);
    }

    [Fact]
    public async Task Hey_AgainstAServer_IsReadAsTextAndAsCsv()
    {
        var text = Loading.Read(await AgainstAsync("hey", "-n", "20", "-c", "2"));
        var csv = Loading.Read(await AgainstAsync("hey", "-n", "20", "-c", "2", "-o", "csv"), ("latency", "p(95)"), ("failed", "rate"));

        (text.Format, text.Get("requests", "count"), text.Get("failed", "rate")).ShouldBe(("hey output", 20, 0));
        text.Get("latency", "p(95)").ShouldNotBeNull().ShouldBeLessThanOrEqualTo(text.Get("latency", "max")!.Value);
        (csv.Metrics[MetricName.Parse("latency")].Count, csv.Get("failed", "rate")).ShouldBe((20, 0));
    }

    [Fact]
    public void Hyperfine_OfACommand_IsRead()
    {
        Assert.SkipUnless(ExternalProgram.Exists("hyperfine"), "needs hyperfine");
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "a.json");
        ExternalProgram.Run("hyperfine", ["-N", "--runs", "5", "--export-json", file, "sleep 0.01"], timeout: Patience).Succeeded();

        var run = Loading.Read(File.ReadAllBytes(file));

        run.Metrics[MetricName.Parse("duration")].Count.ShouldBe(5);
        run.Get("duration{name:sleep 0.01}", "min").ShouldNotBeNull().ShouldBeInRange(10, 10_000);
        run.Get("failed", "rate").ShouldBe(0);
    }

    [Fact]
    public void Go_OfABenchmark_IsRead()
    {
        Assert.SkipUnless(ExternalProgram.Exists("go"), "needs go");
        using var folder = new TempFolder();
        folder.Write("go.mod", "module example.com/a\n\ngo 1.19\n");
        folder.Write("a_test.go", """
            package a

            import (
            	"testing"
            	"time"
            )

            func BenchmarkWait(b *testing.B) {
            	for i := 0; i < b.N; i++ {
            		time.Sleep(time.Millisecond)
            	}
            }
            """);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["GOCACHE"] = Path.Combine(folder.Path, "cache"), ["GOFLAGS"] = "-mod=mod" };
        string[] arguments = ["test", "-bench", ".", "-benchtime", "20x", "-count", "3"];
        var output = ExternalProgram.Run("go", arguments, folder.Path, variables, TimeSpan.FromMinutes(4)).Succeeded();

        var run = Loading.Read(output);

        run.Format.ShouldBe("Go benchmark output");
        run.Metrics[MetricName.Parse("duration{name:Wait}")].Samples!.Length.ShouldBe(3);
        run.Get("duration", "med").ShouldNotBeNull().ShouldBeInRange(1, 1_000);
    }

    private static async Task<string> AgainstAsync(string program, params string[] arguments)
    {
        Assert.SkipUnless(ExternalProgram.Exists(program), $"needs {program}");
        var (listener, port) = LocalListener.Open("127.0.0.1");
        var answers = AnswerAsync(listener);
        try
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/");
            return ExternalProgram.Run(program, [.. arguments, address], timeout: Patience).Succeeded();
        }
        finally
        {
            listener.Close();
            await answers;
        }
    }

    private static async Task AnswerAsync(HttpListener listener)
    {
        try
        {
            while (true)
            {
                (await listener.GetContextAsync()).Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test has what it wanted.
        }
    }
}
