using System.Net.Sockets;
using Docker.DotNet;
using Docker.DotNet.Models;
using Docker.DotNet.NativeHttp;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Version = System.Version;

namespace Gates.Doors.Docker;

/// <summary>The one door to a Docker Engine, or to Podman, which speaks its API; read only.</summary>
internal sealed class DockerEngine : IDisposable
{
    /// <value>Docker 19.03, of 2019: what is read here has had its form since.</value>
    private static readonly Version OldestApi = new(1, 40);

    private static readonly Version NewestApi = new(1, 52);

    private readonly DockerAddress address;
    private readonly TimeProvider time;
    private readonly DockerLimits limits;
    private readonly DockerFailures failures;
    private readonly DockerClient unversioned;
    private DockerClient? versioned;

    /// <param name="address">Where it listens.</param>
    /// <param name="time">For the time-out.</param>
    /// <param name="limits">How patient to be; <see langword="null"/> for the defaults.</param>
    public DockerEngine(DockerAddress address, TimeProvider time, DockerLimits? limits = null)
    {
        this.address = address;
        this.time = time;
        this.limits = limits ?? new DockerLimits();
        failures = new DockerFailures(address, this.limits);
        unversioned = Client(null);
    }

    /// <summary>Returns when an engine answers.</summary>
    /// <exception cref="DockerException">None does.</exception>
    public Task PingAsync(CancellationToken cancellationToken) =>
        AskAsync<object?>(
            async token =>
            {
                await unversioned.System.PingAsync(token);
                return null;
            },
            cancellationToken);

    /// <summary>Which engine answers.</summary>
    /// <exception cref="DockerException">None does, or one whose API is too old or too new.</exception>
    public async Task<DockerVersion> VersionAsync(CancellationToken cancellationToken)
    {
        var answer = await AskAsync(token => unversioned.System.GetVersionAsync(token), cancellationToken);
        if (!Version.TryParse(answer?.APIVersion, out var api))
        {
            throw failures.NotDocker("its version is none");
        }

        var oldest = Version.TryParse(answer.MinAPIVersion, out var minimum) ? minimum : api;
        return api < OldestApi ? throw failures.TooOld(answer.Version, api, OldestApi)
            : oldest > NewestApi ? throw failures.TooNew(answer.Version, oldest, NewestApi)
            : new DockerVersion(DockerFailures.Safe(answer.Version), api, DockerFailures.Safe(answer.Os), DockerFailures.Safe(answer.Arch));
    }

    /// <summary>What the engine has under a name; nothing is pulled.</summary>
    /// <param name="reference">An image's name, or <c>sha256:…</c> for its id.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="UsageException">No image's name; nothing was sent.</exception>
    /// <exception cref="DockerException">It has none, or there is no answer.</exception>
    public async Task<DockerImage> InspectImageAsync(string reference, CancellationToken cancellationToken)
    {
        // The package sends a name as it is, and `../../containers/json?all=1#` would be another question.
        if (!ImageReference.TryParse(reference, out _, out var reason))
        {
            throw new UsageException($"\"{Escape.Cut(Escape.OneLine(reference), 120)}\" names no image: {Escape.OneLine(reason)}");
        }

        // Without a version in its path, a request means whatever the engine holds newest.
        if (versioned is null)
        {
            var version = await VersionAsync(cancellationToken);
            versioned = Client(version.Api < NewestApi ? version.Api : NewestApi);
        }

        var answer = await AskAsync(token => versioned.Images.InspectImageAsync(reference, token), cancellationToken, reference);
        return answer is { ID.Length: > 0 } ? Image(answer) : throw failures.Malformed();
    }

    public void Dispose()
    {
        unversioned.Dispose();
        versioned?.Dispose();
    }

    private static DockerImage Image(ImageInspectResponse answer) =>
        new(
            answer.ID,
            [.. answer.RepoDigests ?? []],
            answer.Config?.User ?? "",
            [.. answer.Config?.Entrypoint ?? []],
            (answer.Config?.Labels ?? new Dictionary<string, string>()).ToDictionary(StringComparer.Ordinal),
            answer.Size);

    /// <summary>
    /// On the runtime's own HTTP, for sockets too: the package's takes a proxy for a socket, follows redirects, and does not cancel while it connects.
    /// </summary>
    private DockerClient Client(Version? api)
    {
        var transport = new NativeHttpTransportOptions
        {
            ConfigureHandler = handler =>
            {
                handler.UseProxy = false;
                handler.UseCookies = false;
                handler.AllowAutoRedirect = false;
                handler.ConnectTimeout = limits.Timeout;
                handler.ConnectCallback = address.Socket is { } socket ? (_, cancellationToken) => ConnectAsync(socket, cancellationToken) : null;
            },
        };
        return new DockerClientBuilder()
            .WithEndpoint(address.Endpoint)
            .WithApiVersion(api)
            .WithAuthProvider(new DockerAnswers(limits.MaxAnswer, failures))
            .WithTimeout(Timeout.InfiniteTimeSpan)
            .WithTransportOptions(transport)
            .Build();
    }

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        Socket? socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            var stream = new NetworkStream(socket, ownsSocket: true);
            socket = null;
            return stream;
        }
        finally
        {
            socket?.Dispose();
        }
    }

    private async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken, string? image = null)
    {
        using var deadline = new CancellationTokenSource(limits.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await ask(either.Token);
        }
        catch (Exception e) when (failures.Of(e, image) is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw failures.Of(e, image)!;
        }
    }
}

/// <summary>How patient the door is, and how much it takes.</summary>
internal sealed record DockerLimits
{
    /// <value>For one question, its answer included.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <value>Of one answer, in bytes.</value>
    public int MaxAnswer { get; init; } = 4 << 20;
}
