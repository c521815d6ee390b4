using Docker.DotNet.Models;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Docker;

/// <summary>The one door to a Docker Engine, or to Podman, which speaks its API: what is read of it, and what is built and run with it.</summary>
internal sealed class DockerEngine : IDisposable
{
    private readonly DockerCalls calls;

    /// <param name="address">Where it listens.</param>
    /// <param name="time">For the time-out.</param>
    /// <param name="limits">How patient to be; <see langword="null"/> for the defaults.</param>
    public DockerEngine(DockerAddress address, TimeProvider time, DockerLimits? limits = null)
    {
        limits ??= new DockerLimits();
        calls = new DockerCalls(address, time, limits);
        Address = address;
        Images = new DockerImages(calls, limits);
        Containers = new DockerContainers(calls, limits);
    }

    public DockerAddress Address { get; }

    /// <value>Builds images, reads them, and removes those that were built.</value>
    public DockerImages Images { get; }

    /// <value>Runs programs in containers.</value>
    public DockerContainers Containers { get; }

    /// <summary>Returns when an engine answers.</summary>
    /// <exception cref="DockerException">None does.</exception>
    public Task PingAsync(CancellationToken cancellationToken) =>
        calls.AskFirstAsync<object?>(
            async (client, token) =>
            {
                await client.System.PingAsync(token);
                return null;
            },
            cancellationToken);

    /// <summary>Which engine answers.</summary>
    /// <exception cref="DockerException">None does, or one whose API is too old or too new.</exception>
    public Task<DockerVersion> VersionAsync(CancellationToken cancellationToken) => calls.VersionAsync(cancellationToken);

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

        var answer = await calls.AskAsync((client, token) => client.Images.InspectImageAsync(reference, token), cancellationToken, reference);
        return answer is { ID.Length: > 0 } ? Image(answer) : throw calls.Failures.Malformed();
    }

    public void Dispose() => calls.Dispose();

    private static DockerImage Image(ImageInspectResponse answer) =>
        new(
            answer.ID,
            [.. answer.RepoDigests ?? []],
            answer.Config?.User ?? "",
            [.. answer.Config?.Entrypoint ?? []],
            (answer.Config?.Labels ?? new Dictionary<string, string>()).ToDictionary(StringComparer.Ordinal),
            answer.Size)
        {
            Layers = [.. answer.RootFS?.Layers ?? []],
            Triggers = [.. answer.Config?.OnBuild ?? []],
            OperatingSystem = DockerFailures.Safe(answer.Os),
        };
}

/// <summary>How patient the door is, and how much it takes.</summary>
internal sealed record DockerLimits
{
    /// <value>For one question, its answer included.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <value>Of one answer, in bytes.</value>
    public int MaxAnswer { get; init; } = 4 << 20;

    /// <value>Of what a build or a container says, in characters; the rest is counted only.</value>
    public int MaxSaid { get; init; } = 4 << 20;
}
