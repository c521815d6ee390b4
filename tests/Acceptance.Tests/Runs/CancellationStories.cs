using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>Ctrl-C and SIGTERM stop everything, and keep what was finished.</summary>
public sealed class CancellationStories
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Signal_StopsTheRunKeepsWhatFinishedAndExits3(string signal)
    {
        using var repository = new TempRepository()
            .Write(
                ".github/gates.yml",
                "version: 1\ngates:\n  quick: { policy: policies/quick.js, facts: { files: [\"**\"] } }\n  slow: { needs: [quick], policy: policies/slow.js, policy-timeout: 10m, facts: { files: [\"**\"] } }\n")
            .Write("policies/quick.js", "function judge(evidence, settings, report) { report.pass(\"seen\", \"fine\"); }\n")
            .Write("policies/slow.js", "function judge(evidence, settings, report) { let a = 3n; for (;;) a *= a; }\n");
        repository.Commit();
        using var process = GatesProcess.Start(repository.Path, ["run"]);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        (await process.StandardError.ReadLineAsync()).ShouldStartWith("quick: passed");

        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString()]);
        var stopped = Stopwatch.StartNew();
        await process.WaitForExitAsync();

        stopped.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        process.ExitCode.ShouldBe(3, await output);
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(repository.Path, ".gates/out/results.json")));
        var gates = results.RootElement
            .GetProperty("gates")
            .EnumerateArray()
            .ToDictionary(gate => gate.GetProperty("id").GetString()!, gate => gate.GetProperty("verdict").GetString());
        gates["quick"].ShouldBe("passed");
        gates["slow"].ShouldBe("errored");
        (await output).ShouldContain("\nINTERRUPTED: 1 of 2 gates finished; ");
    }
}
