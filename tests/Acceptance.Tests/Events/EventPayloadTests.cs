using System.Text.Json;
using Acceptance.Tests.Actions;
using Gates.Doors.Jobs;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Events;

/// <summary>GitHub's own example payloads: what each event is compared with, as docs/configuration.md says.</summary>
public sealed class EventPayloadTests(NpmTools tools) : IClassFixture<NpmTools>
{
    [Theory]
    [InlineData("pull_request", "pull_request", "pull_request.base.sha", true)]
    [InlineData("pull_request_target", "pull_request", "pull_request.base.sha", true)]
    [InlineData("pull_request_review", "pull_request_review", "pull_request.base.sha", true)]
    [InlineData("pull_request_review_comment", "pull_request_review_comment", "pull_request.base.sha", true)]
    [InlineData("merge_group", "merge_group", "merge_group.base_sha", true)]
    [InlineData("push", "push", "before", false)]
    [InlineData("workflow_run", "workflow_run", null, false)]
    [InlineData("release", "release", null, false)]
    [InlineData("workflow_dispatch", "workflow_dispatch", null, false)]
    [InlineData("schedule", null, null, false)]
    public void Event_IsComparedWith(string name, string? payloads, string? key, bool judgesSomebodyElse)
    {
        var examples = payloads is null ? [JsonElement.Parse("""{ "schedule": "30 5 * * 1" }""")] : Examples(payloads);
        examples.Count.ShouldBeGreaterThan(0);
        foreach (var payload in examples)
        {
            var job = Read(name, payload);

            job.BaseSha.ShouldBe(Expected(payload, key));
            job.IsPullRequest.ShouldBe(judgesSomebodyElse);
            job.Event!.Refuse(job.Event.Sha).ShouldBeNull("the commit that GitHub itself checks out may always be judged");
        }
    }

    [Fact]
    public void PullRequestTarget_RealPayloadWithTheHeadCheckedOut_IsRefused()
    {
        foreach (var payload in Examples("pull_request"))
        {
            var head = payload.GetProperty("pull_request").GetProperty("head").GetProperty("sha").GetString();

            Read("pull_request_target", payload).Event!.Refuse(head).ShouldNotBeNull().ShouldContain(head!);
        }
    }

    private static string? Expected(JsonElement payload, string? key)
    {
        if (key is null
            || (key == "before"
                && (!payload.GetProperty("ref").GetString()!.StartsWith("refs/heads/", StringComparison.Ordinal)
                    || payload.GetProperty("deleted").GetBoolean())))
        {
            return null;
        }

        var sha = key.Split('.').Aggregate(payload, (element, name) => element.GetProperty(name)).GetString()!;
        return sha.Trim('0').Length == 0 ? null : sha;
    }

    private static JobEnvironment Read(string name, JsonElement payload)
    {
        using var folder = new TempFolder();
        folder.Write("event.json", payload.GetRawText());
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_EVENT_NAME"] = name,
            ["GITHUB_EVENT_PATH"] = Path.Combine(folder.Path, "event.json"),
            ["GITHUB_SHA"] = new string('e', 40),
        };
        return JobEnvironment.Read(variables.GetValueOrDefault);
    }

    private List<JsonElement> Examples(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(tools.Find("node_modules", "@octokit", "webhooks-examples", "api.github.com", "index.json")));
        return
        [
            .. document.RootElement.EnumerateArray().Single(one => one.GetProperty("name").GetString() == name)
                .GetProperty("examples").EnumerateArray().Select(example => example.Clone()),
        ];
    }
}
