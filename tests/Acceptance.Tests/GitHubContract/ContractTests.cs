using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.CheckRuns;
using Gates.Doors.GitHub.PullRequests;
using Gates.Doors.GitHub.Releases;
using Gates.Doors.GitHub.WorkflowRuns;
using Shouldly;
using Xunit;

namespace Acceptance.Tests.GitHubContract;

/// <summary>Every request that the client can make is allowed by GitHub's own description, and every answer in its examples can be read.</summary>
public sealed class ContractTests(Prism prism) : IClassFixture<Prism>
{
    private static readonly string Sha = new('a', 40);

    private static readonly CheckRunDraft Draft = new("Gates", Sha, "run-1", new CheckRunOutput("1 failed", "See below.", "More."))
    {
        Conclusion = CheckConclusion.Failure,
        DetailsUrl = "https://github.com/acme/web/actions/runs/1",
        StartedAt = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
        CompletedAt = new DateTimeOffset(2026, 11, 22, 12, 1, 0, TimeSpan.Zero),
        Annotations = [
            new CheckAnnotation("a.cs", 3, 3, AnnotationLevel.Failure, "No.", "no-latest", "details", 1, 2),
            new CheckAnnotation("b.cs", 1, 9, AnnotationLevel.Notice, "Look.")
        ],
    };

    /// <summary>One line for each request; the emulator's test knows the same list from the other side.</summary>
    public static TheoryData<string> Names => [.. Requests.Keys.Order(StringComparer.Ordinal)];

    private static Dictionary<string, Func<GitHubClient, Uri, Task<object?>>> Requests { get; } = new(StringComparer.Ordinal)
    {
        ["check run: create"] = async (client, _) => await client.CheckRuns.CreateAsync(Draft, default),
        ["check run: update"] = async (client, _) => await client.CheckRuns.UpdateAsync(new CheckRun(4, "Gates", Sha, "queued"), Draft, default),
        ["check run: begin"] = async (client, _) => await client.CheckRuns.CreateAsync(
            Draft with { Status = CheckStatus.InProgress, Conclusion = null, CompletedAt = null },
            default),
        ["check run: get"] = async (client, _) => await client.CheckRuns.GetAsync(4, default),
        ["check run: list"] = async (client, _) => (await client.CheckRuns.ListAsync(Sha, "Gates", default)).Items[0],
        ["code scanning: upload"] = async (client, _) => (await client.CodeScanning.UploadAsync(Sha, "refs/pull/7/head", "{}"u8.ToArray(), default)).Id,
        ["comment: list"] = async (client, _) => (await client.Comments.ListAsync(7, default)).Items[0],
        ["comment: create"] = async (client, _) => await client.Comments.CreateAsync(7, "hello", static _ => false, default),
        ["comment: update"] = async (client, _) => await client.Comments.UpdateAsync(9, "hello", default),
        ["comment: delete"] = async (client, _) =>
        {
            await client.Comments.DeleteAsync(9, default);
            return "gone";
        },
        ["code owners: read"] = async (client, _) => await client.Repositories.ReadFileAsync(".github/CODEOWNERS", Sha, 1_000_000, default),
        ["file: read"] = async (client, _) => await client.Repositories.ReadFileAsync("README.md", Sha, 1_000_000, default),
        ["git: read blob"] = async (client, _) => await client.GitData.ReadBlobAsync(Sha, default),
        ["git: tags"] = async (client, _) => (await client.GitData.ListTagsAsync("acme", "web", "v1", default))[0],
        ["git: annotated tag"] = async (client, _) => await client.GitData.ReadTagAsync("acme", "web", Sha, default),
        ["issue: list"] = async (client, _) => (await client.Issues.ListAsync("github-actions[bot]", default)).Items[0],
        ["issue: create"] = async (client, _) => await client.Issues.CreateAsync("Audit", "hello", "github-actions[bot]", static _ => false, default),
        ["issue: update"] = async (client, _) => await client.Issues.UpdateAsync(9, "hello", open: true, default),
        ["pull request: find"] = async (client, _) => await client.PullRequests.FindAsync(7, default),
        ["pull request: by head"] = async (client, _) => await client.PullRequests.ListByHeadAsync(Sha, default),
        ["pull request: by commit"] = async (client, _) => (await client.PullRequests.ListByCommitAsync(Sha, default))[0],
        ["pull request: reviews"] = async (client, _) => (await client.PullRequests.ListReviewsAsync(7, default)).Items[0],
        ["pull request: files"] = async (client, _) => (await client.PullRequests.ListFilesAsync(7, default)).Items[0],
        ["pull request: events"] = async (client, _) => (await client.PullRequests.ListEventsAsync(7, default)).Items[0],
        ["pull request: open"] = async (client, _) => (await client.PullRequests.ListOpenAsync(default)).Items[0].Labels[0],
        ["pull request: suggest"] = async (client, _) =>
        {
            await client.PullRequests.CommentAsync(7, Review(Sha, "README.md", 1), static () => Task.FromResult<CreatedReview?>(null), default);
            return "written";
        },
        ["release: find"] = async (client, _) => await client.Releases.FindAsync("v1.0.0", default),
        ["release: draft"] = async (client, _) => await client.Releases.EnsureDraftAsync("v9", Sha, "v9", "text", default),
        ["release: publish"] = async (client, _) => await client.Releases.PublishAsync(Release(new Uri("http://127.0.0.1/"), isDraft: true), default),
        ["release: files"] = async (client, address) => (await client.Releases.ListAssetsAsync(Release(address, isDraft: true), default)).Items[0],
        ["release: attach"] = async (client, address) => await client.Releases.EnsureAssetAsync(
            Release(address, isDraft: true),
            new ReleaseFile("evidence.zip", "application/octet-stream", "zip"u8.ToArray()),
            default),
        ["release: replace"] = async (client, address) => await client.Releases.EnsureAssetAsync(
            Release(address, isDraft: true),
            new ReleaseFile("example.zip", "application/octet-stream", "zip"u8.ToArray()),
            default),
        ["release: download"] = async (client, _) => (object)await client.Releases.DownloadAsync(new ReleaseAsset(1, "a", 3, "uploaded"), 100_000, default),
        ["repository: get"] = async (client, _) => await client.Repositories.GetAsync(default),
        ["repository: activity"] = async (client, _) => await client.Repositories.LatestActivityAsync("acme/web", "a/topic", default),
        ["repository: permission"] = async (client, _) => await client.Repositories.FindCollaboratorAsync("github-actions[bot]", default),
        ["repository: team"] = async (client, _) => await client.Repositories.IsTeamMemberAsync("acme", "owners", "octocat", default),
        ["source: approvals"] = async (client, _) => (await client.Source.ListApprovalsAsync(5, default))[0],
        ["source: branch"] = async (client, _) => await client.Source.GetBranchAsync("main", default),
        ["source: compare"] = async (client, _) => (object)await client.Source.IsOnBranchAsync("main", Sha, default),
        ["source: deployments"] = async (client, _) => (await client.Source.ListDeploymentsAsync(Sha, default)).Items[0],
        ["source: deployment's states"] = async (client, _) => (await client.Source.ListStatusesAsync(5, default)).Items[0],
        ["source: environments"] = async (client, _) => (await client.Source.ListEnvironmentsAsync(default)).Items[0].ProtectionRules![0],
        ["source: protection"] = async (client, _) => (await client.Source.GetProtectionAsync("main", default)).RequiredStatusChecks,
        ["source: pull request"] = async (client, _) => (await client.Source.GetPullAsync(7, default)).RequestedReviewers![0],
        ["source: releases"] = async (client, _) => (await client.Source.ListReleasesAsync(default)).Items[0],
        ["source: reviews"] = async (client, _) => (await client.Source.ListReviewsAsync(7, default)).Items[0],
        ["source: rules"] = async (client, _) => (await client.Source.ListRulesAsync("main", default)).Items[0],
        ["source: ruleset"] = async (client, _) => (await client.Source.GetRulesetAsync(42, default)).Rules![0],
        ["source: rulesets"] = async (client, _) => (await client.Source.ListRulesetsAsync(default)).Items[0],
        ["source: run"] = async (client, _) => await client.Source.GetRunAsync(5, default),
        ["workflow run: find"] = async (client, _) => await client.WorkflowRuns.FindAsync(5, default),
        ["workflow run: artifacts"] = async (client, _) => (await client.WorkflowRuns.ListArtifactsAsync(5, "gates", default)).Items[0],
        ["workflow run: download"] = async (client, _) => (object)await client.WorkflowRuns.DownloadArtifactAsync(
            new Artifact(9, "gates", 3, Expired: false),
            100,
            default),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task GitHubsDescriptionAllowsTheRequestAndItsExampleCanBeRead(string name)
    {
        prism.Tools.Find();
        using var handler = new PrismHandler(Transport.Handler());
        var endpoint = GitHubEndpoint.For(prism.Address, new Uri(prism.Address, "graphql"), "acme/web", new ApiToken("token"));
        using var client = new GitHubClient(endpoint, handler, TimeProvider.System, new ApiLimits { Retries = 1, MaximumPages = 1 });
        (await Requests[name](client, prism.Address)).ShouldNotBeNull();
        client.Budget.Requests.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task TheDescriptionWouldNoticeAMistake()
    {
        prism.Tools.Find();
        using var client = new HttpClient();
        using var content = new StringContent("""{"name":"Gates"}""", System.Text.Encoding.UTF8, "application/json");
        var answer = await client.PostAsync(new Uri(prism.Address, "repos/acme/web/check-runs"), content);
        ((int)answer.StatusCode).ShouldBe(422);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("must have required property 'head_sha'");
    }

    internal static ReviewBody Review(string sha, string path, int line) =>
        new(sha, "COMMENT", "One change.", [new ReviewComment(path, line, "RIGHT", "```suggestion\nx\n```")]);

    private static Release Release(Uri address, bool isDraft) =>
        new(
            1,
            "v1.0.0",
            "v1.0.0",
            isDraft,
            Prerelease: false,
            "https://github.com/acme/web/releases/v1.0.0",
            $"{address}repos/acme/web/releases/1/assets{{?name,label}}");
}
