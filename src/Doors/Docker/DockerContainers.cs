using System.Text;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Gates.Doors.Docker;

/// <summary>Runs a program in a container of its own: no network, no mounts, no rights, none of our variables, and a limit on everything.</summary>
internal sealed class DockerContainers(DockerCalls calls, DockerLimits limits)
{
    /// <summary>Makes a container; it does not run yet.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> CreateAsync(ContainerOrder order, CancellationToken cancellationToken)
    {
        var answer = await calls.AskAsync((client, token) => client.Containers.CreateContainerAsync(Parameters(order), token), cancellationToken, order.Image);
        return answer is { ID: { Length: > 0 and <= 128 } id } && id.All(char.IsAsciiLetterOrDigit) ? id : throw calls.Failures.Malformed();
    }

    /// <summary>Puts files into a container that does not run.</summary>
    /// <param name="id">The container.</param>
    /// <param name="archive">The files, their paths from the root.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public Task PutAsync(string id, Stream archive, CancellationToken cancellationToken) =>
        calls.OpenAsync<object?>(
            async (client, token) =>
            {
                await client.Containers.ExtractArchiveToContainerAsync(id, new CopyToContainerParameters { Path = "/" }, archive, token);
                return null;
            },
            cancellationToken,
            id);

    /// <summary>Runs it to its end.</summary>
    /// <param name="id">The container.</param>
    /// <param name="say">Takes what it says, as it comes.</param>
    /// <param name="cancellationToken">Ends the waiting; whoever cancels removes the container.</param>
    /// <returns>Its exit code, and whether it was ended because it took too much memory.</returns>
    public async Task<(long Code, bool LacksMemory)> RunAsync(string id, Action<string> say, CancellationToken cancellationToken)
    {
        await calls.AskAsync((client, token) => client.Containers.StartContainerAsync(id, new ContainerStartParameters(), token), cancellationToken, id);
        await FollowAsync(id, say, cancellationToken);
        var end = await calls.OpenAsync((client, token) => client.Containers.WaitContainerAsync(id, token), cancellationToken, id);
        var state = await calls.AskAsync((client, token) => client.Containers.InspectContainerAsync(id, token), cancellationToken, id);
        return (end.StatusCode, state.State?.OOMKilled == true);
    }

    /// <summary>Reads a folder of a container as an archive.</summary>
    public async Task<T> CopyAsync<T>(string id, string path, Func<Stream, Task<T>> read, CancellationToken cancellationToken)
    {
        var answer = await calls.OpenAsync(
            (client, token) => client.Containers.GetArchiveFromContainerAsync(id, new ContainerPathStatParameters { Path = path }, false, token),
            cancellationToken,
            id);
        await using var archive = answer.Stream ?? throw calls.Failures.Malformed();
        return await calls.ReadAsync(() => read(archive), cancellationToken);
    }

    /// <summary>Ends and removes a container with all that is its own. One that is not there is none of our business.</summary>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await calls.AskAsync(
                (client, token) => client.Containers.RemoveContainerAsync(id, new ContainerRemoveParameters { Force = true, RemoveVolumes = true }, token),
                cancellationToken,
                id);
        }
        catch (DockerException e) when (e.Fault == DockerFault.Refused)
        {
            // It is gone, or going.
        }
    }

    /// <summary>
    /// The ids of containers that carry a label and that a test chooses. A container has the labels of its image, too: only those that are called as ours
    /// are, or
    /// that run an image without a name, as a builder's steps do.
    /// </summary>
    internal async Task<IReadOnlyList<string>> MarkedAsync(Func<IReadOnlyDictionary<string, string>, bool> choose, CancellationToken cancellationToken)
    {
        var found = await calls.AskAsync(
            (client, token) => client.Containers.ListContainersAsync(
                new ContainersListParameters { All = true, Filters = DockerImages.Labelled(DockerMark.RunLabel) }, token),
            cancellationToken);
        return
        [
            .. found.Where(container => ((container.Names ?? []).Any(name => name.TrimStart('/').StartsWith(DockerMark.Prefix, StringComparison.Ordinal))
                    || IsStep(container))
                && choose((container.Labels ?? new Dictionary<string, string>()).ToDictionary(StringComparer.Ordinal)))
            .Select(container => container.ID)
            .Where(id => id.All(char.IsAsciiLetterOrDigit)),
        ];
    }

    private static bool IsStep(ContainerListResponse container) =>
        container is { Image: { Length: >= 12 } image, ImageID: { } id } && id.Replace("sha256:", "", StringComparison.Ordinal)
            .StartsWith(image.Replace("sha256:", "", StringComparison.Ordinal), StringComparison.Ordinal);

    private static CreateContainerParameters Parameters(ContainerOrder order) => new()
    {
        Name = order.Name,
        Image = order.Image,
        Hostname = order.HostName,
        User = order.User,
        WorkingDir = order.Folder,
        Entrypoint = [order.Command[0]],
        Cmd = [.. order.Command.Skip(1)],
        Env = [.. order.Variables.Select(variable => $"{variable.Key}={variable.Value}")],
        Labels = order.Labels.ToDictionary(StringComparer.Ordinal),
        NetworkDisabled = true,
        AttachStdout = true,
        AttachStderr = true,
        HostConfig = new HostConfig
        {
            NetworkMode = "none",
            CapDrop = ["ALL"],
            SecurityOpt = ["no-new-privileges"],
            IpcMode = "private",
            PidsLimit = order.MaxProcesses,
            Memory = order.Memory,
            MemorySwap = order.Memory,
            NanoCPUs = (long)(order.Cpus * 1_000_000_000),
            Ulimits = [new Ulimit { Name = "fsize", Soft = order.MaxFile, Hard = order.MaxFile }, new Ulimit { Name = "core", Soft = 0, Hard = 0 }],
            RestartPolicy = new RestartPolicy { Name = RestartPolicyKind.No },
            LogConfig = new LogConfig
            {
                Type = "json-file",
                Config = new Dictionary<string, string>(StringComparer.Ordinal) { ["max-size"] = "16m", ["max-file"] = "1" },
            },
        },
    };

    private async Task FollowAsync(string id, Action<string> say, CancellationToken cancellationToken)
    {
        using var output = await calls.OpenAsync(
            (client, token) => client.Containers.GetContainerLogsAsync(
                id, new ContainerLogsParameters { ShowStdout = true, ShowStderr = true, Follow = true }, token),
            cancellationToken,
            id);
        var buffer = new byte[16 << 10];
        var decoder = Encoding.UTF8.GetDecoder();
        var text = new char[buffer.Length + 1];
        var said = 0L;
        while (true)
        {
            var read = await calls.ReadAsync(() => output.ReadOutputAsync(buffer, 0, buffer.Length, cancellationToken), cancellationToken);
            if (read.EOF)
            {
                return;
            }

            var length = decoder.GetChars(buffer, 0, read.Count, text, 0);
            if ((said += length) <= limits.MaxSaid)
            {
                say(new string(text, 0, length));
            }
        }
    }
}

/// <summary>A program to run in a container.</summary>
/// <param name="Name">What the container is called.</param>
/// <param name="Image">The id of its image, as the engine gave it.</param>
/// <param name="Command">The program and its arguments.</param>
internal sealed record ContainerOrder(string Name, string Image, IReadOnlyList<string> Command)
{
    public string HostName { get; init; } = "";

    public string User { get; init; } = "";

    public string Folder { get; init; } = "/";

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public long Memory { get; init; }

    public double Cpus { get; init; }

    public long MaxProcesses { get; init; } = 1_024;

    /// <value>Of one file, in bytes.</value>
    public long MaxFile { get; init; } = 8L << 30;
}
