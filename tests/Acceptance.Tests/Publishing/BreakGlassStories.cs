using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Gates.Attestation.Cryptography;
using Shouldly;
using Support;
using Support.GitHubEmulator;
using Xunit;

namespace Acceptance.Tests.Publishing;

/// <summary>A label lets a red pull request pass for some days: whose, and for which head, is what counts.</summary>
public sealed class BreakGlassStories : IDisposable
{
    private const string Label = "gates-override";
    private const string ByManager = "break-glass: { label: gates-override, by: [\"@manager\"] }\n";

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly PublishingJob job = new((
        ".github/gates.yml",
        "version: 1\ngates:\n  dlp-scan: {}\nbreak-glass: { label: gates-override, by: [\"@manager\", \"@dev\", \"@acme/release-managers\"], days: 2 }\n"));

    public void Dispose() => job.Dispose();

    [Fact]
    public void Label_OverridesThisHeadUntilItEnds_AndIsSaidEverywhere()
    {
        var pull = Pull();
        Publish(pull).ShouldBe("failure");

        pull.Label("manager", Label, Now.AddMinutes(-5));
        Publish(pull).ShouldBe("neutral");
        var until = $"{Now.AddMinutes(-5).AddDays(2).UtcDateTime:yyyy-MM-dd HH:mm} UTC";
        Title(pull).ShouldStartWith($"overridden by @manager until {until}; 1 finding blocks");
        ((string)job.ChecksOf(pull)[^1]["output"]!["summary"]!).ShouldContain("**OVERRIDDEN**");
        var comment = (string)pull.Comments.ShouldHaveSingleItem()["body"]!;
        comment.ShouldContain("## 🟡 Gates: OVERRIDDEN (failed)");
        comment.ShouldContain("### 1 finding blocks");
        comment.ShouldNotContain("@manager", Case.Sensitive, "nobody is notified");

        pull.Label("manager", Label, Now.AddMinutes(-4), isOn: false);
        Publish(pull).ShouldBe("failure", "the label is off");

        pull.Label("manager", Label, Now.AddMinutes(-3));
        Publish(pull).ShouldBe("neutral");
        job.Repository.PushedAt = Now.AddMinutes(-2);
        pull.Head.Commit("topic", ("b.txt", "x\n"));
        pull.Synchronize();
        Publish(pull).ShouldBe("failure", "it was for another head");
        Comment(pull).ShouldContain("it was put on before");
        job.Server.Verify();
    }

    [Fact]
    public void DayThatPassed_IsRedAgain()
    {
        job.Repository.PushedAt = Now.AddDays(-4);
        var pull = Pull();
        pull.Label("manager", Label, Now.AddDays(-3));

        Publish(pull).ShouldBe("failure");

        Comment(pull).ShouldContain("it ended on");
        job.Server.Verify();
    }

    [Theory]
    [InlineData("mallory", "who is not among")]
    [InlineData("dev", "its author, put it on")]
    [InlineData("helper[bot]", "a program put it on")]
    [InlineData("stranger", "GITHUB_TOKEN cannot read a team's members")]
    public void LabelOfAnybodyElse_OverridesNothing(string login, string why)
    {
        if (login == "mallory")
        {
            job.Repository.Commit("main", (".github/gates.yml", $"version: 1\ngates:\n  dlp-scan: {{}}\n{ByManager}"));
        }

        var pull = Pull();
        pull.Label(login, Label, Now);

        Publish(pull).ShouldBe("failure");

        Comment(pull).ShouldContain(why);
        job.Server.Verify();
    }

    [Fact]
    public void TeamThatTheTokenCanSee_MayOverride()
    {
        job.Server.Teams["acme/release-managers"] = ["boss"];
        var pull = Pull();
        pull.Label("boss", Label, Now);

        Publish(pull, [.. EmulatedToken.Publishing, "members: read"]).ShouldBe("neutral");

        Title(pull).ShouldContain("overridden by @boss (@acme/release-managers) until ");
    }

    [Fact]
    public void ForksAuthor_CanNeitherConfigureNorBackdateAnOverride()
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit(
            "topic",
            ("app.env", $"TOKEN={Planted.GitHubToken}\n"),
            (".github/gates.yml", "version: 1\ngates:\n  dlp-scan: {}\nbreak-glass: { label: mine, by: [\"@friend\"] }\n"));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");
        pull.Label("friend", "mine", Now);
        Publish(pull).ShouldBe("failure", "only the base's configuration says who may");

        pull.Label("manager", Label, Now);
        fork.Activity.Clear();
        Publish(pull).ShouldBe("failure", "a push that GitHub does not tell of may be later than the label");
        Comment(pull).ShouldContain("GitHub does not say when");
        job.Server.Verify();
    }

    [Fact]
    public void GatesThatNobodyRan_AreNotOverridden()
    {
        job.Repository.Commit(
            "main",
            (".github/gates.yml", $"version: 1\ngates:\n  dlp-scan: {{}}\n  sarif-severity: {{ facts: {{ sarif: [\"*.sarif\"] }} }}\n{ByManager}"));
        var pull = Pull();
        pull.Label("manager", Label, Now);

        Publish(pull).ShouldBe("action_required");
    }

    [Fact]
    public void WhatGotInOverridden_IsLoggedByTheJobThatHoldsKeys_AndTheLogNamesNobody()
    {
        var pull = Pull();
        pull.Label("manager", Label, Now);
        Publish(pull).ShouldBe("neutral");
        var before = pull.BaseSha;
        pull.Merge();
        var (evidence, evidencePem) = Ed25519PrivateKey.Create();
        var (log, logPem) = Ed25519PrivateKey.Create();
        using var first = evidence;
        using var second = log;
        var clone = job.CheckOut("refs/heads/main");
        var head = TempRepository.Run(clone, "rev-parse", "HEAD");
        var push = new JsonObject
        {
            ["ref"] = "refs/heads/main",
            ["before"] = before,
            ["after"] = head,
            ["forced"] = false,
            ["created"] = false,
            ["deleted"] = false,
            ["commits"] = new JsonArray(new JsonObject { ["id"] = head }),
        };
        var variables = job.Variables("push", push, "refs/heads/main", permissions: null);
        variables["GATES_EVIDENCE_KEY"] = new string(evidencePem);
        variables["GATES_LOG_KEY"] = new string(logPem);
        GatesProcess.Run(clone, ["run"], variables).ExitCode.ShouldBe(1, "the token is in the branch now");
        string[] append = ["publish", "--evidence-only", "--remote", ".", "--origin", "localhost/app"];

        var logged = GatesProcess.Run(clone, append, variables);

        logged.ExitCode.ShouldBe(0, logged.ToString());
        var branch = TempRepository.Run(clone, "for-each-ref", "--format=%(refname)", "refs/heads/gates-evidence");
        var path = TempRepository.Run(clone, "ls-tree", "-r", "--name-only", branch).Split('\n').Single(one => one.EndsWith(".file", StringComparison.Ordinal));
        var record = JsonNode.Parse(TempRepository.Run(clone, "show", $"{branch}:{path}"))!;
        ((int)record["pull_request"]!, (string)record["head"]!).ShouldBe((pull.Number, pull.HeadSha));
        record.ToJsonString().ShouldNotContain("manager");
        var opened = File.ReadAllText(Path.Combine(clone, ".gates/overrides/disclosures.json"));
        var disclosure = (string)JsonNode.Parse(opened)!["disclosures"]![(string)record["by"]!["_sd"]![0]!]!;
        Encoding.UTF8.GetString(Base64Url.DecodeFromChars(disclosure)).ShouldEndWith("\"login\",\"manager\"]");

        variables.Remove("GATES_EVIDENCE_KEY");
        var keyless = GatesProcess.Run(clone, append, variables);
        keyless.ExitCode.ShouldBe(3, keyless.ToString());
        keyless.Error.ShouldContain($"#{pull.Number} got in overridden, and without an evidence key that cannot be recorded: set GATES_EVIDENCE_KEY");
        job.Server.Verify();
    }

    [Fact]
    public void Schedule_TurnsAnOverrideThatEndedRedAgain()
    {
        var pull = Pull();
        pull.Label("manager", Label, Now);
        Publish(pull).ShouldBe("neutral");

        pull.Events[^1]["created_at"] = EmulatedRepository.Time(Now.AddDays(-3));
        job.Repository.Activity.ForEach(one => one["timestamp"] = EmulatedRepository.Time(Now.AddDays(-4)));
        var (_, published) = job.RunAndPublish("schedule", [], "refs/heads/main");

        published.ExitCode.ShouldBe(0, published.ToString());
        ((string?)job.ChecksOf(pull)[^1]["conclusion"]).ShouldBe("failure");
        job.Server.Verify();
    }

    private EmulatedPullRequest Pull()
    {
        job.Repository.Commit("topic", ("app.env", $"TOKEN={Planted.GitHubToken}\n"));
        return job.Repository.OpenPullRequest("dev", job.Repository, "topic");
    }

    private string? Publish(EmulatedPullRequest pull, IReadOnlyList<string>? permissions = null)
    {
        var published = job.PublishRunOf(pull, null, permissions);
        published.ExitCode.ShouldBe(0, published.ToString());
        return (string?)job.ChecksOf(pull)[^1]["conclusion"];
    }

    private string Title(EmulatedPullRequest pull) => (string)job.ChecksOf(pull)[^1]["output"]!["title"]!;

    private static string Comment(EmulatedPullRequest pull) =>
        System.Net.WebUtility.HtmlDecode((string)pull.Comments.ShouldHaveSingleItem()["body"]!).Replace("\u200B", "", StringComparison.Ordinal);
}
