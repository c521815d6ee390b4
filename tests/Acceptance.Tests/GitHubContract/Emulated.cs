using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Support;
using Support.GitHubEmulator;

namespace Acceptance.Tests.GitHubContract;

/// <summary>A repository with a pull request from a fork, on the emulator, and a client that publishes.</summary>
internal sealed class Emulated : IDisposable
{
    private readonly SocketsHttpHandler handler = Transport.Handler();
    private readonly List<GitHubClient> clients = [];

    public Emulated()
    {
        Time = new ImpatientTime(new ApiLimits().Timeout);
        Server = new GitHubServer(Time);
        Repository = Server.AddRepository("acme/web");
        BaseSha = Repository.Commit("main", ("README.md", "# Web\n"), ("src/old.cs", "one\ntwo\nthree\nfour\n"), (".github/CODEOWNERS", "* @owner\n"));
        Fork = Repository.Fork("mallory");
        Fork.Commit("topic", ("src/new.cs", "one\ntwo\nthree\nfour\n"), ("src/old.cs", null), ("added.txt", "x\n"));
        Pull = Repository.OpenPullRequest("mallory", Fork, "topic");
        Client = Connect("ghs_publisher", "github-actions[bot]", [.. EmulatedToken.Publishing]);
    }

    public ImpatientTime Time { get; }

    public GitHubServer Server { get; }

    public EmulatedRepository Repository { get; }

    public EmulatedRepository Fork { get; }

    public EmulatedPullRequest Pull { get; }

    public string BaseSha { get; }

    public GitHubClient Client { get; }

    public GitHubClient Connect(string token, string login, params string[] permissions)
    {
        Server.AddToken(new EmulatedToken(token, login, permissions));
        var client = new GitHubClient(GitHubEndpoint.For(Server.Api, Server.GraphQl, "acme/web", new ApiToken(token)), handler, Time);
        clients.Add(client);
        return client;
    }

    public void Dispose()
    {
        clients.ForEach(client => client.Dispose());
        handler.Dispose();
        Server.Dispose();
    }
}
