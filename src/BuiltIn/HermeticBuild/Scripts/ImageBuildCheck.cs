using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Tools;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds image builds whose steps may use the network, or that fetch newer bases.</summary>
/// <param name="files">Reads the bake and compose files that a build is told by.</param>
internal sealed class ImageBuildCheck(BuildFiles files) : IScriptCheck
{
    private enum Kind
    {
        Build,
        Bake,
        Compose,
        ComposeUp,
    }

    private static readonly (string[] Programs, string[] Verbs, Kind Kind)[] Forms =
    [
        (["docker", "podman", "nerdctl"], ["build", "image build", "builder build", "buildx build", "buildx b", "farm build"], Kind.Build),
        (["buildah"], ["bud", "build", "build-using-dockerfile"], Kind.Build),
        (["docker"], ["buildx bake", "buildx f", "bake"], Kind.Bake),
        (["docker", "podman", "nerdctl"], ["compose build"], Kind.Compose),
        (["docker", "podman", "nerdctl"], ["compose up", "compose create", "compose run"], Kind.ComposeUp),
        (["docker-compose", "podman-compose"], ["build"], Kind.Compose),
        (["docker-compose", "podman-compose"], ["up", "create", "run"], Kind.ComposeUp),
    ];

    public IEnumerable<CommandFact> Inspect(Script script)
    {
        foreach (var call in script.Calls)
        {
            if (FormOf(call) is not var (command, kind) || call.Has("--help", "-h", "--print", "--list", "--check", "--call", "--dry-run"))
            {
                continue;
            }

            var open = kind switch
            {
                Kind.Build => call.ValueOf("--network", "--net") is not "none" and var network && network?.StartsWith('$') != true,
                Kind.Bake => !IsSetToNone(call) && !files.BakeIsClosed(call.FolderIn(script.Folder), ValuesOf(call, "-f", "--file")),
                _ => !files.ComposeIsClosed(call.FolderIn(script.Folder), ValuesOf(call, "-f", "--file")),
            };
            if (Judge(call, command, kind, open) is { } fact)
            {
                yield return fact;
            }
        }
    }

    private static CommandFact? Judge(Call call, string command, Kind kind, bool open)
    {
        var pull = call.Has("--pull", "--pull-always")
            ? call.Invocation.Arguments.First(argument => argument.Text.StartsWith("--pull", StringComparison.Ordinal)).Text
            : null;
        var pulls = pull is "--pull" or "--pull=true" or "--pull=always" or "--pull=newer" or "--pull-always"
            && !(kind == Kind.ComposeUp && pull == "--pull" && call.ValueOf("--pull") is "never" or "missing");
        return open || pulls || (pull is null && kind == Kind.Build)
            ? new CommandFact
            {
                Problem = open ? "docker-build-network" : "docker-build-pull",
                Tool = command,
                Subjects = pulls ? [pull!] : [],
                Better = string.Join(' ', Missing(command, kind, open, pulls || (pull is null && kind == Kind.Build))),
                Line = call.Line,
            }
            : null;
    }

    private static IEnumerable<string> Missing(string command, Kind kind, bool network, bool pull)
    {
        if (network)
        {
            yield return kind switch { Kind.Build => "--network=none", Kind.Bake => "--set=*.network=none", _ => "network: none" };
        }

        if (pull && !(network && kind is Kind.Compose or Kind.ComposeUp))
        {
            yield return kind is Kind.Compose or Kind.ComposeUp ? command
                : command.StartsWith("docker", StringComparison.Ordinal) ? "--pull=false" : "--pull=never";
        }
    }

    private static (string Command, Kind Kind)? FormOf(Call call)
    {
        foreach (var (programs, verbs, kind) in Forms)
        {
            if (!programs.Contains(call.Name, StringComparer.Ordinal))
            {
                continue;
            }

            var length = call.LengthOf(verbs, out var fits);
            if (fits && (kind != Kind.ComposeUp || call.Has("--build")))
            {
                var verb = string.Join(' ', call.Operands.Take(length));
                var command = kind == Kind.Build && call.Name != "docker" ? verb.Replace("image ", "", StringComparison.Ordinal) : verb;
                return ($"{call.Name} {command}{(kind == Kind.ComposeUp ? " --build" : "")}", kind);
            }
        }

        return null;
    }

    private static bool IsSetToNone(Call call) =>
        call.Invocation.Arguments.Any(argument => argument.Text.EndsWith(".network=none", StringComparison.Ordinal));

    private static List<string> ValuesOf(Call call, string flag, string name)
    {
        var found = new List<string>();
        var arguments = call.Invocation.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            if ((arguments[i].Text == flag || arguments[i].Text == name) && i + 1 < arguments.Count)
            {
                found.Add(arguments[++i].Text);
            }
            else if (arguments[i].Text.StartsWith(name + "=", StringComparison.Ordinal))
            {
                found.Add(arguments[i].Text[(name.Length + 1)..]);
            }
        }

        return found;
    }
}
