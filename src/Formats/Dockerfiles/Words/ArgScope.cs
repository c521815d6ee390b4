namespace Gates.Formats.Dockerfiles.Words;

/// <summary>The variables that <c>FROM</c> sees: predefined platform names, then the global <c>ARG</c>s in order, the last with a value wins.</summary>
internal sealed class ArgScope
{
    private readonly Dictionary<string, BuildArgument> values = new(StringComparer.Ordinal);
    private readonly Dockerfile file;

    private ArgScope(Dockerfile file) => this.file = file;

    public static ArgScope From(Dockerfile file, BuildSettings settings)
    {
        var scope = new ArgScope(file);
        scope.AddPlatform("BUILD", Platform.Default, settings);
        scope.AddPlatform("TARGET", settings.Platform, settings);
        scope.Add("TARGETSTAGE", settings.Target ?? file.Stages[^1].Name ?? "default", settings);
        foreach (var arg in file.GlobalArgs)
        {
            if (settings.Arguments.TryGetValue(arg.Name, out var given) || settings.Arguments.TryGetValue(BuildSettings.AnyArgument, out given))
            {
                scope.values[arg.Name] = given;
            }
            else if (arg.Value is not null)
            {
                scope.values[arg.Name] = scope.Default(arg);
            }
        }

        return scope;
    }

    /// <summary>Replaces the variables of a word and says where the values came from.</summary>
    public ArgExpansion Expand(string word)
    {
        var origins = new List<string>();
        var unset = new List<string>();
        string? unknown = null;
        try
        {
            var text = ShellLexer.Expand(word, file.Escape, name =>
            {
                if (!values.TryGetValue(name, out var argument))
                {
                    unset.Add(name);
                    return null;
                }

                origins.Add(argument.Origin);
                unknown ??= argument.Value is null
                    ? argument.Reason ?? $"{name} is only known to the build; if it has one value, state it in `build-args`"
                    : null;
                return argument.Value ?? "";
            });
            return new ArgExpansion(text, [.. origins.Distinct(StringComparer.Ordinal)], unset, unknown);
        }
        catch (FormatException e)
        {
            return new ArgExpansion("", origins, unset, e.Message);
        }
    }

    private BuildArgument Default(DockerfileArg arg)
    {
        var expansion = Expand(arg.Value!);
        var origin = FormattableString.Invariant($"ARG {arg.Name}, {file.Path}:{arg.Line}");
        return new BuildArgument(expansion.Reason is null ? expansion.Text : null, origin, expansion.Reason);
    }

    private void AddPlatform(string prefix, Platform platform, BuildSettings settings)
    {
        Add(prefix + "PLATFORM", platform.ToString(), settings);
        Add(prefix + "OS", platform.System, settings);
        Add(prefix + "OSVERSION", "", settings);
        Add(prefix + "ARCH", platform.Architecture, settings);
        Add(prefix + "VARIANT", platform.Variant, settings);
    }

    private void Add(string name, string value, BuildSettings settings) =>
        values[name] = settings.Arguments.TryGetValue(name, out var given) ? given : new BuildArgument(value, $"{name}={value}");
}

/// <summary>A word with its variables replaced.</summary>
/// <param name="Text">The result; only meaningful without a reason.</param>
/// <param name="Origins">Where the values came from, for example <c>ARG BASE, Dockerfile:1</c>.</param>
/// <param name="Unset">The variables that have no value here; they became nothing unless the word gave a default.</param>
/// <param name="Reason">Why the result cannot be known; else <see langword="null"/>.</param>
internal sealed record ArgExpansion(string Text, IReadOnlyList<string> Origins, IReadOnlyList<string> Unset, string? Reason);
