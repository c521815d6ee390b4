using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Canary;

/// <summary><c>gates objectives</c>, from a configuration to what <c>promtool</c> says of it.</summary>
public sealed class ObjectivesCommandStories : IDisposable
{
    private readonly TempRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void TheObjectivesOfAGate_BecomeRulesThatPromtoolTries()
    {
        Assert.SkipUnless(ExternalProgram.Exists("promtool"), "needs promtool (Debian: prometheus)");
        repository.Write(".github/gates.yml", """
            version: 1
            gates:
              canary-slo: { with: { prometheus: { url: "https://p.example" }, preset: api-service, selector: 'track="canary"' } }
            """).Commit();

        foreach (var (kind, file) in new[] { ("rules", "rules.yml"), ("tests", "test.yml") })
        {
            var run = GatesProcess.Run(repository.Path, ["objectives", kind]);
            run.ExitCode.ShouldBe(0, run.Error);
            run.Output.ShouldStartWith("# Made by `gates objectives` from .github/gates.yml, gates ");
            File.WriteAllText(Path.Combine(repository.Path, file), run.Output);
        }

        var test = ExternalProgram.Run("promtool", ["test", "rules", "test.yml"], repository.Path);
        test.ExitCode.ShouldBe(0, test.ToString());
        GatesProcess.Run(repository.Path, ["objectives", "dashboard"]).Output.ShouldContain("gates:objective:value{objective=\\\"error-rate\\\"}");
        GatesProcess.Run(repository.Path, ["objectives", "routes"]).Output.ShouldContain("severity=\"page\"");
    }

    [Fact]
    public void WithoutTheGate_ItSaysWhatToAdd()
    {
        repository.Write(".github/gates.yml", "version: 1\ngates: { dlp-scan: {} }\n").Commit();

        var run = GatesProcess.Run(repository.Path, ["objectives", "rules"]);

        run.ExitCode.ShouldBe(2);
        (run.Output + run.Error).ShouldContain("has no gate canary-slo, whose objectives would be written; add it under `gates:`");
    }
}
