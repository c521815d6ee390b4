using Gates.BuiltIn.BaseImageAllowlist.Builds;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>The inputs of <c>docker/build-push-action</c>.</summary>
internal static class BuildAction
{
    private static readonly string[] Arguments = ["build-args", "build_args", "buildargs", "build-arg", "buildArgs"];

    private static readonly string[] Files = ["file", "dockerfile", "containerfiles", "dockerfiles", "build_file"];

    /// <summary>Whether an action builds an image: Docker's, one of that name, or one that takes build arguments.</summary>
    public static bool IsBuild(string uses, DocumentNode? with) =>
        uses.Split('@')[0].EndsWith("/build-push-action", StringComparison.OrdinalIgnoreCase)
        || uses.StartsWith("redhat-actions/buildah-build@", StringComparison.OrdinalIgnoreCase)
        || Arguments.Any(name => with?.Get(name) is not null);

    public static bool IsBake(string uses) => uses.Split('@')[0].EndsWith("/bake-action", StringComparison.OrdinalIgnoreCase);

    public static void Read(DocumentNode? with, int line, string where, SourceText source, CollectedImages into, ScriptVariables variables)
    {
        var contexts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value, at) in Lines(with?.Get("build-contexts")))
        {
            contexts[name] = variables.ExpandExpressions(value) ?? value;
            BuildContexts.Add(source, name, contexts[name], where, at, into);
        }

        var arguments = new Dictionary<string, BuildArgument>(StringComparer.Ordinal);
        foreach (var (name, value, at) in Arguments.SelectMany(key => Lines(with?.Get(key))))
        {
            var isKnown = !name.Contains("${{", StringComparison.Ordinal);
            arguments[isKnown ? name : BuildSettings.AnyArgument] = new BuildArgument(
                isKnown ? variables.ExpandExpressions(value) : null, FormattableString.Invariant($"build-args {name}, {source.Path}:{at}"));
        }

        foreach (var path in Paths(with, variables))
        {
            into.Builds.Add(new BuildCommand
            {
                Source = source,
                Line = line,
                Dockerfile = path,
                Arguments = arguments,
                Contexts = contexts,
                Platforms = Platforms(with?.GetText("platforms") ?? ""),
                Target = with?.GetText("target") is { } target ? variables.ExpandExpressions(target) : null,
            });
        }
    }

    /// <summary>Builds what compose and bake files describe, with changes.</summary>
    public static void ReadBake(DocumentNode? with, int line, SourceText source, CollectedImages into, ScriptVariables variables)
    {
        var folder = variables.ExpandExpressions(with?.GetText("workdir") ?? with?.GetText("source") ?? ".") ?? ".";
        var files = (with?.GetText("files") ?? "").Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(file => ScriptVariables.PathOf(folder, variables.ExpandExpressions(file))).OfType<string>().ToList();
        into.NamedFiles.UnionWith(files);
        var changes = new List<BuildChange>();
        foreach (var (name, value, at) in Lines(with?.Get("set")))
        {
            var known = variables.ExpandExpressions(value);
            var origin = FormattableString.Invariant($"set {name}, {source.Path}:{at}");
            if (BuildChange.Parse(name + "=" + known, known is not null, origin) is { } change)
            {
                changes.Add(change);
            }
        }

        if (changes.Count > 0)
        {
            var usual = ToolCommand.BakeNames.Select(name => ScriptVariables.PathOf(folder, name)).OfType<string>();
            into.Groups.Add(new GroupBuild { Source = source, Line = line, Files = files.Count > 0 ? files : [.. usual], Changes = changes });
        }
    }

    /// <summary>The Dockerfiles that are built; <see langword="null"/> for one that only the run knows.</summary>
    private static IEnumerable<string?> Paths(DocumentNode? with, ScriptVariables variables)
    {
        var files = Files.Select(key => with?.GetText(key)).FirstOrDefault(text => text is not null);
        if (files is not null)
        {
            return files.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(file => ScriptVariables.PathOf(variables.ExpandExpressions(file)));
        }

        // The default context is the repository at its commit; {{defaultContext}} is the same.
        var context = with?.GetText("context") ?? "";
        var local = context.StartsWith("{{defaultContext}}", StringComparison.Ordinal) ? context["{{defaultContext}}".Length..].TrimStart(':')
            : context.Contains("://", StringComparison.Ordinal) && !context.Contains(".git#", StringComparison.Ordinal) ? ""
            : variables.ExpandExpressions(context);
        return [ScriptVariables.PathOf(local, "Dockerfile")];
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
