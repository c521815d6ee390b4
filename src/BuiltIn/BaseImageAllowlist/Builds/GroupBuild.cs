using Gates.Formats.Dockerfiles;

namespace Gates.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>
/// A command that builds what compose or bake files describe, and changes it: <c>docker compose build --build-arg</c>, <c>docker buildx bake --set</c>.
/// </summary>
internal sealed record GroupBuild
{
    public required SourceText Source { get; init; }

    public required int Line { get; init; }

    /// <value>The compose or bake files.</value>
    public required IReadOnlyList<string> Files { get; init; }

    /// <value>What it changes.</value>
    public required IReadOnlyList<BuildChange> Changes { get; init; }

    /// <summary>The builds with what the command changes; one of any Dockerfile when the builds are not known here.</summary>
    public IEnumerable<BuildCommand> Apply(IReadOnlyList<BuildCommand> builds)
    {
        var known = builds.Where(build => build.Member is not null && Files.Contains(build.Source.Path, StringComparer.Ordinal)).ToList();
        if (known.Count == 0)
        {
            return [Change(new BuildCommand { Source = Source, Line = Line, Dockerfile = null }, Changes)];
        }

        return known
            .Select(build => (Build: build, Changes: Changes.Where(change => Wildcard.Matches(change.Member, build.Member!)).ToList()))
            .Where(one => one.Changes.Count > 0)
            .Select(one => Change(one.Build, one.Changes));
    }

    private static BuildCommand Change(BuildCommand build, IEnumerable<BuildChange> changes)
    {
        var arguments = new Dictionary<string, BuildArgument>(build.Arguments, StringComparer.Ordinal);
        var contexts = new Dictionary<string, string>(build.Contexts, StringComparer.Ordinal);
        foreach (var (_, key, name, value, origin) in changes)
        {
            switch (key)
            {
                case "args":
                    arguments[name] = new BuildArgument(value, origin);
                    break;
                case "contexts":
                    contexts[name] = value ?? "$";
                    break;
                case "target":
                    build = build with { Target = value };
                    break;
                case "platform" or "platforms":
                    build = build with { Platforms = BuildAction.Platforms(value ?? "") };
                    break;
                case "dockerfile":
                    var path = value is null || build.Folder is null ? null : RepositoryPath.Join(build.Folder, value);
                    build = build with { Inline = null, Dockerfile = path };
                    break;
            }
        }

        return build with { Arguments = arguments, Contexts = contexts };
    }
}

/// <summary>One change to the builds of a group.</summary>
/// <param name="Member">The services or targets that it is for; <c>*</c> stands for any characters.</param>
/// <param name="Key">What it changes: <c>args</c>, <c>contexts</c>, <c>target</c>, <c>platform</c> or <c>dockerfile</c>.</param>
/// <param name="Name">Which argument or context; else empty.</param>
/// <param name="Value">The new value; <see langword="null"/> when only the run knows it.</param>
/// <param name="Origin">How messages name it.</param>
internal sealed record BuildChange(string Member, string Key, string Name, string? Value, string Origin)
{
    /// <summary>Reads <c>pattern.key=value</c> or <c>pattern.key.name=value</c>; <see langword="null"/> when it is none.</summary>
    public static BuildChange? Parse(string text, bool isKnown, string origin)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var parts = equals < 0 ? [] : text[..equals].TrimEnd('+').Split('.', 3);
        return parts.Length < 2 ? null
            : new BuildChange(parts[0], parts[1], parts.Length > 2 ? parts[2] : "", isKnown ? text[(equals + 1)..] : null, origin);
    }
}
