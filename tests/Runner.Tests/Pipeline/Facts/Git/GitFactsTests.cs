using System.Text.Json;
using Gates.Doors.Git.History;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Runner.Cases;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.Git;

public sealed class GitFactsTests
{
    private static readonly GitPerson Jane = new("Jane Doe", "jane@example.invalid");
    private static readonly GitPerson Bot = new("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com");

    [Fact]
    public async Task People_AreRolesAndLeaveTheText()
    {
        var commit = Commit(Jane, """
            Fix the cart for Jane Doe

            Reported by joe@example.invalid and <JANE@example.invalid>.

            Reviewed-by: Somebody Else <else@example.invalid>
            Co-authored-by: Joe Bloggs <joe@example.invalid>
            signed-off-by: Jane Doe <Jane@Example.invalid>
            Fixes: #12
            """);

        var facts = await Facts(new History { Commits = [commit, Commit(Bot, "Bump x")] }, "commits");

        facts.GetProperty("commits")[0].Json("subject", "body", "author", "committer", "coAuthors", "signedOffBy").ShouldBe("""
            "Fix the cart for person-1" "Reported by person-2 and person-1.\n\nFixes: #12" "person-1" "person-1" ["person-2"] ["person-1"]
            """);
        facts.GetProperty("commits")[1].Json("author").ShouldBe("\"bot-1\"");
        facts.GetRawText().ShouldNotContain("example.invalid");
        facts.GetRawText().ShouldNotContain("Doe");
        facts.TryGetProperty("truncated", out _).ShouldBeFalse();
        facts.TryGetProperty("tags", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Tags_SayWhetherTheyStandAtTheHead()
    {
        var tag = new GitTag(
            "v1",
            "h",
            Annotated: true,
            "Version 1\n\nby Jane Doe\n",
            DateTimeOffset.UnixEpoch.ToOffset(TimeSpan.FromHours(2)),
            Jane,
            new GitSignature("ssh", "good", "SHA256:x", null));

        var facts = await Facts(new History { Tags = [tag, tag with { Name = "v0", Target = "other" }] }, "tags");

        facts.GetProperty("tags")[0].GetRawText().ShouldBe(
            """{"name":"v1","sha":"h","annotated":true,"message":"Version 1\n\nby person-1","time":"1970-01-01T02:00:00\u002B02:00","tagger":"person-1","signature":{"kind":"ssh","status":"good","key":"SHA256:x","reason":null},"atHead":true}""");
        facts.GetProperty("tags")[1].GetProperty("atHead").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Diff_IsWrittenAsItIs() =>
        (await Facts(new History { Diff = [new GitFileChange("b", "a", "renamed", Binary: false, 1, 2)] }, "diff")).GetRawText()
            .ShouldBe("""{"head":"h","base":null,"diff":[{"path":"b","oldPath":"a","status":"renamed","binary":false,"added":1,"deleted":2}]}""");

    [Fact]
    public async Task MoreCommitsThanFit_AreSaidToBeTruncated() =>
        (await Facts(new History { Commits = [Commit(Jane, "x")], Truncated = true }, "commits")).GetProperty("truncated").GetBoolean().ShouldBeTrue();

    [Fact]
    public async Task HostileMessages_AreReadInTime()
    {
        var text = new string('a', 200_000) + "\n\n" + new string('<', 100_000) + "\n" + string.Concat(Enumerable.Repeat("a-", 50_000)) + "by: x";

        var commit = (await Facts(new History { Commits = [Commit(Jane, text)] }, "commits")).GetProperty("commits")[0];

        commit.GetProperty("subject").GetString()!.Length.ShouldBe(200_000);
    }

    [Fact]
    public async Task OutsideARepository_TheGateIsErrored() =>
        (await Should.ThrowAsync<EvaluationException>(() => Facts(null, "commits"))).Message.ShouldStartWith("`git` facts need a git repository");

    [Fact]
    public async Task BeforeTheFirstCommit_TheGateIsErrored() =>
        (await Should.ThrowAsync<EvaluationException>(() => Facts(
            new History { Head = null },
            "commits"))).Message.ShouldBe("`git` facts need a commit, and this repository has none yet");

    private static GitCommit Commit(GitPerson author, string message) => new("s", ["p"], author, author, DateTimeOffset.UnixEpoch, message, GitSignature.None);

    private static async Task<JsonElement> Facts(IGitHistory? history, string part)
    {
        var gate = new FactsGate(new FactSelection(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["git"] = [part] }));
        return (await gate.InspectAsync(
            new GateContext(new CaseTree([]), ChangeSet.None, default) { History = history },
            CancellationToken.None)).Facts.GetProperty("git");
    }

    private sealed class History : IGitHistory
    {
        public string? Head { get; init; } = "h";

        public string? Base => null;

        public IReadOnlyList<GitCommit> Commits { get; init; } = [];

        public bool Truncated { get; init; }

        public IReadOnlyList<GitTag> Tags { get; init; } = [];

        public IReadOnlyList<GitFileChange> Diff { get; init; } = [];

        public IGitHistory AtBase() => this;

        public Task<(IReadOnlyList<GitCommit> Commits, bool Truncated)> CommitsAsync(int limit, CancellationToken cancellationToken) =>
            Task.FromResult((Commits, Truncated));

        public Task<IReadOnlyList<GitTag>> TagsAsync(int limit, CancellationToken cancellationToken) => Task.FromResult(Tags);

        public Task<CommitContents> ContentsAsync(bool isWhole, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<GitFileChange>> DiffAsync(CancellationToken cancellationToken) => Task.FromResult(Diff);
    }
}
