using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Support;

namespace Runner.Tests.Doors.GitHub;

/// <summary>A client whose answers are written down, and whose waits are over at once.</summary>
internal sealed class Scripted : IDisposable
{
    public const string Token = "the-token-of-the-job";

    public static readonly string Sha = new('a', 40);

    public Scripted(params Func<HttpRequestMessage, HttpResponseMessage>[] answers)
        : this(Endpoint, new ApiLimits(), answers)
    {
    }

    public Scripted(GitHubEndpoint endpoint, ApiLimits limits, params Func<HttpRequestMessage, HttpResponseMessage>[] answers)
    {
        Handler = new ScriptedHandler(answers);
        Client = new GitHubClient(endpoint, Handler, Time, limits);
    }

    public static GitHubEndpoint Endpoint { get; } =
        GitHubEndpoint.For(new Uri("https://api.github.com"), new Uri("https://api.github.com/graphql"), "acme/web", new ApiToken(Token));

    public ImpatientTime Time { get; } = new(new ApiLimits().Timeout);

    public ScriptedHandler Handler { get; }

    public GitHubClient Client { get; }

    public static string Comment(long id, string body = "hello") =>
        $$"""{"id":{{id}},"user":{"id":1,"login":"octocat","type":"User"},"body":"{{body}}","html_url":"https://github.com/x","created_at":"2026-01-01T00:00:00Z"}""";

    public static string Pull(int number = 7) =>
        $$"""{"number":{{number}},"state":"open","title":"t","user":{"login":"octocat"},"html_url":"h","head":{{Side("topic")}},"base":{{Side("main")}} }""";

    public static string Release(long id = 1, string more = "") =>
        $$"""{"id":{{id}},"tag_name":"v1","name":"One","draft":true,"prerelease":false,"html_url":"https://github.com/x","upload_url":"u"{{more}} }""";

    public static string CheckRun(long id, int annotations = 0) =>
        $$"""{"id":{{id}},"name":"Gates","head_sha":"{{Sha}}","external_id":"run-1","status":"completed","conclusion":"failure","html_url":null,"output":{"title":"t","summary":"s","annotations_count":{{annotations}} } }""";

    private static string Side(string branch) =>
        $$"""{"ref":"{{branch}}","sha":"{{Sha}}","repo":{"id":1,"full_name":"acme/web","fork":false} }""";

    public void Dispose()
    {
        Client.Dispose();
        Handler.Dispose();
    }
}
