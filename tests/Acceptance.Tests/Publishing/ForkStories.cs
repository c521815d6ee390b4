using System.Text.Json.Nodes;
using Shouldly;
using Support;
using Support.GitHubEmulator;
using Xunit;

namespace Acceptance.Tests.Publishing;

/// <summary>Somebody from outside opens a pull request; reviewers see the truth, and only that.</summary>
public sealed class ForkStories : IDisposable
{
    private const string Configuration = ".github/gates.yml";
    private const string DlpOnly = "version: 1\ngates:\n  dlp-scan: { mode: enforce }\n";

    private readonly PublishingJob job = new((Configuration, DlpOnly), (".github/CODEOWNERS", "* @owner\n"));

    public void Dispose() => job.Dispose();

    [Fact]
    public void PlantedSecret_IsShownAtItsLine_ForgedPassIsNotBelieved_FixTurnsItGreenAndFoldsTheComment()
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", ("src/app.env", $"NAME=web\nTOKEN={Planted.GitHubToken}\n"), (".github/workflows/gates.yml", "on: pull_request\njobs: {}\n"));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");
        pull.Synchronize();

        var published = job.PublishRunOf(pull, Forgery.Of("passed", "dlp-scan"));

        published.ExitCode.ShouldBe(0, published.ToString());
        Conclusion(pull).ShouldBe("failure");
        var annotation = Annotations(pull).ShouldHaveSingleItem();
        ((string?)annotation["path"], (int)annotation["start_line"]!, (string?)annotation["annotation_level"]).ShouldBe(("src/app.env", 2, "failure"));
        var comment = pull.Comments.ShouldHaveSingleItem();
        var text = (string)comment["body"]!;
        text.ShouldContain("src/app.env");
        text.ShouldNotContain("<details><summary>**");
        (published + text + Annotations(pull).ToJson() + job.ChecksOf(pull).ToJson()).ShouldNotContain(Planted.GitHubToken);

        // Deleting would not help, what was pushed has leaked; the branch is written anew.
        fork.Reset("topic", fork.Git.Resolve("refs/heads/main")!);
        fork.Commit("topic", ("src/app.env", "NAME=web\n"));
        pull.Synchronize();
        job.PublishRunOf(pull, Forgery.Of("passed", "dlp-scan")).ExitCode.ShouldBe(0);

        Conclusion(pull).ShouldBe("success");
        var folded = (string)pull.Comments.ShouldHaveSingleItem()["body"]!;
        folded.ShouldContain("<details>");
        folded.ShouldNotContain("src/app.env");
        job.Server.Verify();
    }

    [Fact]
    public void GateThatACommitAloneCannotRepeat_IsNotVerified_WhateverTheArtifactSays()
    {
        using var reports = new PublishingJob((Configuration, "version: 1\ngates:\n  sarif-severity: { facts: { sarif: [\"*.sarif\"] } }\n"));
        var fork = reports.Repository.Fork("mallory");
        fork.Commit("topic", ("a.txt", "x\n"), (Configuration, DlpOnly));
        var pull = reports.Repository.OpenPullRequest("mallory", fork, "topic");
        pull.Synchronize();

        var published = reports.PublishRunOf(pull, Forgery.Of("passed", "sarif-severity"));

        published.ExitCode.ShouldBe(0, published.ToString());
        ((string?)reports.ChecksOf(pull).ShouldHaveSingleItem()["conclusion"]).ShouldBe("action_required");
        var comment = (string)pull.Comments.ShouldHaveSingleItem()["body"]!;
        comment.ShouldContain("sarif-severity");
        comment.ShouldContain("not verified", Case.Insensitive);
        reports.Server.Verify();
    }

    [Fact]
    public void BaseWithoutConfiguration_IsJudgedByTheBuiltInDefaults_WhateverTheForkBrings()
    {
        using var bare = new PublishingJob();
        var fork = bare.Repository.Fork("mallory");
        fork.Commit("topic", ("src/app.env", $"TOKEN={Planted.GitHubToken}\n"), (Configuration, "version: 1\ngates:\n  dlp-scan: { mode: audit }\n"));
        var pull = bare.Repository.OpenPullRequest("mallory", fork, "topic");

        var published = bare.PublishRunOf(pull, Forgery.Of("passed", "dlp-scan"));

        published.ExitCode.ShouldBe(0, published.ToString());
        ((string?)bare.ChecksOf(pull).ShouldHaveSingleItem()["conclusion"]).ShouldBe("failure");
        var comment = (string)pull.Comments.ShouldHaveSingleItem()["body"]!;
        comment.ShouldContain("The base has no configuration, so the built-in defaults judge.");
        comment.ShouldContain("configuration: built-in defaults");
        comment.ShouldContain("under its edits, dlp-scan: passed");
    }

    [Fact]
    public void EditOfAGateThatCannotBeRepeated_IsAnEditOfTheJudge()
    {
        const string Both = DlpOnly + "  sarif-severity: { facts: { sarif: [\"*.sarif\"] }, with: { fail-at: FAIL } }\n";
        using var reports = new PublishingJob((Configuration, Both.Replace("FAIL", "high", StringComparison.Ordinal)));
        var fork = reports.Repository.Fork("mallory");
        fork.Commit("topic", (Configuration, Both.Replace("FAIL", "never", StringComparison.Ordinal)));
        var pull = reports.Repository.OpenPullRequest("mallory", fork, "topic");

        reports.PublishRunOf(pull).ExitCode.ShouldBe(0);

        ((string)pull.Comments.ShouldHaveSingleItem()["body"]!).ShouldContain("This change edits .github/gates.yml, which judges it.");
    }

    [Fact]
    public void LockedConversation_CostsTheCommentOnly()
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", ("src/app.env", $"TOKEN={Planted.GitHubToken}\n"));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");
        pull.IsLocked = true;

        var published = job.PublishRunOf(pull);

        published.ExitCode.ShouldBe(0, published.ToString());
        published.Output.ShouldContain("Not published: the comment. Could not write the comment: GitHub answered 403: Unable to create comment because issue is locked.");
        Conclusion(pull).ShouldBe("failure");
    }

    [Fact]
    public void PrintedWaiver_WorksInAnyClone()
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", ("src/app.env", $"TOKEN={Planted.GitHubToken}\n"));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");
        job.PublishRunOf(pull).ExitCode.ShouldBe(0);
        var command = ((string)pull.Comments.ShouldHaveSingleItem()["body"]!)
            .Split('\n')
            .Single(line => line.StartsWith("gates waive ", StringComparison.Ordinal));
        var clone = job.CheckOut("refs/heads/main");

        var pasted = GatesProcess.Run(clone, command.Split(' ')[1..]);
        pasted.ExitCode.ShouldBe(2, "a reason and an owner are for people to write");
        pasted.Error.ShouldContain("is a placeholder");
        var waived = GatesProcess.Run(
            clone,
            command.Replace("'…'", "Revoked", StringComparison.Ordinal).Replace("@you", "@acme/web", StringComparison.Ordinal).Split(' ')[1..]);

        waived.ExitCode.ShouldBe(0, waived.ToString());
        File.ReadAllText(Path.Combine(clone, ".github", "gates-waivers.yml")).ShouldContain("gate: dlp-scan");
    }

    [Fact]
    public void RunOfAnOlderHead_PublishesNothing()
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", ("a.txt", "x\n"));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");
        pull.Synchronize();
        job.Repository.AddWorkflowRun(pull, "success");
        var old = new JsonObject { ["workflow_run"] = job.Repository.WorkflowRuns[^1].DeepClone() };
        fork.Commit("topic", ("a.txt", "y\n"));
        pull.Synchronize();

        var published = job.Publish("workflow_run", old);

        published.ExitCode.ShouldBe(0, published.ToString());
        published.Output.ShouldContain("Nothing to publish");
        job.Repository.CheckRuns.ShouldBeEmpty();
    }

    [Fact]
    public void RunPublishedTwice_IsShownOnce()
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", ("src/app.env", $"TOKEN={Planted.GitHubToken}\n"));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");
        pull.Synchronize();

        job.PublishRunOf(pull).ExitCode.ShouldBe(0);
        job.PublishRunOf(pull).ExitCode.ShouldBe(0);

        job.ChecksOf(pull).ShouldHaveSingleItem();
        pull.Comments.ShouldHaveSingleItem();
    }

    [Fact]
    public void OtherPeoplesComments_StayAsTheyAre_EvenWithOurMarker()
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", ("src/app.env", $"TOKEN={Planted.GitHubToken}\n"));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");
        pull.Synchronize();
        pull.Comment(900, "mallory", "<!-- gates:comment v1 head= started=2026-01-01T00:00:00Z -->\nAll green!");

        job.PublishRunOf(pull).ExitCode.ShouldBe(0);

        pull.Comments.Count.ShouldBe(2);
        ((string)pull.Comments[0]["body"]!).ShouldEndWith("All green!");
    }

    [Theory]
    [InlineData("checks: write")]
    [InlineData("pull-requests: write")]
    public void MissingPermission_IsALineOfAdvice_AndCostsOnlyItsOwnPart(string missing)
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", ("src/app.env", $"TOKEN={Planted.GitHubToken}\n"));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");
        pull.Synchronize();

        var published = job.PublishRunOf(pull, permissions: [.. EmulatedToken.Publishing.Where(permission => permission != missing), "pull-requests: read"]);

        published.ExitCode.ShouldBe(0, published.ToString());
        published.Output.ShouldContain($"`{missing}`");
        (job.ChecksOf(pull).Count, pull.Comments.Count).ShouldBe(missing == "checks: write" ? (0, 1) : (1, 0));
    }

    [Fact]
    public void OwnEditsOfTheJudge_CountOnceTheOwnerApprovedThisHead_AndNoLongerAfterAPush()
    {
        job.Repository.Collaborators["owner"] = "write";
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", ("src/app.env", $"TOKEN={Planted.GitHubToken}\n"), (Configuration, "version: 1\ngates:\n  dlp-scan: { mode: warn }\n"));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");
        pull.Synchronize();

        job.PublishRunOf(pull).ExitCode.ShouldBe(0);
        Conclusion(pull).ShouldBe("failure");
        ((string)pull.Comments.ShouldHaveSingleItem()["body"]!).ShouldContain("owner");

        pull.Review("owner", "APPROVED");
        job.PublishRunOf(pull).ExitCode.ShouldBe(0);
        Conclusion(pull).ShouldBe("success");

        fork.Commit("topic", ("b.txt", "x\n"));
        pull.Synchronize();
        job.PublishRunOf(pull).ExitCode.ShouldBe(0);
        Conclusion(pull).ShouldBe("failure");
        job.Server.Verify();
    }

    private string? Conclusion(EmulatedPullRequest pull) => (string?)job.ChecksOf(pull)[^1]["conclusion"];

    private IReadOnlyList<JsonNode> Annotations(EmulatedPullRequest pull) =>
        [.. job.ChecksOf(pull)[^1]["annotations"]!.AsArray().Select(annotation => annotation!)];
}
