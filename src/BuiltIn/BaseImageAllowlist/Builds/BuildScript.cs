using Gates.Formats.Shell;

namespace Gates.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>
/// Finds the commands of a shell script that build images, and those that name one to be run or fetched, in
/// subshells, substitutions and <c>sh -c</c> too. It follows folders and plain assignments,
/// not the shell's logic: of a condition both sides count.
/// </summary>
internal sealed class BuildScript(SourceText source, ScriptVariables variables, CollectedImages into)
{
    private const int MaxNesting = 8;

    private static readonly string[] Words = ["build", "bake", " bud", "compose", "kaniko"];

    private static readonly HashSet<string> Tools = new(StringComparer.Ordinal)
    {
        "docker", "podman", "buildah", "nerdctl", "finch", "img", "docker-compose", "podman-compose", "docker-buildx", "executor", "buildctl",
    };

    private static readonly string[] ToolVariables = ["docker", "podman", "buildah", "engine", "container", "oci"];

    /// <summary>Words that options stand in before a command uses them: <c>ARGS=(--build-arg X=1)</c>.</summary>
    private readonly List<ShellWord> loose = [];

    /// <param name="script">The script.</param>
    /// <param name="firstLine">The file's line on which it begins.</param>
    /// <param name="folder">The folder it runs in; <see langword="null"/> when only the run knows.</param>
    /// <param name="source">The file.</param>
    /// <param name="into">What is collected.</param>
    /// <param name="variables">What its variables hold before it runs.</param>
    /// <param name="dialect">How its words are split.</param>
    public static void Read(
        string script,
        int firstLine,
        string? folder,
        SourceText source,
        CollectedImages into,
        ScriptVariables? variables = null,
        ShellDialect dialect = ShellDialect.Posix)
    {
        if (Array.Exists(Words, word => script.Contains(word, StringComparison.OrdinalIgnoreCase)) || ImageCommand.MayHold(script))
        {
            var known = variables ?? new ScriptVariables();
            new BuildScript(source, known, into).Walk(ShellParser.Parse(ScriptPlaces.Replace(script, known.Folder), firstLine, dialect), folder, 0);
        }
    }

    private void Walk(IReadOnlyList<ShellPipeline> script, string? folder, int nesting)
    {
        var folders = new List<(int Group, string? Folder)> { (0, folder) };
        foreach (var pipeline in nesting > MaxNesting ? [] : script)
        {
            while (folders.Count > pipeline.Depth + 1 || (folders.Count == pipeline.Depth + 1 && folders[^1].Group != pipeline.Group && folders.Count > 1))
            {
                folders.RemoveAt(folders.Count - 1);
            }

            while (folders.Count < pipeline.Depth + 1)
            {
                folders.Add((pipeline.Group, folders[^1].Folder));
            }

            foreach (var command in pipeline.Commands)
            {
                ReadAssignments(command);
                foreach (var inner in ShellWalker.Inner(command))
                {
                    Walk(inner, folders[^1].Folder, nesting + 1);
                }

                if (Invocation.From(command) is { } invocation)
                {
                    folders[^1] = (folders[^1].Group, FolderAfter(invocation, folders[^1].Folder));
                    ReadCommand(invocation, command, folders[^1].Folder, nesting);
                }
            }
        }
    }

    private string? FolderAfter(Invocation invocation, string? folder) => invocation.Name is "cd" or "pushd" or "set-location" or "push-location"
        ? invocation.Operands.FirstOrDefault() is { } to ? ScriptVariables.PathOf(folder, variables.Expand(to)) : folder
        : folder;

    private void ReadAssignments(ShellCommand command)
    {
        var isDeclaration = command.Words is [{ Text: "export" or "readonly" or "local" or "declare" or "typeset" }, ..];
        foreach (var word in command.Words.Skip(isDeclaration ? 1 : 0).SkipWhile(word => isDeclaration && word.IsFlag))
        {
            var equals = word.Text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !word.Text.AsSpan(0, equals).TrimEnd('+').ToString().All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                break;
            }

            var value = word.Text[(equals - 1)] == '+' ? null : variables.Expand(word with { Text = word.Text[(equals + 1)..] });
            variables.Set(word.Text[..equals].TrimEnd('+'), value);
        }

        if (command.Words is [{ Text: "for" or "read" }, var name, ..])
        {
            variables.Replace(name.Text, null);
        }
    }

    private void ReadCommand(Invocation invocation, ShellCommand command, string? folder, int nesting)
    {
        if (invocation.Name is "eval" or "invoke-expression" or "iex")
        {
            var text = string.Join(' ', invocation.Arguments.Select(argument => argument.Text));
            Walk(ShellParser.Parse(text, invocation.Line), folder, nesting + 1);
            return;
        }

        var words = Spread(command.Words);
        if (words is [{ IsFlag: true }, ..])
        {
            loose.AddRange(words);
            return;
        }

        new ImageCommand(source, variables, into).Read(invocation, Spread(invocation.Arguments));
        for (var i = 0; i < words.Count; i++)
        {
            var tool = new ToolCommand(source, variables, into) { Redirects = command.Redirects, Folder = folder, Loose = loose };
            if (IsTool(words[i]) && tool.TryRead(words, i))
            {
                return;
            }
        }
    }

    /// <summary>A word that is one variable stands for the words that it holds.</summary>
    private List<ShellWord> Spread(IReadOnlyList<ShellWord> words)
    {
        var result = new List<ShellWord>();
        foreach (var word in words)
        {
            if (word.IsDynamic && word.Text.StartsWith('$') && variables.Expand(word) is { } text && text.Contains(' ', StringComparison.Ordinal))
            {
                var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                result.AddRange(parts.Select(part => word with { Text = part, IsDynamic = false, Nested = [] }));
            }
            else
            {
                result.Add(word);
            }
        }

        return result;
    }

    /// <summary>A tool by its name, or a variable that seems to hold one, such as <c>$CONTAINER_ENGINE</c>.</summary>
    private bool IsTool(ShellWord word)
    {
        var text = variables.Expand(word);
        return text is not null ? Tools.Contains(ToolCommand.NameOf(text))
            : word.Text.StartsWith('$') && Array.Exists(ToolVariables, name => word.Text.Contains(name, StringComparison.OrdinalIgnoreCase));
    }
}
