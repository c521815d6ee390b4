using Gates.Formats.Dockerfiles;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>What <c>docker build</c> and its like pass to a Dockerfile.</summary>
internal sealed class ImageBuild(SourceText source, ScriptVariables variables, CollectedImages into)
{
    public required string? Folder { get; init; }

    public required int Line { get; init; }

    public required string Tool { get; init; }

    /// <summary>Whether the command builds its own folder when none is given, and also looks for a Containerfile.</summary>
    private bool MayLackContext => Tool is "podman" or "buildah";

    public void Read(CommandOptions options, IReadOnlyList<ShellRedirect> redirects)
    {
        var contexts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in options.All("--build-context"))
        {
            var (name, value) = Pair(word, variables);
            contexts[name] = value ?? "$";
            var written = "docker-image://" + word.Text[(word.Text.IndexOf('=', StringComparison.Ordinal) + 1)..];
            BuildContexts.Add(source, name, value ?? written, "docker build", word.Line, into);
        }

        var build = new BuildCommand
        {
            Source = source,
            Line = Line,
            Dockerfile = null,
            Contexts = contexts,
            Arguments = Arguments(options),
            Platforms = BuildAction.Platforms(string.Join(',', options.All("--platform").Select(variables.Expand).OfType<string>())),
            Target = options.All("--target").LastOrDefault() is { } target ? variables.Expand(target) : null,
        };
        foreach (var place in Places(options, redirects, build))
        {
            into.Builds.Add(place);
        }
    }

    /// <summary>A name and its value, which is <see langword="null"/> when only the run knows it.</summary>
    public static (string Name, string? Value) Pair(ShellWord word, ScriptVariables variables)
    {
        var text = variables.Expand(word) ?? word.Text;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? text : text[..equals];
        return name.Contains('$', StringComparison.Ordinal) || name.Contains('`', StringComparison.Ordinal) ? (BuildSettings.AnyArgument, null)
            : equals < 0 ? (name, variables.Get(name))
            : (name, variables.Expand(word) is null ? null : text[(equals + 1)..]);
    }

    /// <summary>The last of each name wins, as in the builder; a name without a value comes from the environment.</summary>
    private Dictionary<string, BuildArgument> Arguments(CommandOptions options)
    {
        var arguments = new Dictionary<string, BuildArgument>(StringComparer.Ordinal);
        const string Option = "build-arg:";
        foreach (var word in options.All("--build-arg").Concat(options.All("--opt")
            .Where(option => option.Text.StartsWith(Option, StringComparison.Ordinal))
            .Select(option => option with { Text = option.Text[Option.Length..] })))
        {
            var (name, value) = Pair(word, variables);
            arguments[name] = new BuildArgument(value, FormattableString.Invariant($"--build-arg {name}, {source.Path}:{word.Line}"));
        }

        foreach (var file in options.All("--build-arg-file"))
        {
            arguments[BuildSettings.AnyArgument] = new BuildArgument(
                null,
                FormattableString.Invariant($"--build-arg-file, {source.Path}:{file.Line}"),
                $"the build takes its arguments from {file.Text}; state them in `build-args`");
        }

        return arguments;
    }

    private IEnumerable<BuildCommand> Places(CommandOptions options, IReadOnlyList<ShellRedirect> redirects, BuildCommand build)
    {
        var (context, files) = Inputs(options);
        if (context is { Length: 0 } && files.Count == 0)
        {
            return [];
        }

        if (context == "-" || files.Contains("-"))
        {
            return FromInput(redirects, build);
        }

        if (files.Count > 0)
        {
            return files.SelectMany(file => Paths(file, context)).Select(path => build with { Dockerfile = path });
        }

        var isElsewhere = context is not null && (context.Contains("://", StringComparison.Ordinal) || context.StartsWith("git@", StringComparison.Ordinal));
        return isElsewhere ? []
            : ScriptVariables.PathOf(Folder, context) is null ? [build]
            : Names().Select(name => build with { Dockerfile = ScriptVariables.PathOf(Folder, context, name) });
    }

    /// <summary>The folder that is built, which is empty when none is given, and the Dockerfiles that are named.</summary>
    private (string? Context, List<string?> Files) Inputs(CommandOptions options)
    {
        if (Tool == "buildctl")
        {
            var folder = options.All("--local").Select(variables.Expand)
                .LastOrDefault(local => local?.StartsWith("dockerfile=", StringComparison.Ordinal) != false);
            var name = options.All("--opt").Select(variables.Expand).LastOrDefault(option => option?.StartsWith("filename=", StringComparison.Ordinal) == true);
            return ("", [RepositoryPath.Join(folder?["dockerfile=".Length..] ?? ".", name?["filename=".Length..] ?? "Dockerfile")]);
        }

        var files = options.All("-f", "--file", "--dockerfile").Select(variables.Expand).ToList();
        if (Tool == "kaniko")
        {
            var context = options.All("-c", "--context").Select(variables.Expand).LastOrDefault() ?? ".";
            return (context.StartsWith("dir://", StringComparison.Ordinal) ? context["dir://".Length..] : context, files);
        }

        // Before the folder there may be a variable that holds options.
        return (options.Operands.Count == 0 ? (MayLackContext ? "." : "") : variables.Expand(options.Operands[^1]), files);
    }

    private IEnumerable<string?> Paths(string? file, string? context)
    {
        yield return ScriptVariables.PathOf(Folder, file);
        if (MayLackContext && file is not null && context is not null && ScriptVariables.PathOf(Folder, context, file) is { } inContext)
        {
            yield return inContext;
        }
    }

    private IEnumerable<string> Names() => MayLackContext ? ["Containerfile", "Dockerfile"] : ["Dockerfile"];

    /// <summary>A Dockerfile on standard input: a file that is redirected, or a here-document.</summary>
    private IEnumerable<BuildCommand> FromInput(IReadOnlyList<ShellRedirect> redirects, BuildCommand build)
    {
        foreach (var redirect in redirects)
        {
            if (redirect.Operator == "<")
            {
                yield return build with { Dockerfile = ScriptVariables.PathOf(Folder, variables.Expand(redirect.Target)) };
            }
            else if (redirect.Operator is "<<" or "<<<")
            {
                yield return build with { Dockerfile = "", Inline = (redirect.Target.Text, redirect.Target.Line - 1) };
            }
        }
    }
}
