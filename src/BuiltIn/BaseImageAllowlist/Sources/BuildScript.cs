using Gates.Formats.Dockerfiles;
using Gates.Formats.Dockerfiles.Words;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Finds <c>docker build</c> and its like in a shell script and reads what they pass. It follows words, not the shell's logic.</summary>
internal static class BuildScript
{
    private static readonly string[] Flags = ["--build-arg", "--build-context", "--file", "--platform", "-f"];

    /// <summary>Flags that take a value which is no context folder.</summary>
    private static readonly HashSet<string> WithValue = new(StringComparer.Ordinal)
    {
        "-t", "--tag", "--target", "--cache-from", "--cache-to", "--label", "--network", "--output", "-o", "--secret", "--ssh", "--progress", "--builder", "--iidfile",
        "--metadata-file", "--add-host", "--annotation", "--attest", "--provenance", "--sbom", "--shm-size", "--ulimit", "-m", "--memory", "--isolation",
    };

    public static void Read(string script, int firstLine, string folder, SourceText source, CollectedImages into)
    {
        if (!script.Contains("build", StringComparison.Ordinal))
        {
            return;
        }

        var lines = script.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var start = i;
            var text = lines[i].TrimEnd('\r');
            while (text.EndsWith('\\') && i + 1 < lines.Length)
            {
                text = text[..^1] + " " + lines[++i].TrimEnd('\r');
            }

            foreach (var command in text.Split(["&&", "||", ";", "|"], StringSplitOptions.TrimEntries))
            {
                ReadCommand(command, firstLine + start, folder, source, into);
            }
        }
    }

    private static void ReadCommand(string command, int line, string folder, SourceText source, CollectedImages into)
    {
        var words = Split(command);
        var tool = words.FindIndex(word => word is "docker" or "podman" or "buildah" or "nerdctl");
        var build = tool < 0 ? -1 : words.FindIndex(tool + 1, word => word is "build" or "bud");
        if (build < 0 || words.Take(build).Skip(tool + 1).Any(word => !word.StartsWith('-') && word is not ("buildx" or "image" or "builder")))
        {
            return;
        }

        var values = Flags.ToDictionary(flag => flag, _ => new List<string>(), StringComparer.Ordinal);
        var context = ReadFlags(words, build + 1, values);
        var contexts = Pairs(values["--build-context"]).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        foreach (var (name, value) in contexts)
        {
            BuildContexts.Add(source, name, value, "docker build", line, into);
        }

        var file = values["-f"].Concat(values["--file"]).LastOrDefault();
        var path = file is not null ? RepositoryPath.Join(folder, file) : context is not null ? RepositoryPath.Join(folder, context, "Dockerfile") : null;
        if (path is null)
        {
            return;
        }

        into.Builds.Add(new BuildCommand
        {
            Source = source,
            Line = line,
            Dockerfile = path,
            Contexts = contexts,
            Arguments = Pairs(values["--build-arg"]).ToDictionary(
                pair => pair.Key,
                pair => new BuildArgument(
                    pair.Value.Contains('$', StringComparison.Ordinal) ? null : pair.Value,
                    FormattableString.Invariant($"--build-arg {pair.Key}, {source.Path}:{line}")),
                StringComparer.Ordinal),
            Platforms = BuildAction.Platforms(string.Join(',', values["--platform"])),
        });
    }

    private static string? ReadFlags(List<string> words, int start, Dictionary<string, List<string>> values)
    {
        string? context = null;
        for (var i = start; i < words.Count; i++)
        {
            var equals = words[i].IndexOf('=', StringComparison.Ordinal);
            var name = equals > 0 ? words[i][..equals] : words[i];
            if (values.TryGetValue(name, out var list))
            {
                if (equals > 0)
                {
                    list.Add(words[i][(equals + 1)..]);
                }
                else if (i + 1 < words.Count)
                {
                    list.Add(words[++i]);
                }
            }
            else if (WithValue.Contains(words[i]))
            {
                i++;
            }
            else if (!words[i].StartsWith('-') && !words[i].StartsWith('>'))
            {
                context ??= words[i];
            }
        }

        return context;
    }

    /// <summary>The last of each name wins, as in the builder; a name without a value comes from the environment.</summary>
    private static Dictionary<string, string> Pairs(IEnumerable<string> texts)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            pairs[equals < 0 ? text : text[..equals]] = equals < 0 ? "$" + text : text[(equals + 1)..];
        }

        return pairs;
    }

    private static List<string> Split(string command)
    {
        try
        {
            return [.. ShellLexer.Split(command)];
        }
        catch (FormatException)
        {
            // Not a command that these rules understand; the Dockerfile itself is still read with its defaults.
            return [];
        }
    }
}
