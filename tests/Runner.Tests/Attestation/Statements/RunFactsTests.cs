using System.Text.Json;
using Gates.Attestation.Statements;
using Gates.Doors.Jobs;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Statements;

public sealed class RunFactsTests
{
    private const string Head = "9c1e5b7700aa41d2b3c4d5e6f708192a3b4c5d6e";
    private const string Merge = "3f2a9c1d88bb42e3a1b2c3d4e5f60718293a4b5c";

    [Theory]
    [InlineData(Merge, "head " + Head, "merge " + Merge)]
    [InlineData(Head, "head " + Head)]
    [InlineData("1111111111111111111111111111111111111111", "head 1111111111111111111111111111111111111111")]
    public void Of_PullRequest_NamesTheCommitsThatTheResultHoldsFor(string workspace, params string[] subjects)
    {
        var started = JobEvent.Read(
            "pull_request",
            Merge,
            JsonElement.Parse(
                "{ \"pull_request\": { \"base\": { \"sha\": \"0123456789012345678901234567890123456789\" }, \"head\": { \"sha\": \"" + Head + "\" } } }"));
        var facts = RunFacts.From(JobEnvironment.Outside with { Event = started }, workspace, isModified: false, null);
        facts.Subjects.Select(subject => $"{subject.Name} {subject.Digest["gitCommit"]}").ShouldBe(subjects);
        facts.Commit.ShouldBe(workspace);
    }

    [Fact]
    public void Of_Job_NamesRunAndWorkflowByTheirAddresses()
    {
        var job = JobEnvironment.Read(name => name switch
        {
            "GITHUB_ACTIONS" => "true",
            "GITHUB_EVENT_NAME" => "push",
            "GITHUB_SHA" => Head,
            "GITHUB_SERVER_URL" => "https://github.acme.example/",
            "GITHUB_REPOSITORY" => "acme/shop",
            "GITHUB_RUN_ID" => "17",
            "GITHUB_RUN_ATTEMPT" => "2",
            "GITHUB_WORKFLOW_REF" => "acme/shop/.github/workflows/release.yml@refs/heads/main",
            "GITHUB_ACTOR" => "octocat",
            _ => null,
        });
        var facts = RunFacts.From(job, Head, isModified: false, "prod");
        facts.ResourceUri.ShouldBe($"git+https://github.acme.example/acme/shop@{Head}");
        facts.Run!.Url.ShouldBe("https://github.acme.example/acme/shop/actions/runs/17/attempts/2");
        facts.Run.WorkflowUrl.ShouldBe("https://github.acme.example/acme/shop/.github/workflows/release.yml@refs/heads/main");
        facts.Event.ShouldBe("push");
    }

    [Fact]
    public void Of_NoCommit_HasNoSubject() => RunFacts.From(JobEnvironment.Outside, null, isModified: false, null).Subjects.ShouldBeEmpty();

    [Fact]
    public void Of_OutsideJobs_NamesTheCommitAlone() =>
        RunFacts.From(JobEnvironment.Outside, Head, isModified: false, null).ResourceUri.ShouldBe($"git:{Head}");
}
