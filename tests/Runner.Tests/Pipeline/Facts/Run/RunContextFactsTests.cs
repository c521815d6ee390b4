using System.Text.Json;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Facts.Run;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.Run;

public sealed class RunContextFactsTests
{
    [Fact]
    public async Task APullRequest_HasBothBranches_AndTheTimeOfTheRun()
    {
        var facts = await FactsAsync(
            ["time", "event", "branch", "tag", "env.STAGE", "env.UNSET"],
            ("GITHUB_ACTIONS", "true"),
            ("GITHUB_EVENT_NAME", "pull_request"),
            ("GITHUB_REF", "refs/pull/7/merge"),
            ("GITHUB_HEAD_REF", "topic"),
            ("GITHUB_BASE_REF", "main"),
            ("STAGE", "test"));

        facts.Json("time", "event", "branch", "target", "tag").ShouldBe("\"2026-12-01T12:00:00Z\" \"pull_request\" \"topic\" \"main\" null");
        facts.Json("environment").ShouldBe("""{"STAGE":"test","UNSET":null}""");
    }

    [Fact]
    public async Task ATag_IsNoBranch() =>
        (await FactsAsync(["branch", "tag"], ("GITHUB_ACTIONS", "true"), ("GITHUB_EVENT_NAME", "push"), ("GITHUB_REF", "refs/tags/v1"))).GetRawText()
            .ShouldBe("""{"branch":null,"target":null,"tag":"v1"}""");

    [Fact]
    public async Task OnlyWhatWasAskedFor_IsThere() => (await FactsAsync(["event"])).GetRawText().ShouldBe("""{"event":null}""");

    [Theory]
    [InlineData("time", null)]
    [InlineData("env.STAGE", null)]
    [InlineData("env.", "names no environment variable; write for example env.STAGE")]
    [InlineData("env.A-B", "names no environment variable; write for example env.STAGE")]
    [InlineData("env.GITHUB_TOKEN", "has the name of a secret; what a policy sees is kept as evidence")]
    [InlineData("env.aws_secret_access_key", "has the name of a secret; what a policy sees is kept as evidence")]
    [InlineData("now", "is no part of a run; valid: time, event, branch, tag, and env.NAME for an environment variable")]
    public void WhatCannotBeAskedFor_IsRefused(string part, string? why) => RunContextFacts.WhyNot(part).ShouldBe(why);

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
    }

    private static async Task<JsonElement> FactsAsync(string[] parts, params (string Name, string Value)[] variables)
    {
        var known = variables.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
        var services = new GateServices(new Noon()) { Variables = known.GetValueOrDefault };
        var gate = new FactsGate(new FactSelection(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["run"] = parts }), services);
        return (await gate.InspectAsync(new GateContext(new MemoryTree(), ChangeSet.None, default), CancellationToken.None)).Facts.GetProperty("run");
    }
}
