using System.Net.Sockets;
using Docker.DotNet;
using Docker.DotNet.NativeHttp;
using Version = System.Version;

namespace Gates.Doors.Docker;

/// <summary>How every question reaches an engine: in a version of the API that both know, within its time, and what goes wrong in our words.</summary>
internal sealed class DockerCalls : IDisposable
{
    /// <value>Docker 19.03, of 2019: what is used here has had its form since.</value>
    private static readonly Version OldestApi = new(1, 40);

    private static readonly Version NewestApi = new(1, 52);

    private readonly DockerAddress address;
    private readonly TimeProvider time;
    private readonly DockerLimits limits;
    private readonly DockerClient unversioned;
    private DockerVersion? version;
    private DockerClient? versioned;
    private DockerClient? streaming;

    public DockerCalls(DockerAddress address, TimeProvider time, DockerLimits limits)
    {
        this.address = address;
        this.time = time;
        this.limits = limits;
        Failures = new DockerFailures(address, limits);
        unversioned = Client(null, limits.MaxAnswer);
    }

    public DockerFailures Failures { get; }

    /// <summary>Asks without a version in the path: for what comes before it is known.</summary>
    public Task<T> AskFirstAsync<T>(Func<DockerClient, CancellationToken, Task<T>> ask, CancellationToken cancellationToken) =>
        AskAsync(unversioned, ask, null, cancellationToken);

    /// <summary>Asks for an answer that is read whole.</summary>
    /// <param name="ask">Asks.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <param name="subject">The image or container that it is about.</param>
    public async Task<T> AskAsync<T>(Func<DockerClient, CancellationToken, Task<T>> ask, CancellationToken cancellationToken, string? subject = null)
    {
        versioned ??= Client(await SpokenAsync(cancellationToken), limits.MaxAnswer);
        return await AskAsync(versioned, ask, subject, cancellationToken);
    }

    /// <summary>The same where nothing comes back.</summary>
    public Task AskAsync(Func<DockerClient, CancellationToken, Task> ask, CancellationToken cancellationToken, string? subject = null) =>
        AskAsync<object?>(
            async (client, token) =>
            {
                await ask(client, token);
                return null;
            },
            cancellationToken,
            subject);

    /// <summary>Asks for an answer that comes over time and has no limit here: only its caller knows how long it may take.</summary>
    public async Task<T> OpenAsync<T>(Func<DockerClient, CancellationToken, Task<T>> ask, CancellationToken cancellationToken, string? subject = null)
    {
        streaming ??= Client(await SpokenAsync(cancellationToken), null);
        return await TranslateAsync(() => ask(streaming, cancellationToken), subject, isMiddle: false, cancellationToken);
    }

    /// <summary>Reads such an answer: what goes wrong then is that the engine went away in the middle of it.</summary>
    public Task<T> ReadAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken) => TranslateAsync(read, null, isMiddle: true, cancellationToken);

    /// <exception cref="DockerException">No engine answers, or one whose API is too old or too new.</exception>
    public async Task<DockerVersion> VersionAsync(CancellationToken cancellationToken)
    {
        var answer = await AskFirstAsync((client, token) => client.System.GetVersionAsync(token), cancellationToken);
        if (!Version.TryParse(answer?.APIVersion, out var api))
        {
            throw Failures.NotDocker("its version is none");
        }

        var oldest = Version.TryParse(answer.MinAPIVersion, out var minimum) ? minimum : api;
        var isPodman = (answer.Components ?? []).Any(component => component.Name?.StartsWith("Podman", StringComparison.Ordinal) == true);
        return api < OldestApi ? throw Failures.TooOld(answer.Version, api, OldestApi)
            : oldest > NewestApi ? throw Failures.TooNew(answer.Version, oldest, NewestApi)
            : new DockerVersion(DockerFailures.Safe(answer.Version), api, DockerFailures.Safe(answer.Os), DockerFailures.Safe(answer.Arch))
            {
                IsPodman = isPodman,
            };
    }

    public void Dispose()
    {
        unversioned.Dispose();
        versioned?.Dispose();
        streaming?.Dispose();
    }

    /// <summary>Without a version in its path, a request means whatever the engine holds newest.</summary>
    private async Task<Version> SpokenAsync(CancellationToken cancellationToken)
    {
        version ??= await VersionAsync(cancellationToken);
        return version.Api < NewestApi ? version.Api : NewestApi;
    }

    private async Task<T> AskAsync<T>(
        DockerClient client, Func<DockerClient, CancellationToken, Task<T>> ask, string? subject, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limits.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        return await TranslateAsync(() => ask(client, either.Token), subject, isMiddle: false, cancellationToken);
    }

    private async Task<T> TranslateAsync<T>(Func<Task<T>> ask, string? subject, bool isMiddle, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (Failures.Of(e, subject, isMiddle) is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Failures.Of(e, subject, isMiddle)!;
        }
    }

    /// <summary>
    /// On the runtime's own HTTP, for sockets too: the package's takes a proxy for a socket, follows redirects, and does not cancel while it connects.
    /// </summary>
    private DockerClient Client(Version? api, int? maxAnswer)
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
                if (address.Tls is { } tls)
                {
                    handler.SslOptions = tls.Options(address.Endpoint.Host);
                }
            },
        };
        return new DockerClientBuilder()
            .WithEndpoint(address.Endpoint)
            .WithApiVersion(api)
            .WithAuthProvider(new DockerAnswers(maxAnswer, address.Tls is not null, Failures))
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
}
