using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds image builds whose steps may use the network, or that fetch newer bases.</summary>
internal sealed class ImageBuildCheck : IScriptCheck
{
    public IEnumerable<CommandFact> Inspect(Script script)
    {
        foreach (var invocation in script.Invocations)
        {
            if (BuildCommand(invocation) is not { } command)
            {
                continue;
            }

            var network = invocation.ValueOf("--network", "--net")?.Text;
            var open = network is not "none" && network?.StartsWith('$') != true;
            var pull = invocation.Has("--pull")
                ? invocation.Arguments.First(argument => argument.Text.StartsWith("--pull", StringComparison.Ordinal)).Text
                : null;
            var pulls = pull is "--pull" or "--pull=true" or "--pull=always" or "--pull=newer" or "--pull-always";
            if (open || pulls || pull is null)
            {
                yield return new CommandFact
                {
                    Problem = open ? "docker-build-network" : "docker-build-pull",
                    Tool = command,
                    Subjects = pulls ? [pull!] : [],
                    Better = string.Join(' ', Missing(command, open, pull is null || pulls)),
                    Line = invocation.Line,
                };
            }
        }
    }

    private static IEnumerable<string> Missing(string command, bool network, bool pull)
    {
        if (network)
        {
            yield return "--network=none";
        }

        if (pull)
        {
            yield return command.StartsWith("docker", StringComparison.Ordinal) ? "--pull=false" : "--pull=never";
        }
    }

    private static string? BuildCommand(Invocation invocation)
    {
        if (invocation.Name is not ("docker" or "podman" or "nerdctl" or "buildah") || invocation.Has("--help", "-h"))
        {
            return null;
        }

        var operands = invocation.Operands.Select(operand => operand.Text).Take(3).ToArray();
        return (invocation.Name, operands) switch
        {
            (_, ["build", ..]) => invocation.Name + " build",
            ("docker", ["buildx" or "image" or "builder", "build", ..]) => $"docker {operands[0]} build",
            ("podman" or "nerdctl", ["image", "build", ..]) => invocation.Name + " build",
            ("buildah", ["bud", ..]) => "buildah bud",
            _ => null,
        };
    }
}
