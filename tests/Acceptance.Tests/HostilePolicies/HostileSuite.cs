using Gates.Policies;
using Shouldly;
using Xunit;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>What holds for every hostile script. Two classes share the scripts out, so that two workers judge them side by side.</summary>
public abstract class HostileSuite(WorkerFixture fixture) : IClassFixture<WorkerFixture>
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    private protected WorkerFixture Fixture { get; } = fixture;

    private protected static TheoryData<int, string> Rows(IReadOnlyList<HostileScript> scripts)
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < scripts.Count; i++)
        {
            data.Add(i, scripts[i].Name);
        }

        return data;
    }

    private protected async Task CheckAsync(HostileScript script)
    {
        await Fixture.Worker.CheckHarmlessAsync();
        var process = Fixture.Worker.ProcessId;

        var (lines, failure, elapsed) = await Fixture.Worker.JudgeAsync(script);

        elapsed.ShouldBeLessThan(script.Allowed.Timeout + Slack, string.Join('\n', lines));
        if (script.Reports is { } reports)
        {
            lines.ShouldBe(reports);
        }
        else
        {
            CheckFailure(script, failure.ShouldNotBeNull(string.Join('\n', lines)));
        }

        if (failure?.Limit == "memory")
        {
            Fixture.Worker.ProcessId.ShouldNotBe(process);
        }

        if (!script.DependsOnSpeed)
        {
            (await Fixture.Worker.JudgeAsync(script)).Lines.ShouldBe(lines);
            (await Fixture.Other.JudgeAsync(script)).Lines.ShouldBe(lines);
        }

        await Fixture.Worker.CheckHarmlessAsync();
    }

    private static void CheckFailure(HostileScript script, PolicyException failure)
    {
        failure.Message.ShouldStartWith("policies/hostile/");
        // On a busy machine its process is ended before it could say why.
        var isKilled = script.DependsOnSpeed && failure.Message.EndsWith("(timeout limit) and had to be killed", StringComparison.Ordinal);
        failure.Message.ShouldContain(isKilled ? "it did not finish within" : script.Says, Case.Sensitive);
        if (script.Line > 0 && !isKilled)
        {
            failure.Line.ShouldBe(script.Line, failure.Message);
        }

        if (script.Limits.Length > 0)
        {
            script.Limits.ShouldContain(failure.Limit, failure.Message);
            failure.Message.ShouldContain($"({failure.Limit} limit)", Case.Sensitive);
        }
        else
        {
            failure.Limit.ShouldBeNull(failure.Message);
        }
    }
}
