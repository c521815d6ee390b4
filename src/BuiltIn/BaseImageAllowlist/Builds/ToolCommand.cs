using Gates.Formats.Shell;

namespace Gates.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>One command of a tool that builds images.</summary>
internal sealed class ToolCommand(SourceText source, ScriptVariables variables, CollectedImages into)
{
    private static readonly string[] ComposeNames =
    [
        "compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml",
        "compose.override.yaml", "compose.override.yml", "docker-compose.override.yml", "docker-compose.override.yaml",
    ];

    /// <value>The files that bake reads when none is named.</value>
    public static IReadOnlyList<string> BakeNames { get; } =
        [.. ComposeNames, "docker-bake.json", "docker-bake.override.json", "docker-bake.hcl", "docker-bake.override.hcl"];

    public required IReadOnlyList<ShellRedirect> Redirects { get; init; }

    /// <value>The folder that it runs in; <see langword="null"/> when it is not known.</value>
    public required string? Folder { get; init; }

    /// <value>Options that the script keeps in lists of its own.</value>
    public required IReadOnlyList<ShellWord> Loose { get; init; }

    public static string NameOf(string program)
    {
        var name = program[(program.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant();
        return name.EndsWith(".exe", StringComparison.Ordinal) ? name[..^4] : name;
    }

    /// <summary>Reads the command whose program stands at a place.</summary>
    /// <returns>Whether it builds images.</returns>
    public bool TryRead(IReadOnlyList<ShellWord> words, int program)
    {
        var tool = NameOf(variables.Expand(words[program]) ?? "docker");
        var at = CommandOptions.Skip(words, program + 1, ToolOptions.Global);
        if (tool is "docker-compose" or "podman-compose")
        {
            return ReadCompose(words, program + 1);
        }

        if (tool == "executor")
        {
            ReadBuild(words, program + 1, "kaniko");
            return true;
        }

        if (at < words.Count && words[at].Text is "buildx" or "image" or "builder")
        {
            at = CommandOptions.Skip(words, at + 1, ToolOptions.Global);
        }

        switch (at < words.Count ? words[at].Text : "")
        {
            case "build" or "bud" or "build-using-dockerfile" or "b":
                ReadBuild(words, at + 1, tool);
                return true;
            case "bake" or "f":
                ReadBake(words, at + 1);
                return true;
            case "compose":
                return ReadCompose(words, at + 1);
            case "from" when tool == "buildah":
                ReadFrom(words, at + 1);
                return true;
            default:
                return false;
        }
    }

    private void ReadBuild(IReadOnlyList<ShellWord> words, int start, string tool)
    {
        var usesLoose = words.Skip(start).Any(word => word.IsDynamic && variables.Expand(word) is null);
        var options = CommandOptions.Read([.. usesLoose ? Loose : [], .. words.Skip(start)], 0, ToolOptions.Build);
        foreach (var from in options.All("--from"))
        {
            AddImage(from, "build --from");
        }

        new ImageBuild(source, variables, into) { Folder = Folder, Line = words[start - 1].Line, Tool = tool }.Read(options, Redirects);
    }

    private void ReadFrom(IReadOnlyList<ShellWord> words, int start)
    {
        if (CommandOptions.Read(words, start, ToolOptions.Build).Operands is [var image, ..])
        {
            AddImage(image, "buildah from");
        }
    }

    private void AddImage(ShellWord word, string kind)
    {
        var text = variables.Expand(word);
        if (text is null)
        {
            into.AddUnknown(source, kind, word.Text, kind, word.Line, "it is only known to the run; write the image");
        }
        else if (text != "scratch" && !text.Contains("-storage:", StringComparison.Ordinal))
        {
            into.AddImage(source, kind, text.StartsWith("docker://", StringComparison.Ordinal) ? text["docker://".Length..] : text, kind, word.Line);
        }
    }

    private bool ReadCompose(IReadOnlyList<ShellWord> words, int start)
    {
        var at = CommandOptions.Skip(words, start, ToolOptions.Compose);
        if (at >= words.Count || words[at].Text is not ("build" or "up" or "run" or "create" or "watch"))
        {
            return false;
        }

        var before = CommandOptions.Read([.. words.Skip(start).Take(at - start)], 0, ToolOptions.Compose);
        var options = CommandOptions.Read(words, at + 1, ToolOptions.Compose);
        var services = options.Operands.Select(variables.Expand).ToList();
        var members = services.Count == 0 || services.Contains(null) ? ["*"] : services.OfType<string>().ToList();
        var changes = options.All("--build-arg").SelectMany(argument => members.Select(member => Argument(argument, member))).ToList();
        AddGroup(words[at].Line, before.All("-f", "--file"), before.All("--project-directory").LastOrDefault(), ComposeNames, changes);
        return true;
    }

    private BuildChange Argument(ShellWord argument, string member)
    {
        var (name, value) = ImageBuild.Pair(argument, variables);
        return new BuildChange(member, "args", name, value, FormattableString.Invariant($"--build-arg {name}, {source.Path}:{argument.Line}"));
    }

    private void ReadBake(IReadOnlyList<ShellWord> words, int start)
    {
        var options = CommandOptions.Read(words, start, ToolOptions.Bake);
        var changes = options.All("--set")
            .Select(set => BuildChange.Parse(
                variables.Expand(set) ?? set.Text,
                variables.Expand(set) is not null,
                FormattableString.Invariant($"--set {set.Text.Split('=')[0]}, {source.Path}:{set.Line}")))
            .OfType<BuildChange>()
            .ToList();
        AddGroup(words[start - 1].Line, options.All("-f", "--file"), null, BakeNames, changes);
    }

    private void AddGroup(int line, IEnumerable<ShellWord> files, ShellWord? folder, IReadOnlyList<string> usual, List<BuildChange> changes)
    {
        var named = files.Select(file => ScriptVariables.PathOf(Folder, variables.Expand(file))).OfType<string>().ToList();
        into.NamedFiles.UnionWith(named);
        if (changes.Count > 0)
        {
            var at = folder is null ? Folder : ScriptVariables.PathOf(Folder, variables.Expand(folder));
            var paths = named.Count > 0 ? named : usual.Select(name => ScriptVariables.PathOf(at, name)).OfType<string>().ToList();
            into.Groups.Add(new GroupBuild { Source = source, Line = line, Files = paths, Changes = changes });
        }
    }
}
