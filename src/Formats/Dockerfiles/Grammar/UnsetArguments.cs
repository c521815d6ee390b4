using Gates.Formats.Dockerfiles.Words;

namespace Gates.Formats.Dockerfiles.Grammar;

/// <summary>Says why a base is no image when one of its variables has no value.</summary>
internal sealed class UnsetArguments(Dockerfile file)
{
    private Dictionary<string, int>? stageArgs;

    public DockerfileImage Explain(DockerfileImage image, ArgExpansion expansion, IReadOnlySet<string> earlier)
    {
        if (image.Reference is not null)
        {
            return image;
        }

        if (earlier.Contains(expansion.Text.ToLowerInvariant()))
        {
            return image with { Reason = $"FROM finds a stage only by its lower-case name; write \"{expansion.Text.ToLowerInvariant()}\"" };
        }

        if (expansion.Unset.Count == 0)
        {
            return image;
        }

        var name = expansion.Unset[0];
        stageArgs ??= FindStageArgs();
        return image with
        {
            LacksValue = true,
            Reason = stageArgs.TryGetValue(name, out var line)
                ? FormattableString.Invariant(
                    $"{name} has no value here: the ARG on line {line} is inside a stage, and FROM sees only those before the first FROM")
                : $"{name} has no value: give ARG {name} a default before the first FROM, or set it in `build-args`",
        };
    }

    private Dictionary<string, int> FindStageArgs()
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var arg in file.Stages.SelectMany(stage => stage.Instructions).Where(i => i.Name == "ARG").SelectMany(DockerfileArg.Of))
        {
            found.TryAdd(arg.Name, arg.Line);
        }

        return found;
    }
}
