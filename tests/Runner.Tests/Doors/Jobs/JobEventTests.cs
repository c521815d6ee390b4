using System.Text.Json;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Jobs;

public sealed class JobEventTests
{
    private static readonly string Base = new('b', 40);
    private static readonly string Head = new('a', 40);
    private static readonly string Own = new('c', 40);
    private static readonly string Zeros = new('0', 40);

    [Fact]
    public void Push_ToABranch_IsComparedWithWhatWasThere()
    {
        Read("push", new { @ref = "refs/heads/main", before = Base, deleted = false }).BaseSha.ShouldBe(Base);
        Read("push", new { @ref = "refs/heads/new", before = Zeros, deleted = false }).BaseSha.ShouldBeNull();
        Read("push", new { @ref = "refs/heads/old", before = Base, deleted = true }).BaseSha.ShouldBeNull();
        Read("push", new { @ref = "refs/tags/v1", before = Base, deleted = false }).BaseSha.ShouldBeNull();
    }

    [Theory]
    [InlineData("b", false)]
    [InlineData("c", false)]
    [InlineData("a", true)]
    [InlineData("d", true)]
    [InlineData("", true)]
    public void PullRequestTarget_AnythingButTheBaseInTheWorkspace_IsRefused(string head, bool refused)
    {
        var refusal = Read(
            "pull_request_target",
            new { pull_request = new { @base = new { sha = Base }, head = new { sha = Head } } }).Refuse(head.Length == 0 ? null : new string(head[0], 40));

        (refusal is not null).ShouldBe(refused);
        if (refused)
        {
            refusal!.ShouldContain("Run gates on `pull_request`, without secrets");
        }
    }

    [Theory]
    [InlineData("pull_request", "a", true)]
    [InlineData("pull_request", "c", false)]
    [InlineData("pull_request", "d", true)]
    [InlineData("pull_request_target", "d", true)]
    [InlineData("push", "a", false)]
    [InlineData("push", "d", false)]
    public void WorkflowRun_AnythingButTheDefaultBranchAfterAPullRequest_IsRefused(string cause, string head, bool refused) =>
        (Read("workflow_run", new { workflow_run = new { @event = cause, head_sha = Head } }).Refuse(new string(head[0], 40)) is not null).ShouldBe(refused);

    [Theory]
    [InlineData("d", true)]
    [InlineData("c", false)]
    public void Comment_OnAPullRequest_JudgesTheDefaultBranchOnly(string head, bool refused)
    {
        var refusal = Read("issue_comment", new { issue = new { pull_request = new { url = "https://example.invalid" } } }).Refuse(new string(head[0], 40));

        (refusal is not null).ShouldBe(refused);
        Read("issue_comment", new { issue = new { title = "no pull request" } }).Refuse(new string('d', 40)).ShouldBeNull();
    }

    [Theory]
    [InlineData("pull_request")]
    [InlineData("pull_request_review")]
    [InlineData("pull_request_review_comment")]
    public void PullRequest_UnderEveryEvent_IsComparedWithItsBase(string name)
    {
        var started = Read(name, new { pull_request = new { @base = new { sha = Base }, head = new { sha = Head } } });

        (started.BaseSha, started.HeadSha).ShouldBe((Base, Head));
        (JobEnvironment.Outside with { Event = started }).IsPullRequest.ShouldBeTrue();
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("refs/pull/7/head")]
    [InlineData("bbbbbbb")]
    [InlineData("BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB")]
    [InlineData("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb ")]
    [InlineData("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb^")]
    [InlineData("--upload-pack=x")]
    [InlineData("")]
    public void CommitId_OfAnotherShape_IsRefusedByName(string sha)
    {
        (string Event, object Payload, string Place)[] events =
        [
            ("pull_request", new { pull_request = new { @base = new { sha }, head = new { sha = Head } } }, "pull_request.base.sha"),
            ("pull_request", new { pull_request = new { @base = new { sha = Base }, head = new { sha } } }, "pull_request.head.sha"),
            ("pull_request_review", new { pull_request = new { @base = new { sha }, head = new { sha = Head } } }, "pull_request.base.sha"),
            ("pull_request_target", new { pull_request = new { @base = new { sha }, head = new { sha = Head } } }, "pull_request.base.sha"),
            ("merge_group", new { merge_group = new { base_sha = sha, head_sha = Head } }, "merge_group.base_sha"),
            ("merge_group", new { merge_group = new { base_sha = Base, head_sha = sha } }, "merge_group.head_sha"),
            ("push", new { @ref = "refs/heads/main", before = sha, after = Head }, "before"),
            ("push", new { @ref = "refs/heads/main", before = Base, after = sha }, "after"),
            ("workflow_run", new { workflow_run = new { @event = "pull_request", head_sha = sha } }, "workflow_run.head_sha"),
        ];
        foreach (var (name, payload, place) in events)
        {
            Should.Throw<EvaluationException>(() => Read(
                name,
                payload)).Message.ShouldEndWith($"as `{place}`, where GitHub writes the full id of a commit: 40 or 64 lower-case hexadecimal digits");
        }
    }

    [Fact]
    public void CommitId_OfSha256_IsTaken() =>
        Read("pull_request", new { pull_request = new { @base = new { sha = new string('b', 64) } } }).BaseSha.ShouldBe(new string('b', 64));

    [Fact]
    public void Push_SaysWhetherItAddedReplacedOrBegan()
    {
        var added = Read("push", new { @ref = "refs/heads/main", before = Base, forced = false });
        (added.IsToBranch, added.IsNew, added.IsForced).ShouldBe((true, false, false));
        Read("push", new { @ref = "refs/heads/main", before = Base, forced = true }).IsForced.ShouldBeTrue();
        Read("push", new { @ref = "refs/heads/new", before = Zeros }).IsNew.ShouldBeTrue();
        Read("push", new { @ref = "refs/tags/v1", before = Zeros }).IsToBranch.ShouldBeFalse();
    }

    [Fact]
    public void PullRequest_IsNeverRefused() => Read("pull_request", new { pull_request = new { @base = new { sha = Base } } }).Refuse(Head).ShouldBeNull();

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"pull_request\":1}")]
    [InlineData("{\"pull_request\":{\"base\":{\"sha\":7}}}")]
    public void Payload_OfAnotherShape_HasNoBase(string payload) => JobEvent.Read("pull_request", null, JsonElement.Parse(payload)).BaseSha.ShouldBeNull();

    private static JobEvent Read(string name, object payload) => JobEvent.Read(name, Own, JsonSerializer.SerializeToElement(payload));
}
