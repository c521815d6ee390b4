using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>The inputs of <c>docker/build-push-action</c>.</summary>
internal static class BuildAction
{
    public static void Read(DocumentNode? with, int line, string where, SourceText source, CollectedImages into)
    {
        var contexts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value, at) in Lines(with?.Get("build-contexts")))
        {
            contexts[name] = value;
            BuildContexts.Add(source, name, value, where, at, into);
        }

        var context = with?.GetText("context") ?? "";
        var local = context.StartsWith("{{", StringComparison.Ordinal)
            || context.Contains("://", StringComparison.Ordinal)
            || context.Contains('$', StringComparison.Ordinal)
            ? ""
            : context;
        if (RepositoryPath.Join(with?.GetText("file") is { } file ? [file] : [local, "Dockerfile"]) is not { } path)
        {
            return;
        }

        var arguments = new Dictionary<string, BuildArgument>(StringComparer.Ordinal);
        foreach (var (name, value, at) in Lines(with?.Get("build-args")))
        {
            arguments[name] = new BuildArgument(
                value.Contains("${{", StringComparison.Ordinal) ? null : value, FormattableString.Invariant($"build-args {name}, {source.Path}:{at}"));
        }

        into.Builds.Add(new BuildCommand
        {
            Source = source,
            Line = line,
            Dockerfile = path,
            Arguments = arguments,
            Contexts = contexts,
            Platforms = Platforms(with?.GetText("platforms") ?? ""),
        });
    }

    public static IReadOnlyList<Platform> Platforms(string text) =>
        [.. text.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => Platform.TryParse(part, out var platform) ? platform : null).OfType<Platform>()];

    /// <summary>The <c>NAME=value</c> lines of a block, each with its line in the file.</summary>
    private static IEnumerable<(string Name, string Value, int Line)> Lines(DocumentNode? node)
    {
        if (node is not { IsString: true })
        {
            yield break;
        }

        var line = node.EndLine > node.Line ? node.Line : node.Line - 1;
        foreach (var text in node.Text.Split('\n'))
        {
            line++;
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && !text.TrimStart().StartsWith('#'))
            {
                yield return (text[..equals].Trim(), text[(equals + 1)..].Trim(), line);
            }
        }
    }
}
