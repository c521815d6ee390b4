using System.Text.Json.Nodes;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Shouldly;
using Xunit;
using static Runner.Tests.Doors.GitHub.ScriptedHandler;

namespace Runner.Tests.Doors.GitHub.Api;

/// <summary>What Octokit is given to read, and what is refused before it does.</summary>
public sealed class OctokitAnswerTests
{
    private const string NotDocumented = "is not what GitHub documents: ";

    private static readonly Dictionary<string, (string Answer, Func<GitHubClient, Task> Ask)> Requests = new(StringComparer.Ordinal)
    {
        ["comment"] = ($"[{Scripted.Comment(1)}]", client => client.Comments.ListAsync(7, default)),
        ["pull request"] = (Scripted.Pull(), client => client.PullRequests.FindAsync(7, default)),
        ["pull requests"] = ($"[{Scripted.Pull()}]", client => client.PullRequests.ListByHeadAsync(Scripted.Sha, default)),
        ["review"] = (
            """[{"id":1,"user":{"login":"octocat"},"state":"APPROVED","commit_id":"c"}]""",
            client => client.PullRequests.ListReviewsAsync(7, default)),
        ["repository"] = (
            """{"id":1,"full_name":"acme/web","default_branch":"main","fork":false,"private":true}""", client => client.Repositories.GetAsync(default)),
        ["file"] = (
            """{"type":"file","sha":"s","size":0,"encoding":"base64","content":""}""",
            client => client.Repositories.ReadFileAsync("a", Scripted.Sha, 9, default)),
        ["collaborator"] = ("""{"permission":"read","role_name":"triage"}""", client => client.Repositories.FindCollaboratorAsync("octocat", default)),
        ["blob"] = ("""{"sha":"s","content":"aGVsbG8=","encoding":"base64"}""", client => client.GitData.ReadBlobAsync(Scripted.Sha, default)),
        ["workflow run"] = (
            """
            {"id":1,"event":"push","status":"completed","conclusion":"failure","head_sha":"s","head_branch":"b","path":"p","workflow_id":3000000000,
            "html_url":"h","repository":{"id":1,"full_name":"acme/web","fork":false},"head_repository":{"id":2,"full_name":"x/web","fork":true}}
            """,
            client => client.WorkflowRuns.FindAsync(1, default)),
        ["release"] = (Scripted.Release(), client => client.Releases.FindAsync("v1", default)),
    };

    /// <value>What may be missing, and what else the sample holds.</value>
    private static readonly string[] Optional =
    [
        "encoding of file", "content of file", "html_url of comment", "created_at of comment", "id of comment.user", "type of comment.user",
    ];

    public static TheoryData<string> Names => [.. Requests.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WhateverOurTypesRequire_IsRequiredOfTheAnswer(string name)
    {
        var (answer, ask) = Requests[name];
        using (var whole = new Scripted(Answer(200, answer)))
        {
            await ask(whole.Client);
        }

        foreach (var (what, broken) in Broken(name, answer))
        {
            using var scripted = new Scripted(Answer(200, broken));
            var error = await Should.ThrowAsync<GitHubException>(() => ask(scripted.Client), what);
            error.Message.ShouldContain(NotDocumented, Case.Sensitive, what);
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("")]
    [InlineData("<html>")]
    public async Task WhatIsNoAnswerIsRefused(string body)
    {
        foreach (var (name, (sample, ask)) in Requests.Where(request => request.Key != "file"))
        {
            using var scripted = new Scripted(Answer(200, body));
            if (body != "[]" || sample[0] != '[')
            {
                (await Should.ThrowAsync<GitHubException>(() => ask(scripted.Client), name)).Message.ShouldContain(NotDocumented, Case.Sensitive, name);
            }
        }
    }

    [Fact]
    public async Task AnAnswerThatIsNestedTooDeeplyIsRefused_WhichWouldEndTheProgram()
    {
        var deep = new string('[', 200_000) + new string(']', 200_000);
        using var scripted = new Scripted(Answer(200, Scripted.Pull()[..^1] + $$""","labels":{{deep}} }"""));
        var error = await Should.ThrowAsync<GitHubException>(() => scripted.Client.PullRequests.FindAsync(7, CancellationToken.None));
        error.Message.ShouldContain(NotDocumented);
    }

    /// <summary>Each of these ends Octokit's reading, and none of them is anything that we read.</summary>
    [Theory]
    [InlineData("pull request", "User", """{"type":"EnterpriseUserAccount"}""", "user")]
    [InlineData("pull request", "Repository", """{"created_at":null}""", "head.repo")]
    [InlineData("pull request", "Repository", """{"visibility":"secret"}""", "head.repo")]
    [InlineData("repository", "Repository", """{"owner":{"type":"EnterpriseUserAccount"}}""", "")]
    [InlineData("workflow run", "WorkflowRun", """{"actor":{"type":"EnterpriseUserAccount"}}""", "")]
    [InlineData("review", "PullRequestReview", """{"submitted_at":null}""", "")]
    [InlineData("blob", "Blob", """{"size":null}""", "")]
    [InlineData("release", "Release", """{"assets":[{"id":3000000000}]}""", "")]
    [InlineData("release", "Release", """{"assets":[{"size":3000000000}]}""", "")]
    public async Task PartsThatNobodyReadsDoNotBreakOctokit(string name, string type, string part, string place)
    {
        Should.Throw<Exception>(() => RawOctokit.Read(type, part), "then this part may be read");
        var (answer, ask) = Requests[name];
        var json = JsonNode.Parse(answer)!;
        var target = place.Split('.', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(json is JsonArray list ? list[0]! : json, (node, step) => node[step] ?? (node[step] = new JsonObject { ["login"] = "octocat" }));
        foreach (var (key, value) in JsonNode.Parse(part)!.AsObject())
        {
            target[key] = value?.DeepClone();
        }

        using var scripted = new Scripted(Answer(200, json.ToJsonString()));
        await ask(scripted.Client);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("\"quoted\" \\ / \b\f\n\r\t \u0001 \u2028 \u00e9 \ud83d\ude00 </script> 2026-01-01T00:00:00Z")]
    [InlineData("\\u0041 {\"a\":[1]} ")]
    public async Task TextComesThroughOctokitAsItIs(string text)
    {
        var json = JsonValue.Create(text).ToJsonString();
        using var scripted = new Scripted(Answer(200, $$"""{"id":1,"user":null,"body":{{json}}}"""));
        var comment = await scripted.Client.Comments.UpdateAsync(1, $"x{text}", CancellationToken.None);
        comment.Body.ShouldBe(text);
        JsonNode.Parse(scripted.Handler.Sent.Single().Body)!["body"]!.GetValue<string>().ShouldBe($"x{text}");
    }

    [Fact]
    public async Task WhatOctokitsTypeLacksIsReadBesideIt()
    {
        using var scripted = new Scripted(Answer(200, Scripted.Release(3_000_000_000, ""","immutable":true""")));
        var release = await scripted.Client.Releases.FindAsync("v1", CancellationToken.None);
        (release!.Id, release.Immutable).ShouldBe((3_000_000_000, true));
    }

    [Fact]
    public async Task APendingReviewHasNoTime_AndAListSaysNothingOfFiles()
    {
        using var reviews = new Scripted(Answer(200, Requests["review"].Answer));
        (await reviews.Client.PullRequests.ListReviewsAsync(7, CancellationToken.None)).Items.Single().SubmittedAt.ShouldBeNull();
        using var pulls = new Scripted(Answer(200, Requests["pull requests"].Answer));
        (await pulls.Client.PullRequests.ListByHeadAsync(Scripted.Sha, CancellationToken.None)).Items.Single().ChangedFiles.ShouldBeNull();
    }

    private static IEnumerable<(string What, string Json)> Broken(string name, string answer)
    {
        foreach (var path in Paths(JsonNode.Parse(answer)!, name).Where(path => !Optional.Contains($"{path.Key} of {path.Place}", StringComparer.Ordinal)))
        {
            var (missing, wrong) = (JsonNode.Parse(answer)!, JsonNode.Parse(answer)!);
            path.Find(missing).Remove(path.Key);
            yield return ($"no {path.Key} of {path.Place}", missing.ToJsonString());

            path.Find(wrong)[path.Key] = path.Find(wrong)[path.Key] is JsonValue value && value.TryGetValue<string>(out _) ? 1.5 : "text";
            yield return ($"{path.Key} of {path.Place} of another kind", wrong.ToJsonString());
        }
    }

    private static IEnumerable<(string Place, string Key, Func<JsonNode, JsonObject> Find)> Paths(JsonNode root, string name) => root is JsonArray
        ? Paths(root[0]!.AsObject(), name, node => node[0]!.AsObject())
        : Paths(root.AsObject(), name, node => node.AsObject());

    private static IEnumerable<(string Place, string Key, Func<JsonNode, JsonObject> Find)> Paths(
        JsonObject at,
        string place,
        Func<JsonNode, JsonObject> find) =>
        at.SelectMany(pair => pair.Value is JsonObject inner
            ? Paths(inner, $"{place}.{pair.Key}", node => find(node)[pair.Key]!.AsObject()).Prepend((place, pair.Key, find))
            : [(place, pair.Key, find)]);
}
