using System.Text.Json;
using Gates.Runner.GitHub;
using Shouldly;
using Xunit;

namespace Runner.Tests.GitHub;

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
        var refusal = Read("pull_request_target", new { pull_request = new { @base = new { sha = Base }, head = new { sha = Head } } }).Refuse(head.Length == 0 ? null : new string(head[0], 40));

        (refusal is not null).ShouldBe(refused);
        if (refused)
        {
            refusal!.ShouldContain("Run gates on `pull_request`, without secrets");
        }
    }

    [Theory]
    [InlineData("pull_request", "a", true)]
    [InlineData("pull_request", "c", false)]
    [InlineData("push", "a", false)]
    public void WorkflowRun_HeadOfThePullRequestInTheWorkspace_IsRefused(string cause, string head, bool refused) =>
        (Read("workflow_run", new { workflow_run = new { @event = cause, head_sha = Head } }).Refuse(new string(head[0], 40)) is not null).ShouldBe(refused);

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
