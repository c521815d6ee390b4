using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Support;
using Support.GitHubEmulator;
using Xunit;

namespace Acceptance.Tests.Publishing;

/// <summary>Fixes of one line are offered where the line stands, once, and settled when they were taken.</summary>
public sealed class SuggestionStories : IDisposable
{
    private const string Workflow = ".github/workflows/ci.yml";
    private const string Beginning = "on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n";

    private readonly PublishingJob job = new(
        (".github/gates.yml", "version: 1\ngates:\n  dlp-scan: {}\n  hermetic-build: {}\n  base-image-allowlist: {}\n"),
        ("package.json", "{ \"dependencies\": { \"a\": \"1.0.0\" } }\n"),
        ("package-lock.json", "{}\n"),
        ("images/Dockerfile", $"FROM alpine:3.22@sha256:{Planted.Digest}\n"));

    public void Dispose() => job.Dispose();

    [Fact]
    public void Fork_IsSuggestedOnce_AndTheConversationIsResolvedWhenTheFindingIsGone()
    {
        var (fork, pull) = Fork(Steps("npm install"), ("Dockerfile", "FROM alpine:3.22\n"));

        var published = job.PublishRunOf(pull);

        published.Output.ShouldContain("2 changes suggested");
        pull.Threads.Select(thread => $"{thread.Path}:{thread.Line} {Suggestion(thread)}").Order(StringComparer.Ordinal).ShouldBe(
        [
            $"{Workflow}:6       - run: npm ci",
            $"Dockerfile:1 FROM alpine:3.22@sha256:{Planted.Digest}",
        ]);
        ((string?)pull.Reviews.ShouldHaveSingleItem()["state"]).ShouldBe("COMMENTED");

        job.PublishRunOf(pull).Output.ShouldNotContain("suggested");
        pull.Threads[0].IsResolved = true;
        fork.Commit("topic", ("other.txt", "x\n"));
        pull.Synchronize();
        job.PublishRunOf(pull).ExitCode.ShouldBe(0);
        pull.Threads.Count.ShouldBe(2, "what was dismissed is not said again");

        pull.Threads[0].IsResolved = false;
        fork.Commit("topic", Steps("npm ci"));
        pull.Synchronize();
        job.PublishRunOf(pull).Output.ShouldContain("1 suggestion resolved");
        pull.Threads.ToDictionary(thread => thread.Path, thread => thread.IsResolved).ShouldBe(
            new Dictionary<string, bool> { [Workflow] = true, ["Dockerfile"] = false }, ignoreOrder: true);
        pull.Reviews.Count.ShouldBe(1);
        job.Server.Verify();
    }

    [Fact]
    public void ActionAtATag_IsPinnedToTheCommitThatGitHubNames_AndABranchIsNot()
    {
        var actions = job.Server.AddRepository("acme/check");
        var commit = actions.Commit("main", ("action.yml", "name: x\n"));
        actions.Git.Run("tag", "v4.1.0", commit);
        var newer = actions.Commit("main", ("action.yml", "name: y\n"));
        actions.Git.Run("tag", "v4", newer);
        actions.Git.Run("-c", "user.name=a", "-c", "user.email=a@example.invalid", "tag", "-a", "-m", "x", "v4.2.1", newer);
        actions.Git.Run("branch", "v5", newer);
        string[] uses = ["acme/check@v4", "'acme/check/sub@v4.1.0' # why we use it", "acme/check@v5", "acme/check@main", "acme/gone@v1"];
        var (_, pull) = Fork((Workflow, Beginning + string.Concat(uses.Select(one => $"      - uses: {one}\n"))));

        job.PublishRunOf(pull).Output.ShouldContain("2 changes suggested");

        pull.Threads.Select(thread => $"{thread.Line}{Suggestion(thread)}").Order(StringComparer.Ordinal).ShouldBe(
        [
            $"6      - uses: acme/check@{newer} # v4.2.1",
            $"7      - uses: 'acme/check/sub@{commit}' # v4.1.0 why we use it",
        ]);
        job.Server.Verify();
    }

    [Fact]
    public void OtherPeoplesConversations_AreNeitherCountedNorResolved_EvenWithOurMarker()
    {
        var (fork, pull) = Fork(Steps("npm install"));
        job.PublishRunOf(pull).Output.ShouldContain("1 change suggested");
        var copied = pull.Threads[0].Body;
        pull.Threads.Clear();
        pull.Threads.Add(new EmulatedThread("PRRT_x", "mallory", copied, Workflow, 6));

        job.PublishRunOf(pull).Output.ShouldContain("1 change suggested");
        fork.Commit("topic", Steps("npm ci"));
        pull.Synchronize();
        job.PublishRunOf(pull).Output.ShouldContain("1 suggestion resolved");

        pull.Threads.Single(thread => thread.Login == "mallory").IsResolved.ShouldBeFalse();
        job.Server.Verify();
    }

    [Fact]
    public void HostileLine_ClosesNoFence_NotifiesNobody_AndWithWhatNobodySees_IsNotSuggested()
    {
        var (_, pull) = Fork(Steps("npm install # ```` @acme/all <!-- x -->", "npm install # \u202e txt"));

        job.PublishRunOf(pull).ExitCode.ShouldBe(0);

        var thread = pull.Threads.ShouldHaveSingleItem();
        thread.Line.ShouldBe(6);
        thread.Body.ShouldContain("\n`````suggestion\n      - run: npm ci # ```` @acme/all <!-- x -->\n`````\n");
        thread.Body.Split("`````suggestion")[0].ShouldNotContain("@acme");
        job.Server.Verify();
    }

    [Fact]
    public void LineWithASecret_IsNeverRepeated()
    {
        var (_, pull) = Fork(Steps($"npm install # {Planted.GitHubToken}"), ("Dockerfile", "FROM alpine:3.22\n"));

        job.PublishRunOf(pull).Output.ShouldContain("1 change suggested");

        pull.Threads.ShouldHaveSingleItem().Path.ShouldBe("Dockerfile");
        string.Join('\n', job.Server.Exchanges.Select(exchange => exchange.Sent?.ToJsonString())).ShouldNotContain(Planted.GitHubToken);
    }

    [Fact]
    public void NoMoreThanTen_AllPushesTogether()
    {
        var (fork, pull) = Fork(Steps([.. Enumerable.Range(0, 14).Select(number => $"npm install --loglevel={number}")]));

        job.PublishRunOf(pull).Output.ShouldContain("10 changes suggested");
        fork.Commit("topic", ("Dockerfile", "FROM alpine:3.22\n"));
        pull.Synchronize();
        job.PublishRunOf(pull).ExitCode.ShouldBe(0);

        pull.Threads.Count.ShouldBe(10);
        pull.Reviews.Count.ShouldBe(1);
    }

    [Fact]
    public void LineThatTheDiffDoesNotShow_IsNotCommentedOn()
    {
        job.Repository.Commit("main", Steps("echo ok"), ("sub/package.json", "{}\n"));
        var (_, pull) = Fork(("images/Dockerfile", "FROM scratch\n"));

        job.PublishRunOf(pull).ExitCode.ShouldBe(0);

        pull.Threads.ShouldBeEmpty();
        job.Server.Verify();
    }

    [Fact]
    public void TokenThatMayNotWrite_IsOneLineOfAdvice()
    {
        var (_, pull) = Fork(Steps("npm install"));

        var refused = job.PublishRunOf(pull, permissions: ["actions: read", "checks: write", "contents: read", "pull-requests: read"]);

        (refused.ExitCode, pull.Threads.Count).ShouldBe((0, 0));
        refused.Output.ShouldContain("Not published: suggested changes. Could not suggest changes on the pull request: the token lacks the permission");
    }

    [Fact]
    public void TokenThatMayNotResolve_IsOneLineOfAdvice()
    {
        var (fork, pull) = Fork(Steps("npm install"));
        job.PublishRunOf(pull).Output.ShouldContain("1 change suggested");
        fork.Commit("topic", Steps("npm ci"));
        pull.Synchronize();

        var open = job.PublishRunOf(pull, permissions: ["actions: read", "checks: write", "contents: read", "pull-requests: write"]);

        open.ExitCode.ShouldBe(0, open.ToString());
        open.Output.ShouldContain("Could not resolve a suggested change: the token lacks the permission `contents: write`.");
        pull.Threads.ShouldHaveSingleItem().IsResolved.ShouldBeFalse();
    }

    [Fact]
    public void SwitchedOff_AndInAForksOwnJob_NothingIsSuggested()
    {
        var (_, pull) = Fork(Steps("npm install"));
        job.PublishRunOf(pull, null, null, "--suggestions", "false").ExitCode.ShouldBe(0);
        pull.Threads.ShouldBeEmpty();

        var payload = new JsonObject { ["number"] = pull.Number, ["pull_request"] = pull.Describe("pull-request") };
        var (_, published) = job.RunAndPublish("pull_request", payload, $"refs/pull/{pull.Number}/merge");

        published.ExitCode.ShouldBe(0, published.ToString());
        pull.Threads.ShouldBeEmpty();
        job.Server.Exchanges.ShouldNotContain(exchange => exchange.Request.EndsWith("/files", StringComparison.Ordinal));
    }

    [Fact]
    public void AnswerThatGetsLost_IsNotSaidTwice()
    {
        var (_, pull) = Fork(Steps("npm install"));
        job.Server.Faults.Add(new Fault(FaultKind.LostAnswer, 1, "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews"));

        job.PublishRunOf(pull).ExitCode.ShouldBe(0);

        pull.Threads.ShouldHaveSingleItem();
    }

    [Fact]
    public void ResultsAndSarif_HoldTheFixWithItsPlace()
    {
        var clone = job.CheckOut("refs/heads/main");
        Directory.CreateDirectory(Path.Combine(clone, ".github/workflows"));
        File.WriteAllText(Path.Combine(clone, Workflow), Steps("npm install").Text);
        GatesProcess.Run(clone, ["run"]).ExitCode.ShouldBe(0);

        var results = JsonNode.Parse(File.ReadAllText(Path.Combine(clone, ".gates/out/results.json")))!;
        results["gates"]!.AsArray().SelectMany(gate => gate!["findings"]!.AsArray()).Single(finding => (string?)finding!["rule"] == "ignored-lock")!["fix"]!
            .ToJsonString().ShouldBe("""{"replace":"npm install","with":"npm ci","column":14}""");
        var sarif = JsonNode.Parse(File.ReadAllText(Path.Combine(clone, ".gates/out/results.sarif")))!;
        sarif["runs"]![0]!["results"]!.AsArray().Select(result => result!["fixes"]).OfType<JsonNode>().ShouldHaveSingleItem()[0]!["artifactChanges"]!
            .ToJsonString().ShouldBe(
                """[{"artifactLocation":{"uri":".github/workflows/ci.yml","uriBaseId":"%SRCROOT%"},"replacements":"""
                + """[{"deletedRegion":{"startLine":6,"startColumn":14,"endColumn":25},"insertedContent":{"text":"npm ci"}}]}]""");
    }

    private (EmulatedRepository Fork, EmulatedPullRequest Pull) Fork(params (string Path, string Text)[] files)
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", [.. files.Select(file => (file.Path, (string?)file.Text))]);
        return (fork, job.Repository.OpenPullRequest("mallory", fork, "topic"));
    }

    private static (string Path, string Text) Steps(params string[] commands) =>
        (Workflow, Beginning + string.Concat(commands.Select(command => $"      - run: {command}\n")));

    private static string Suggestion(EmulatedThread thread) => WebUtility.HtmlDecode(thread.Body).Split("suggestion\n")[1].Split("\n```")[0];
}
