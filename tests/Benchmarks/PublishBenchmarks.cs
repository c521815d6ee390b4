using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Doors.Jobs;
using Gates.Pipeline.RunFolder;
using Gates.Runner.Commands.Publish;
using Support;
using Support.GitHubEmulator;

namespace Benchmarks;

/// <summary>Publishes this job's own results of a pull request to an emulator of GitHub that answers after a while, each time as a new pull request.</summary>
internal static class PublishBenchmarks
{
    private const string Token = "ghs_publisher";

    public static async Task<int> RunAsync(int latency)
    {
        foreach (var findings in new[] { 0, 50, 5_000 })
        {
            using var server = new GitHubServer();
            server.AddToken(new EmulatedToken(Token, StickyComment.JobAuthor, [.. EmulatedToken.Publishing]));
            var repository = server.AddRepository("acme/web");
            repository.Commit("main", ("README.md", "# Web\n"));
            repository.Commit("topic", ("a.txt", "x\n"));
            var pull = repository.OpenPullRequest("octocat", repository, "topic");
            using var folder = new TempFolder();
            var outputs = OutputFolder.Create("out", folder.Path, _ => false);
            await new JsonReporter(outputs).ReportAsync(ReportBenchmarks.Report(findings), CancellationToken.None);
            server.Latency = TimeSpan.FromMilliseconds(latency);

            using var handler = Transport.Handler();
            using var client = new GitHubClient(
                GitHubEndpoint.For(server.Api, server.GraphQl, repository.FullName, new ApiToken(Token)),
                handler,
                TimeProvider.System);
            var payload = new JsonObject { ["pull_request"] = pull.Describe("pull-request") };
            var variables = server.Variables(repository, new EmulatedToken(Token, StickyComment.JobAuthor));
            (
                variables["GITHUB_ACTIONS"],
                variables["GITHUB_EVENT_NAME"],
                variables["GITHUB_EVENT_PATH"]) = ("true", "pull_request", folder.Write("event.json", payload.ToJsonString()));
            var clock = Stopwatch.StartNew();
            await new PublishSession(
                client,
                new ChangeRerun(_ => throw new InvalidOperationException("nothing is judged again"), client, null),
                null,
                TextWriter.Null).RunAsync(
                PublishEvent.Read(JobEnvironment.Read(variables.GetValueOrDefault)),
                new PublishRequest { Workspace = folder.Info, Results = new DirectoryInfo(outputs.Path) },
                CancellationToken.None);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{findings,6} findings {client.Budget.Requests,4} requests {clock.Elapsed.TotalMilliseconds,8:0} ms at {latency} ms of latency"));
        }

        return 0;
    }

    /// <summary>How long the program takes from its start to its first request, which is a connection to a port that nobody answers.</summary>
    public static async Task<int> StartAsync()
    {
        using var server = new GitHubServer();
        var token = new EmulatedToken(Token, StickyComment.JobAuthor, [.. EmulatedToken.Publishing]);
        var repository = server.AddRepository("acme/web");
        repository.Commit("main", ("README.md", "# Web\n"));
        repository.Commit("topic", ("a.txt", "x\n"));
        var pull = repository.OpenPullRequest("octocat", repository, "topic");
        using var folder = new TempFolder();
        await new JsonReporter(OutputFolder.Create("out", folder.Path, _ => false)).ReportAsync(ReportBenchmarks.Report(50), CancellationToken.None);
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var variables = new Dictionary<string, string>(server.Variables(repository, token), StringComparer.Ordinal)
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_EVENT_NAME"] = "pull_request",
            ["GITHUB_EVENT_PATH"] = folder.Write("event.json", new JsonObject { ["pull_request"] = pull.Describe("pull-request") }.ToJsonString()),
            ["GITHUB_API_URL"] = $"http://{listener.LocalEndpoint}",
            ["GITHUB_GRAPHQL_URL"] = $"http://{listener.LocalEndpoint}/graphql",
        };
        var times = new List<double>();
        for (var round = 0; round < 15; round++)
        {
            var clock = Stopwatch.StartNew();
            using var process = GatesProcess.Start(folder.Path, ["publish", "--results", "out"], variables);
            await ConnectedAsync(listener, process);
            times.Add(clock.Elapsed.TotalMilliseconds);
            process.Kill();
            await process.WaitForExitAsync();
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"from the start of {Repository.Gates} to its first request {times.Order().ElementAt(7):0} ms, median of 15"));
        return 0;
    }

    private static async Task ConnectedAsync(System.Net.Sockets.TcpListener listener, Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var accepted = listener.AcceptTcpClientAsync(patience.Token).AsTask();
        if (await Task.WhenAny(accepted, process.WaitForExitAsync(patience.Token)) != accepted)
        {
            throw new InvalidOperationException("The program ended without a request: " + await process.StandardError.ReadToEndAsync());
        }

        (await accepted).Dispose();
    }
}
