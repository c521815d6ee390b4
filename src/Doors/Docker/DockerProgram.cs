using System.Globalization;
using System.Text;
using Gates.Doors.Processes;

namespace Gates.Doors.Docker;

/// <summary>
/// The <c>docker</c> program, for what the engine's API alone cannot: BuildKit. It gets none of our variables and none of the user's configuration, so no
/// credentials and no proxies; the address is given.
/// </summary>
internal sealed class DockerProgram
{
    /// <value>From there on BuildKit is a plugin, buildx.</value>
    private const int FirstWithoutBuildKit = 23;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string program;
    private readonly string folder;
    private readonly IReadOnlyDictionary<string, string> environment;
    private readonly bool isPlugin;

    private DockerProgram(string program, string folder, IReadOnlyDictionary<string, string> environment, string version, bool isPlugin)
    {
        this.program = program;
        this.folder = folder;
        this.environment = environment;
        this.isPlugin = isPlugin;
        Version = version;
    }

    /// <value>Of buildx, or of the program where it holds BuildKit itself.</value>
    public string Version { get; }

    /// <summary>Finds one that can build with BuildKit.</summary>
    /// <param name="address">The engine.</param>
    /// <param name="variables">Reads an environment variable.</param>
    /// <param name="folder">An empty folder that is its own.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <returns>It, or why there is none.</returns>
    public static async Task<(DockerProgram? Program, string Reason)> FindAsync(
        DockerAddress address, Func<string, string?> variables, string folder, CancellationToken cancellationToken)
    {
        if (ProgramFinder.Find("docker", variables("PATH")) is not { } program)
        {
            return (null, "there is no docker program in the search path");
        }

        var given = Environment(address, variables, folder);
        var (code, buildx) = await AskAsync(program, ["buildx", "version"], folder, given, cancellationToken);
        if (code == 0)
        {
            return (new DockerProgram(program, folder, given, "buildx " + (buildx.Split(' ').ElementAtOrDefault(1) ?? ""), isPlugin: true), "");
        }

        var (_, said) = await AskAsync(program, ["--version"], folder, given, cancellationToken);
        var version = said.Replace("Docker version ", "", StringComparison.Ordinal).Split(',', ' ')[0];
        return int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major < FirstWithoutBuildKit
            ? (new DockerProgram(program, folder, given, "docker " + DockerFailures.Safe(version), isPlugin: false), "")
            : (null, "the docker program has no BuildKit: its plugin buildx is not there");
    }

    /// <summary>Builds an image without network and without cache. BuildKit has no limits for one build: only its time is limited.</summary>
    /// <returns>Why it failed; <see langword="null"/> when it did not.</returns>
    public async Task<string?> BuildAsync(BuildOrder order, Stream context, Action<string> say, CancellationToken cancellationToken)
    {
        // What --mount=type=cache keeps is not cleared by --no-cache; in a space of its own it is empty.
        var arguments = new List<string>(isPlugin ? ["buildx", "build", "--builder", "default", "--load", "--provenance=false"] : ["build"]);
        arguments.AddRange(["--progress=plain", "--network=none", "--pull=false", "--no-cache", "--tag", order.Tag, "--file", order.Dockerfile]);
        arguments.AddRange(["--build-arg", "BUILDKIT_CACHE_MOUNT_NS=" + order.Tag.Replace(':', '-')]);
        foreach (var (name, value) in order.Arguments)
        {
            arguments.AddRange(["--build-arg", $"{name}={value}"]);
        }

        if (order.Target.Length > 0)
        {
            arguments.AddRange(["--target", order.Target]);
        }

        if (order.Platform.Length > 0)
        {
            arguments.AddRange(["--platform", order.Platform]);
        }

        arguments.Add("-");
        var last = new StringBuilder();
        var code = await new StreamedProgram(program, arguments, environment).RunAsync(
            folder,
            context,
            text =>
            {
                last.Append(text);
                last.Remove(0, Math.Max(0, last.Length - 2_000));
                say(text);
            },
            cancellationToken);
        return code == 0 ? null : last.ToString().TrimEnd().Split('\n')[^1];
    }

    private static async Task<(int Code, string Said)> AskAsync(
        string program, IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string> given, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var said = new StringBuilder();
        try
        {
            var code = await new StreamedProgram(program, arguments, given).RunAsync(folder, null, text => said.Append(text), either.Token);
            return (code, said.ToString().Trim());
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (-1, "");
        }
    }

    private static Dictionary<string, string> Environment(DockerAddress address, Func<string, string?> variables, string folder)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = ProgramFinder.SearchPath(),
            ["HOME"] = folder,
            ["DOCKER_CONFIG"] = folder,
            ["DOCKER_HOST"] = address.Text,
            ["DOCKER_BUILDKIT"] = "1",
            ["BUILDKIT_PROGRESS"] = "plain",
            ["NO_COLOR"] = "1",
        };
        if (address.Tls is not null)
        {
            given["DOCKER_TLS_VERIFY"] = "1";
            given["DOCKER_CERT_PATH"] = variables("DOCKER_CERT_PATH") ?? Path.Combine(variables("HOME") ?? "", ".docker");
        }

        return given;
    }
}
