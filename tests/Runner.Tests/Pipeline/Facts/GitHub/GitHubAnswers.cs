using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Policies;
using Shouldly;
using Support;

namespace Runner.Tests.Pipeline.Facts.GitHub;

/// <summary>A GitHub whose answers are written down by address: it refuses what nobody expected, and says what nobody asked.</summary>
internal sealed class GitHubAnswers : HttpMessageHandler
{
    public const string Token = "ghs_" + "0123456789abcdefghijABCDEFGHIJ012345";

    public static readonly string Commit = new('a', 40);
    public static readonly string Head = new('c', 40);

    private const string Repository = "/repos/acme/web/";

    private readonly Dictionary<string, (int Status, string Body)> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> asked = [];

    public int Requests => asked.Count;

    /// <summary>One that answers everything as for a change that two people agreed to, under rules that bind everybody.</summary>
    public static GitHubAnswers Whole()
    {
        var github = new GitHubAnswers();
        github.Answer($"commits/{Commit}/pulls", $"[{Pull()}]");
        github.Answer("pulls/7", Pull());
        github.Answer("pulls/7/reviews", Reviews(Review("bob", "APPROVED", "MEMBER")));
        github.Answer("/graphql", """
            {"data":{"repository":{"pullRequest":{"closingIssuesReferences":{"totalCount":1,"nodes":[
            {"number":3,"state":"OPEN","repository":{"nameWithOwner":"acme/web"}}]}}}}}
            """);
        github.Answer("branches/main", """{"name":"main","protected":true}""");
        github.Answer("branches/main/protection", """{"message":"Branch not protected"}""", 404);
        github.Answer("rules/branches/main", """
            [{"type":"deletion","ruleset_id":42},{"type":"non_fast_forward","ruleset_id":42},{"type":"pull_request","ruleset_id":42,"parameters":
            {"required_approving_review_count":1,"dismiss_stale_reviews_on_push":true,"require_code_owner_review":false,"require_last_push_approval":true}}]
            """);
        github.Answer("rulesets/42", Ruleset(42, "branch"));
        github.Answer("rulesets", """
            [{"id":42,"name":"main","target":"branch","enforcement":"active"},{"id":43,"name":"tags","target":"tag","enforcement":"active"}]
            """);
        github.Answer("rulesets/43", Ruleset(43, "tag"));
        github.Answer($"compare/main...{Commit}", """{"status":"identical"}""");
        github.Answer("environments", """
            {"total_count":1,"environments":[{"name":"production","can_admins_bypass":false,
            "deployment_branch_policy":{"protected_branches":true,"custom_branch_policies":false},
            "protection_rules":[{"type":"wait_timer","wait_timer":30},{"type":"required_reviewers","prevent_self_review":true,"reviewers":[
            {"type":"User","reviewer":{"login":"bob"}},{"type":"Team","reviewer":{"slug":"sre"}}]}]}]}
            """);
        github.Answer("actions/runs/99/approvals", $$"""[{"state":"approved","comment":"ok","user":{{User("bob")}},"environments":[{"name":"production"}]}]""");
        github.Answer("deployments", $$"""
            [{"id":5,"sha":"{{Commit}}","ref":"main","environment":"production","created_at":"2026-11-21T09:00:00Z","creator":{{User("ann")}},
            "production_environment":true}]
            """);
        github.Answer("deployments/5/statuses", """
            [{"state":"success","created_at":"2026-11-21T09:10:00Z"},{"state":"in_progress","created_at":"2026-11-21T09:05:00Z"}]
            """);
        github.Answer("actions/runs/99", $$"""
            {"id":99,"path":".github/workflows/ci.yml","event":"push","status":"in_progress","conclusion":null,"head_sha":"{{Commit}}",
            "head_branch":"main","created_at":"2026-11-21T08:30:00Z","run_attempt":2,"actor":{{User("ann")}},"triggering_actor":{{User("bob")}}}
            """);
        github.Answer("actions/runs", $$"""
            {"total_count":1,"workflow_runs":[{"id":98,"path":".github/workflows/test.yml","event":"push","status":"completed","conclusion":"failure",
            "head_sha":"{{Commit}}","head_branch":"main","created_at":"2026-11-21T08:20:00Z","run_attempt":1,"actor":{{User("ann")}}}]}
            """);
        github.Answer("releases", $$"""
            [{"tag_name":"v1","draft":false,"prerelease":false,"target_commitish":"main","created_at":"2026-11-01T00:00:00Z",
            "published_at":"2026-11-02T00:00:00Z","immutable":true,"author":{{User("ann")}}}]
            """);
        return github;
    }

    public static string User(string login, string type = "User") => $$"""{"login":"{{login}}","type":"{{type}}"}""";

    public static string Pull(string more = "", string title = "\"Add a thing\"", string body = "\"For @bob, see ann@acme.example\"") => $$"""
        {"number":7,"state":"closed","title":{{title}},"body":{{body}},"user":{{User("ann")}},"draft":false,"labels":[{"name":"feature"}],
        "author_association":"MEMBER","html_url":"h","head":{"ref":"topic","sha":"{{Head}}","repo":{"id":1,"full_name":"acme/web","fork":false} },
        "base":{"ref":"main","sha":"{{new string('b', 40)}}","repo":{"id":1,"full_name":"acme/web","fork":false} },
        "created_at":"2026-11-20T08:00:00Z","merged_at":"2026-11-21T08:00:00Z","merge_commit_sha":"{{Commit}}","merged_by":{{User("bob")}},
        "requested_reviewers":[{{User("cid")}}],"requested_teams":[{"slug":"sre"}]{{more}} }
        """;

    public static string Review(string login, string state, string association, string? commit = null, string type = "User") => $$"""
        {"id":1,"user":{{User(login, type)}},"state":"{{state}}","commit_id":"{{commit ?? Head}}",
        "submitted_at":"2026-11-20T09:00:00Z","author_association":"{{association}}"}
        """;

    public static string Reviews(params string[] reviews) => $"[{string.Join(',', reviews)}]";

    public static string Ruleset(long id, string target, string bypass = ",\"bypass_actors\":[]", string updated = "2026-01-02T00:00:00Z") => $$"""
        {"id":{{id}},"name":"{{target}} rules","target":"{{target}}","enforcement":"active","created_at":"2026-01-01T00:00:00Z",
        "updated_at":"{{updated}}"{{bypass}},"conditions":{"ref_name":{"include":["~ALL"],"exclude":[]} },"rules":[{"type":"deletion"},{"type":"update"}]}
        """;

    /// <param name="path">Below the repository, without its query; with a slash before it, below the server.</param>
    /// <param name="body">The answer.</param>
    /// <param name="status">Its status.</param>
    public void Answer(string path, string body, int status = 200) => answers[path.StartsWith('/') ? path : Repository + path] = (status, body);

    /// <summary>What a policy would see, and who the roles in it are.</summary>
    public async Task<Evidence> CollectAsync(params string[] parts) => await Gate(parts).InspectAsync(About(), CancellationToken.None);

    public async Task<JsonElement> FactsAsync(params string[] parts) => (await CollectAsync(parts)).Facts.GetProperty("github");

    public FactsGate Gate(params string[] parts) => new(
        new FactSelection(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["github"] = parts }),
        new GateServices(new ImpatientTime(TimeSpan.FromSeconds(30))) { Http = this, Variables = Variable });

    public static GateContext About() => new(new MemoryTree(), ChangeSet.None with { HeadSha = Commit }, default);

    /// <summary>Nothing was prepared that nobody asked for.</summary>
    public void Verify() => answers.Keys.Except(asked).ShouldBeEmpty("answers that nobody asked for");

    public static string? Variable(string name) => name switch
    {
        "GITHUB_ACTIONS" => "true",
        "GITHUB_EVENT_NAME" => "push",
        "GITHUB_REF" => "refs/heads/main",
        "GITHUB_REPOSITORY" => "acme/web",
        "GITHUB_RUN_ID" => "99",
        "GITHUB_SHA" => Commit,
        "GITHUB_TOKEN" => Token,
        _ => null,
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        asked.Add(path);
        var (status, body) = answers.TryGetValue(path, out var answer) ? answer : throw new InvalidOperationException($"nobody expected {request.RequestUri}");
        return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            RequestMessage = request,
        });
    }
}
