using System.CommandLine;
using Gates.Doors.Git;
using Gates.Doors.Git.Remotes;
using Gates.Doors.Jobs;
using Gates.Doors.Registry;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Pin;

/// <summary><c>gates pin</c>: digests and commits in the place of names that move.</summary>
internal static class PinCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "Everything that can be pinned is, or was written.",
        Fails = "Something is not pinned, and without --write it stays so.",
        CouldNotEvaluate = "A registry or a git server could not be asked, or has no such version; what could be resolved was shown or written.",
        Variables =
        [
            Variable.Token,
            new("DOCKER_CONFIG, REGISTRY_AUTH_FILE, DOCKER_AUTH_CONFIG", "Where logins for registries are (default: ~/.docker/config.json)."),
            new(RegistryClient.PlainVariable, "Registries that are spoken to without encryption, separated by commas; those on this machine always are."),
        ],
        Examples =
        [
            new("gates pin", "Show what would be pinned, as a diff."),
            new("gates pin --write", "Pin every image and every action of the repository."),
            new("gates pin .github --actions --write", "Only actions, only below .github."),
            new("gates pin --update --write", "Resolve anew what is pinned already: tags, and the newest of an action's major version."),
        ],
    };

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders (default: the whole repository).", Arity = ArgumentArity.ZeroOrMore };
        var images = new Option<bool>("--images") { Description = "Only images: Dockerfiles, manifests, compose files, workflows." };
        var actions = new Option<bool>("--actions") { Description = "Only actions and reusable workflows." };
        var write = new Option<bool>("--write") { Description = "Write the files; otherwise the changes are only shown." };
        var update = new Option<bool>("--update") { Description = "Also resolve anew what is pinned already." };
        var workspace = new Option<string>("--workspace") { Description = "The repository (default: the one of this folder)." };
        var command = new Verb("pin", "Pin images to digests and actions to commits, in the form that Renovate and Dependabot keep up to date.", Help)
        {
            paths, images, actions, write, update, workspace,
        };
        command.SetAction((parsed, token) =>
        {
            var both = parsed.GetValue(images) == parsed.GetValue(actions);
            return RunAsync(
                new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory),
                [.. (parsed.GetValue(paths) ?? []).Where(path => path.Length > 0)],
                new PinRequest { Images = both || parsed.GetValue(images), Actions = both || parsed.GetValue(actions), Update = parsed.GetValue(update) },
                parsed.GetValue(write),
                token);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        DirectoryInfo folder, IReadOnlyList<string> paths, PinRequest request, bool writes, CancellationToken cancellationToken)
    {
        var job = JobEnvironment.Read(Environment.GetEnvironmentVariable);
        var token = job.Token ?? (Environment.GetEnvironmentVariable("GITHUB_TOKEN") is { Length: > 0 } own ? own : null);
        using var workspace = await Workspace.OpenAsync(folder, token: null, cancellationToken);
        using var registry = new RegistryClient(
            RegistryLogins.Read(Environment.GetEnvironmentVariable), handler: null, TimeProvider.System, Environment.GetEnvironmentVariable);
        var server = JobVariables.Server(Environment.GetEnvironmentVariable) ?? JobEnvironment.Outside.Server;
        var sources = new PinSources(registry, new RemoteRefs(Environment.GetEnvironmentVariable, token), server);
        request = request with { Paths = [.. paths.Select(path => Relative(path, folder, workspace.Root))] };
        var session = new PinSession(workspace.Tree, sources, request);
        var pinning = await session.RunAsync(cancellationToken);
        if (writes)
        {
            session.Write(workspace.Root, pinning);
        }

        PinPrinter.Print(pinning, writes, Console.Out);
        return (int)(pinning.Faults.Count > 0 ? ExitCode.CouldNotEvaluate : pinning.Files.Count > 0 && !writes ? ExitCode.Fails : ExitCode.Holds);
    }

    /// <exception cref="UsageException">It is not there, or not in the repository.</exception>
    private static string Relative(string path, DirectoryInfo folder, DirectoryInfo root)
    {
        var full = Path.GetFullPath(path, folder.FullName);
        if (!Path.Exists(full))
        {
            throw new UsageException($"{Say.Quote(path)}: there is no such file or folder");
        }

        var relative = Path.GetRelativePath(root.FullName, (Doors.Files.RealPath.Of(full) ?? full)).Replace('\\', '/');
        return relative == "." ? ""
            : relative == ".." || relative.StartsWith("../", StringComparison.Ordinal)
                ? throw new UsageException($"{Say.Quote(path)} is not in the repository {Say.Path(root.FullName)}")
            : relative;
    }
}
