using System.Diagnostics;
using Gates.Doors.Processes;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Load;

/// <summary>What makes the load: a k6 program, or our own driver over HTTP/2.</summary>
public sealed class LoadEngineStories : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AScriptOfK6_IsForK6_AndItsAbsenceIsSaid()
    {
        Assert.SkipWhen(ProgramFinder.Find("k6") is not null, "k6 is here");
        folder.Write("script.js", "export default () => {};\n");
        folder.Write("load.yaml", "engine: k6\nscript: script.js\n");
        var output = Run(["load", "load.yaml"]);
        output.ExitCode.ShouldBe(3);
        output.Error.ShouldContain("`engine: k6` needs the program k6, and there is none on the search path");
    }

    /// <summary>A stand-in for k6 shows what is called, with what, and what its exit codes become.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(99, 1)]
    [InlineData(104, 2)]
    [InlineData(107, 3)]
    public void K6sExitCode_BecomesOurs_AndItsOutputHoldsNoSecret(int code, int expected)
    {
        folder.WriteProgram("bin/k6", $"#!/bin/sh\necho \"k6 $* token=$API_TOKEN home=$SHELL_ONLY\"\nexit {code}\n");
        folder.Write("script.js", "export default () => {};\n");
        folder.Write("load.yaml", "engine: k6\nscript: script.js\nsecrets: [API_TOKEN]\n");
        var output = Run(["load", "load.yaml"], ("API_TOKEN", "top-s3cret"), ("SHELL_ONLY", "x"), ("PATH", $"{folder.Path}/bin:/usr/bin:/bin"));
        output.ExitCode.ShouldBe(expected, output.Error);
        output.Output.ShouldContain($"k6 run --no-usage-report {folder.Path}/script.js token=*** home=\n");
    }

    [Fact]
    public async Task Http2_IsSpoken_AlsoWithoutTls()
    {
        var node = ProgramFinder.Find("node");
        Assert.SkipWhen(node is null, "node is not installed; it serves HTTP/2 here");
        folder.Write("server.js", """
            const server = require('http2').createServer((request, response) => response.end(request.httpVersion));
            server.listen(0, '127.0.0.1', () => console.log(server.address().port));
            """);
        using var http2 = Process.Start(
            new ProcessStartInfo(node!, [Path.Combine(folder.Path, "server.js")])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
        try
        {
            var port = await http2.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            folder.Write("load.yaml", $$"""
                http: http2
                iterations: 20
                vus: 4
                requests: [{ url: "http://127.0.0.1:{{port}}/", name: two, expect: { body-contains: "2.0" } }]
                thresholds: { "http_reqs{proto:HTTP/2.0}": ["count==20"], checks: ["rate==1"] }
                """);
            var output = Run(["load", "load.yaml"]);
            output.ExitCode.ShouldBe(0, output.ToString());
        }
        finally
        {
            http2.Kill();
        }
    }

    private GatesOutput Run(IReadOnlyList<string> arguments, params (string Name, string Value)[] variables) =>
        GatesProcess.Run(folder.Path, arguments, variables.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal));
}
