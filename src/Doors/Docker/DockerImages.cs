using System.Globalization;
using System.Text.Json;
using Docker.DotNet;
using Docker.DotNet.Models;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Docker;

/// <summary>Builds images with the engine's own builder, and removes them again.</summary>
internal sealed class DockerImages(DockerCalls calls, DockerLimits limits)
{
    private const int CpuPeriod = 100_000;

    /// <summary>Builds an image without network and without cache. Its end closes the connection, which ends the build.</summary>
    /// <param name="order">What to build.</param>
    /// <param name="context">The archive of the sources; read once.</param>
    /// <param name="say">Takes what the build says, as it comes.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <returns>Why it failed; <see langword="null"/> when it did not.</returns>
    /// <exception cref="DockerException">There is no answer, or one that is none.</exception>
    public async Task<string?> BuildAsync(BuildOrder order, Stream context, Action<string> say, CancellationToken cancellationToken)
    {
        var parameters = new ImageBuildParameters
        {
            Dockerfile = order.Dockerfile,
            Tags = [order.Tag],
            Target = order.Target.Length > 0 ? order.Target : null,
            Platform = order.Platform.Length > 0 ? order.Platform : null,
            BuildArgs = order.Arguments.ToDictionary(StringComparer.Ordinal),
            NetworkMode = "none",
            NoCache = true,
            Remove = true,
            ForceRemove = true,
            Memory = order.Memory,
            MemorySwap = order.Memory,
            CPUPeriod = CpuPeriod,
            CPUQuota = (long)(order.Cpus * CpuPeriod),
        };
        await using var answer = await calls.OpenAsync(
#pragma warning disable CS0618 // The other form reads lines without a limit.
            (client, token) => client.Images.BuildImageFromDockerfileAsync(context, parameters, token),
#pragma warning restore CS0618
            cancellationToken);
        var lines = new AnswerLines(answer);
        var said = 0L;
        string? error = null;
        while (await calls.ReadAsync(() => lines.NextAsync(cancellationToken), cancellationToken) is { } line)
        {
            using (line)
            {
                if (Text(line.RootElement, "stream") is { } text && (said += text.Length) <= limits.MaxSaid)
                {
                    say(text);
                }

                error ??= Text(line.RootElement, "error");
            }
        }

        return error is null ? null : Escape.Cut(error, 2_000);
    }

    /// <summary>The image as an archive of its layers; bounded by whoever reads it.</summary>
    /// <param name="id">The image's id, as the engine gave it.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public async Task<T> SaveAsync<T>(string id, Func<Stream, Task<T>> read, CancellationToken cancellationToken)
    {
        Check(id);
        await using var archive = await calls.OpenAsync((client, token) => client.Images.SaveImageAsync(id, token), cancellationToken, id);
        return await calls.ReadAsync(() => read(archive), cancellationToken);
    }

    /// <summary>Removes an image, and what it alone is made of. One that is not there is none of our business.</summary>
    /// <param name="name">A tag of ours, or an id.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        Check(name);
        try
        {
            await calls.AskAsync(
                (client, token) => client.Images.DeleteImageAsync(name, new ImageDeleteParameters { Force = false, NoPrune = false }, token),
                cancellationToken,
                name);
        }
        catch (DockerException e) when (e.Fault is DockerFault.ImageUnknown or DockerFault.Refused)
        {
            // It is gone, or in use by another run, which removes it itself.
        }
    }

    /// <summary>
    /// The ids of images without a name, or with one of ours alone, that carry a label and that a test chooses; none before what is made of it.
    /// </summary>
    internal async Task<IReadOnlyList<string>> MarkedAsync(Func<IReadOnlyDictionary<string, string>, bool> choose, CancellationToken cancellationToken)
    {
        var found = await calls.AskAsync(
            (client, token) => client.Images.ListImagesAsync(
                new ImagesListParameters { All = true, Filters = Labelled(DockerMark.RunLabel) }, token),
            cancellationToken);
        var parents = found.ToDictionary(image => image.ID, image => image.ParentID ?? "", StringComparer.Ordinal);
        return
        [
            .. found.Where(image => (image.RepoTags ?? []).All(tag => tag.StartsWith(DockerMark.Prefix, StringComparison.Ordinal)
                    || tag.StartsWith("localhost/" + DockerMark.Prefix, StringComparison.Ordinal)
                    || tag.StartsWith("docker.io/library/" + DockerMark.Prefix, StringComparison.Ordinal)
                    || tag == "<none>:<none>")
                && choose((image.Labels ?? new Dictionary<string, string>()).ToDictionary(StringComparer.Ordinal)))
            .OrderByDescending(image => Depth(image.ID, parents))
            .Select(image => image.ID),
        ];
    }

    internal static Dictionary<string, IDictionary<string, bool>> Labelled(string label) =>
        new(StringComparer.Ordinal) { ["label"] = new Dictionary<string, bool>(StringComparer.Ordinal) { [label] = true } };

    /// <summary>The package sends names as they are; what is sent here is an id of the engine's, or a tag of ours.</summary>
    private static int Depth(string id, Dictionary<string, string> parents)
    {
        var depth = 0;
        while (depth < parents.Count && parents.TryGetValue(id, out var parent))
        {
            (id, depth) = (parent, depth + 1);
        }

        return depth;
    }

    private static void Check(string name)
    {
        if (name.Length is 0 or > 255 || name.Contains("..", StringComparison.Ordinal)
            || !name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is ':' or '-' or '/' or '.'))
        {
            throw new ArgumentException("this is no name of an image of ours", nameof(name));
        }
    }

    private static string? Text(JsonElement line, string name) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}

/// <summary>An image to build.</summary>
/// <param name="Tag">What it is called.</param>
/// <param name="Dockerfile">Its path within the archive.</param>
internal sealed record BuildOrder(string Tag, string Dockerfile)
{
    /// <value>The stage to build; empty for the last.</value>
    public string Target { get; init; } = "";

    /// <value>Empty for the engine's own.</value>
    public string Platform { get; init; } = "";

    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <value>In bytes, of each step.</value>
    public long Memory { get; init; }

    /// <value>How many processors, of each step.</value>
    public double Cpus { get; init; }
}
