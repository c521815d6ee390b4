using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.Releases;
using Shouldly;
using Support;
using Support.GitHubEmulator;
using Xunit;

namespace Acceptance.Tests.Releases;

/// <summary>The audit on GitHub: packs come from the releases, and what came of it is one issue, written over in place.</summary>
public sealed class AuditIssueStories : IClassFixture<ReleaseLine>, IDisposable
{
    private static readonly string Title = $"Release audit {ReleaseLine.Quarter}";

    private readonly ReleaseLine line;
    private readonly ReleaseCopy copy;
    private readonly TempFolder folder = new();
    private readonly GitHubServer server = new();
    private readonly EmulatedRepository repository;
    private readonly EmulatedToken token;

    public AuditIssueStories(ReleaseLine line)
    {
        this.line = line;
        copy = line.Copy();
        repository = server.AddRepository("acme/web");
        TempRepository.Run(copy.Remote, "push", "-q", "--mirror", repository.Git.Folder);
        copy.Git("remote", "set-url", "origin", repository.CloneAddress);
        token = server.AddToken(new EmulatedToken("ghs_auditor", "github-actions[bot]", "contents: write", "issues: write"));
    }

    [Fact]
    public async Task Issue_IsOpenedOnce_MentionsTheOwnersWhileItFails_AndIsWrittenOver()
    {
        await PublishAsync("v9.0.0", "v10.0.0");
        copy.Release("v13.0.0");
        TempRepository.Run(copy.Remote, "push", "-q", "--mirror", repository.Git.Folder);
        var failed = Audit();
        failed.ExitCode.ShouldBe(1, failed.ToString());
        failed.Output.ShouldContain($"opened {server.Address}acme/web/issues/1");
        var issue = repository.Issues.ShouldHaveSingleItem();
        ((string?)issue["title"]).ShouldBe(Title);
        ((string)issue["body"]!).ShouldContain("\n@acme/security: something does not hold.\n");
        ((string)issue["body"]!).ShouldContain("v13.0.0: released from commit");

        copy.Git("tag", "-d", "v13.0.0");
        issue["state"] = "closed";
        repository.Issues.Insert(0, (System.Text.Json.Nodes.JsonObject)issue.DeepClone());
        repository.Issues[0]["number"] = 99L;
        repository.Issues[0]["user"]!["login"] = "mallory";
        var held = Audit();
        held.Output.ShouldContain($"updated {server.Address}acme/web/issues/1");
        repository.Issues.Count.ShouldBe(2);
        ((string)repository.Issues[1]["body"]!).ShouldNotContain("@acme");
        ((string?)repository.Issues[1]["state"]).ShouldBe("closed", "what holds need not be looked at again");
        ((string)repository.Issues[0]["body"]!).ShouldContain("@acme", Case.Sensitive, "somebody else's issue is left alone");
        server.Verify();
    }

    [Fact]
    public async Task Release_PublishedAgainstItsDecision_Fails()
    {
        await PublishAsync("v11.0.0");
        var failed = Audit();
        failed.ExitCode.ShouldBe(1, failed.ToString());
        failed.Output.ShouldContain("FAILS     v11.0.0: published although its newest decision is FAILED (entry ");
        server.Verify();
    }

    [Fact]
    public void Token_ThatMayNotWriteIssues_IsToldSo()
    {
        server.AddToken(new EmulatedToken("ghs_reader", "github-actions[bot]", "contents: read"));
        var refused = Audit("ghs_reader");
        refused.ExitCode.ShouldBe(3, refused.ToString());
        (refused.Output + refused.Error).ShouldContain("issues: write");
        repository.Issues.ShouldBeEmpty();
    }

    public void Dispose()
    {
        copy.Dispose();
        folder.Dispose();
        server.Dispose();
    }

    private GatesOutput Audit(string? other = null)
    {
        var variables = server.Variables(repository, token);
        variables["GITHUB_TOKEN"] = other ?? token.Value;
        variables["GITHUB_ACTIONS"] = "true";
        variables["GITHUB_EVENT_NAME"] = "schedule";
        variables["GITHUB_EVENT_PATH"] = folder.Write("event.json", """{ "repository": { "default_branch": "main" } }""");
        variables["GITHUB_SHA"] = copy.Git("rev-parse", "HEAD");
        return copy.Gates(variables, "audit", "--quarter", ReleaseLine.Quarter, "--issue");
    }

    /// <summary>As the release's own workflow leaves it, with its pack where there is one.</summary>
    private async Task PublishAsync(params string[] tags)
    {
        using var handler = Transport.Handler();
        var endpoint = GitHubEndpoint.For(server.Api, server.GraphQl, "acme/web", new ApiToken(token.Value));
        using var client = new GitHubClient(endpoint, handler, TimeProvider.System);
        foreach (var tag in tags)
        {
            var release = await client.Releases.EnsureDraftAsync(tag, copy.Git("rev-parse", tag), tag, "", CancellationToken.None);
            var name = $"evidence-pack-{tag}.zip";
            if (File.Exists(Path.Combine(line.Packs, name)))
            {
                var file = new ReleaseFile(name, "application/zip", await File.ReadAllBytesAsync(Path.Combine(line.Packs, name)));
                await client.Releases.EnsureAssetAsync(release, file, CancellationToken.None);
            }

            await client.Releases.PublishAsync(release, CancellationToken.None);
        }
    }
}
