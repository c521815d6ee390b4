using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Facts.GitHub;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.GitHub;

public sealed class GitHubFactsTests
{
    [Fact]
    public async Task Everything_IsAskedAndTold()
    {
        using var github = GitHubAnswers.Whole();
        var facts = await github.FactsAsync([.. GitHubFacts.Parts]);

        github.Verify();
        facts.GetProperty("commit").GetString().ShouldBe(GitHubAnswers.Commit);
        facts.GetProperty("branch").GetString().ShouldBe("main");
        var pull = facts.GetProperty("pullRequests")[0];
        pull.GetProperty("reviews").GetRawText().ShouldBe(
            $$"""[{"reviewer":"person-2","association":"member","state":"approved","commit":"{{GitHubAnswers.Head}}","""
                + "\"ofHead\":true,\"byAuthor\":false,\"time\":\"2026-11-20T09:00:00Z\"}]");
        pull.GetProperty("issues").GetRawText().ShouldBe("""[{"repository":"acme/web","number":3,"state":"open"}]""");
        pull.GetProperty("requestedTeams")[0].GetString().ShouldBe("sre");
        facts.GetProperty("protection").GetProperty("approvals").GetInt32().ShouldBe(1);
        facts.GetProperty("protection").GetProperty("bypass").GetArrayLength().ShouldBe(0);
        var environment = facts.GetProperty("environments").GetProperty("all")[0];
        environment.GetProperty("waitMinutes").GetInt32().ShouldBe(30);
        environment.GetProperty("reviewers").GetRawText().ShouldBe("""["person-2"]""");
        facts.GetProperty("environments").GetProperty("approvals")[0].GetProperty("by").GetString().ShouldBe("person-2");
        facts.GetProperty("deployments")[0].GetProperty("state").GetString().ShouldBe("success");
        facts.GetProperty("run").GetProperty("attemptBy").GetString().ShouldBe("person-2");
        facts.GetProperty("runs")[0].GetProperty("conclusion").GetString().ShouldBe("failure");
        facts.GetProperty("releases")[0].GetProperty("immutable").GetBoolean().ShouldBeTrue();
        facts.GetProperty("source").GetRawText().ShouldBe("""{"level":4,"missing":[]}""");
        facts.GetProperty("unseen").GetArrayLength().ShouldBe(0);
    }

    /// <summary>Evidence is signed and kept for years.</summary>
    [Fact]
    public async Task People_AreRoles_AndNobodyCanReadThemFromTheFacts()
    {
        using var github = GitHubAnswers.Whole();
        var evidence = await github.CollectAsync([.. GitHubFacts.Parts]);

        var text = evidence.Facts.GetRawText();
        foreach (var word in new[] { "ann", "bob", "cid", "acme.example", GitHubAnswers.Token })
        {
            text.ShouldNotContain(word);
        }

        evidence.Facts.GetProperty("github").GetProperty("pullRequests")[0].GetProperty("body").GetString().ShouldBe("For @person-2, see [address]");
        evidence.People.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}")
            .ShouldBe(["person-1 ann", "person-2 bob", "person-3 cid"]);
    }

    [Theory]
    [InlineData(404, "pullRequests", "pulls/7", "pull-requests: read")]
    [InlineData(403, "pullRequests", "pulls/7", "pull-requests: read")]
    [InlineData(404, "deployments", "deployments", "deployments: read")]
    [InlineData(404, "releases", "releases", "contents: read")]
    [InlineData(403, "run", "actions/runs/99", "actions: read")]
    [InlineData(403, "runs", "actions/runs", "actions: read")]
    public async Task WhatIsHidden_IsNull_AndThePermissionIsNamed(int status, string part, string path, string permission)
    {
        using var github = GitHubAnswers.Whole();
        github.Answer(path, """{"message":"Resource not accessible by integration"}""", status);
        var facts = await github.FactsAsync(part);

        facts.GetProperty(part).ValueKind.ShouldBe(JsonValueKind.Null);
        var unseen = facts.GetProperty("unseen")[0];
        unseen.GetProperty("part").GetString().ShouldBe(part);
        unseen.GetProperty("permission").GetString().ShouldBe(permission);
        unseen.GetProperty("reason").GetString()!.ShouldContain(permission);
    }

    /// <summary>A job's token may not read a branch's own protection: what rulesets do not show may be there, and is not said to be missing.</summary>
    [Fact]
    public async Task HiddenProtection_MakesWhatIsNotShownUnknown()
    {
        using var github = GitHubAnswers.Whole();
        github.Answer("branches/main/protection", """{"message":"Not Found"}""", 404);
        github.Answer("rulesets/42", GitHubAnswers.Ruleset(42, "branch", bypass: ""));
        var facts = await github.FactsAsync("protection", "source");

        var protection = facts.GetProperty("protection");
        protection.GetProperty("forcePushesRefused").GetBoolean().ShouldBeTrue();
        protection.GetProperty("signedCommits").ValueKind.ShouldBe(JsonValueKind.Null);
        protection.GetProperty("bypass").ValueKind.ShouldBe(JsonValueKind.Null);
        facts.GetProperty("unseen")[0].GetProperty("permission").GetString().ShouldBe("administration: read");
        facts.GetProperty("source").GetProperty("level").GetInt32().ShouldBe(1);
        facts.GetProperty("source").GetProperty("missing")[0].GetString()!.ShouldContain("who may bypass the rule is shown to administrators alone");
    }

    [Fact]
    public async Task HostileTexts_AreBoundedAndStayTexts()
    {
        using var github = GitHubAnswers.Whole();
        var body = new string('x', 1 << 20);
        github.Answer("pulls/7", GitHubAnswers.Pull(title: "\"::error::no\\n<img src=x onerror=alert(1)>\\u001b[31m @ann\"", body: $"\"{body}\""));
        var pull = (await github.FactsAsync("pullRequests")).GetProperty("pullRequests")[0];

        pull.GetProperty("title").GetString().ShouldBe("::error::no\n<img src=x onerror=alert(1)>\u001b[31m @person-1");
        pull.GetProperty("body").GetString()!.Length.ShouldBeLessThan(33_000);
        pull.GetProperty("cut").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task GitHub_IsAskedOnce_AlsoForTheBase()
    {
        using var github = GitHubAnswers.Whole();
        var gate = github.Gate("pullRequests");
        await gate.InspectAsync(GitHubAnswers.About(), CancellationToken.None);
        var asked = github.Requests;
        await gate.InspectAsync(GitHubAnswers.About(), CancellationToken.None);

        github.Requests.ShouldBe(asked);
        gate.ReachesOut.ShouldBeTrue();
    }

    [Fact]
    public async Task AnAnswerThatIsNone_IsAnError_WithoutTheToken()
    {
        using var github = GitHubAnswers.Whole();
        github.Answer("pulls/7", $$"""{"message":"your token is {{GitHubAnswers.Token}}"}""", 422);
        var error = await Should.ThrowAsync<EvaluationException>(() => github.CollectAsync("pullRequests"));

        error.Message.ShouldStartWith("`github` facts could not be had: Could not read the pull request: GitHub answered 422");
        error.Message.ShouldNotContain(GitHubAnswers.Token);
    }

    [Fact]
    public async Task WithoutAToken_TheFactCouldNotBeHad()
    {
        var gate = new FactsGate(
            new FactSelection(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["github"] = ["run"] }),
            new GateServices(TimeProvider.System) { Variables = _ => null });

        (await Should.ThrowAsync<EvaluationException>(() => gate.InspectAsync(GitHubAnswers.About(), CancellationToken.None))).Message
            .ShouldStartWith("`github` facts could not be had: GITHUB_TOKEN is not set");
    }

    [Fact]
    public async Task Reviews_AreTheLastOpinionOfEach()
    {
        using var github = GitHubAnswers.Whole();
        github.Answer("pulls/7/reviews", GitHubAnswers.Reviews(
            GitHubAnswers.Review("bob", "CHANGES_REQUESTED", "MEMBER"),
            GitHubAnswers.Review("bob", "APPROVED", "MEMBER"),
            GitHubAnswers.Review("bob", "COMMENTED", "MEMBER"),
            GitHubAnswers.Review("dan", "COMMENTED", "NONE"),
            GitHubAnswers.Review("eve", "APPROVED", "MEMBER"),
            GitHubAnswers.Review("eve", "DISMISSED", "MEMBER"),
            GitHubAnswers.Review("ann", "PENDING", "MEMBER")));
        var reviews = (await github.FactsAsync("pullRequests")).GetProperty("pullRequests")[0].GetProperty("reviews");

        reviews.EnumerateArray().Select(one => one.GetProperty("state").GetString()).ShouldBe(["approved", "commented", "dismissed"]);
    }
}
