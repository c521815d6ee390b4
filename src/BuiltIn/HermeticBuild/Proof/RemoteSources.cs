using Gates.BuiltIn.HermeticBuild.Scripts;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Dockerfiles.Words;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>
/// What a builder fetches itself, outside every step and so outside <c>--network=none</c>: <c>ADD</c> of an address. It is found before anything is built.
/// </summary>
internal static class RemoteSources
{
    /// <param name="file">The Dockerfile.</param>
    /// <param name="target">The stage to build; empty for the last.</param>
    /// <param name="arguments">What the build is told.</param>
    public static (int Line, string Step, string Host)? Find(Dockerfile file, string target, IReadOnlyDictionary<string, string> arguments)
    {
        foreach (var stage in Built(file, target))
        {
            var values = file.GlobalArgs.ToDictionary(arg => arg.Name, arg => arguments.GetValueOrDefault(arg.Name, arg.Value ?? ""), StringComparer.Ordinal);
            foreach (var instruction in stage.Instructions)
            {
                Learn(instruction, values, arguments);
                if (instruction.Name == "ADD" && Remote(instruction, file.Escape, values) is { } host)
                {
                    return (instruction.Line, instruction.Original, host);
                }
            }
        }

        return null;
    }

    /// <summary>The same for what a base makes every image do that is built on it.</summary>
    public static string? OfTrigger(string trigger)
    {
        try
        {
            var add = DockerfileParser.Parse("FROM scratch\n" + trigger, "ONBUILD").Stages[0].Instructions.FirstOrDefault(one => one.Name == "ADD");
            return add is null ? null : Remote(add, '\\', new Dictionary<string, string>(StringComparer.Ordinal));
        }
        catch (DocumentException)
        {
            // The builder refuses it as well.
            return null;
        }
    }

    /// <summary>The stages up to the one that is built: the engine's own builder builds them all.</summary>
    public static IEnumerable<DockerfileStage> Built(Dockerfile file, string target)
    {
        var last = file.Stages.FirstOrDefault(stage => target.Length > 0
            && (string.Equals(stage.Name, target, StringComparison.OrdinalIgnoreCase)
                || stage.Index.ToString(System.Globalization.CultureInfo.InvariantCulture) == target));
        return file.Stages.Take((last?.Index ?? file.Stages.Count - 1) + 1);
    }

    private static void Learn(DockerfileInstruction instruction, Dictionary<string, string> values, IReadOnlyDictionary<string, string> arguments)
    {
        if (instruction.Name == "ARG")
        {
            foreach (var arg in DockerfileArg.Of(instruction))
            {
                values[arg.Name] = arguments.GetValueOrDefault(arg.Name, arg.Value ?? values.GetValueOrDefault(arg.Name, ""));
            }
        }
        else if (instruction.Name == "ENV")
        {
            foreach (var word in instruction.Arguments.Where(word => word.IndexOf('=', StringComparison.Ordinal) > 0))
            {
                var equals = word.IndexOf('=', StringComparison.Ordinal);
                values[word[..equals]] = word[(equals + 1)..].Trim('"', '\'');
            }
        }
    }

    /// <returns>The host; the address as written where it is not known before the build.</returns>
    private static string? Remote(DockerfileInstruction add, char escape, Dictionary<string, string> values)
    {
        foreach (var source in add.Arguments.SkipLast(1))
        {
            var text = Expand(source, escape, values);
            var isAddress = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("git://", StringComparison.Ordinal) || text.StartsWith("ssh://", StringComparison.Ordinal);
            if (isAddress && Uri.TryCreate(text, UriKind.Absolute, out var url))
            {
                return url.Host;
            }

            if (isAddress || text.StartsWith("git@", StringComparison.Ordinal) || text.StartsWith('$'))
            {
                return text.StartsWith("git@", StringComparison.Ordinal) ? text[4..].Split(':', '/')[0] : Address.Show(text);
            }
        }

        return null;
    }

    private static string Expand(string text, char escape, Dictionary<string, string> values)
    {
        try
        {
            return ShellLexer.Expand(text, escape, name => values.GetValueOrDefault(name));
        }
        catch (FormatException)
        {
            return text;
        }
    }
}
