using System.Net;
using System.Net.Sockets;
using System.Text;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.GitHub.Api;

/// <summary>The platform's own HTTP client sends some requests again in silence; none of those may be one that must not be sent twice.</summary>
public sealed class ResendTests
{
    [Fact]
    public async Task Post_OnAKeptConnectionThatBreaks_IsSentOnce()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var posts = 0;
        using var stop = new CancellationTokenSource();
        var server = Task.Run(async () =>
        {
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync(stop.Token);
                await using var stream = connection.GetStream();

                // The first request is answered and its connection kept; every later one finds it closed.
                for (var answered = false; await ReadAsync(stream, stop.Token) is { Length: > 0 } request;)
                {
                    posts += request.StartsWith("POST", StringComparison.Ordinal) ? 1 : 0;
                    if (answered || posts > 0)
                    {
                        break;
                    }

                    await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"u8.ToArray(), stop.Token);
                    answered = true;
                }
            }
        });
        var api = new Uri($"http://{listener.LocalEndpoint}/");
        using var handler = Transport.Handler();
        using var client = new GitHubClient(
            GitHubEndpoint.For(api, api, "acme/web", new ApiToken("t")), handler, new ImpatientTime(new ApiLimits().Timeout), new ApiLimits { Retries = 1 });
        (await client.Comments.ListAsync(7, CancellationToken.None)).Items.ShouldBeEmpty();

        await Should.ThrowAsync<GitHubException>(() => client.Comments.CreateAsync(7, "hello", static _ => false, CancellationToken.None));

        posts.ShouldBe(1, "its answer is lost, so it is looked for, and the looking fails here");
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => server);
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[16_384];
        var text = Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, cancellationToken));
        while (text.StartsWith("POST", StringComparison.Ordinal) && !text.EndsWith('}'))
        {
            text += Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, cancellationToken));
        }

        return text;
    }
}
