namespace Gates.Formats.Shell;

/// <summary>Finds every pipeline of a script, also those in substitutions, <c>sh -c</c> texts and here-documents for a shell.</summary>
internal static class ShellWalker
{
    private const int MaxDepth = 8;

    public static IEnumerable<ShellPipeline> All(IReadOnlyList<ShellPipeline> script) => Walk(script, 0);

    /// <summary>The text after <c>-c</c> of a shell.</summary>
    public static ShellWord? CommandText(Invocation invocation)
    {
        for (var i = 0; i + 1 < invocation.Arguments.Count; i++)
        {
            var flag = invocation.Arguments[i].Text;
            if (!flag.StartsWith('-'))
            {
                return null;
            }

            if (!flag.StartsWith("--", StringComparison.Ordinal) && flag.EndsWith('c'))
            {
                return invocation.Arguments[i + 1];
            }
        }

        return null;
    }

    public static bool IsShell(string name) => name is "sh" or "bash" or "dash" or "ash" or "zsh" or "ksh" or "fish";

    private static IEnumerable<ShellPipeline> Walk(IReadOnlyList<ShellPipeline> script, int depth)
    {
        if (depth > MaxDepth)
        {
            yield break;
        }

        foreach (var pipeline in script)
        {
            yield return pipeline;
            foreach (var inner in pipeline.Commands.SelectMany(Inner).SelectMany(inner => Walk(inner, depth + 1)))
            {
                yield return inner;
            }
        }
    }

    /// <summary>The scripts that stand in a command: its substitutions, the text after <c>-c</c> of a shell, and what a shell reads.</summary>
    public static IEnumerable<IReadOnlyList<ShellPipeline>> Inner(ShellCommand command)
    {
        foreach (var word in command.Words.Concat(command.Redirects.Select(redirect => redirect.Target)))
        {
            if (word.Nested.Count > 0)
            {
                yield return word.Nested;
            }
        }

        var invocation = Invocation.From(command);
        if (invocation?.Name == "eval" && invocation.Arguments.Count > 0)
        {
            yield return ShellParser.Parse(string.Join(' ', invocation.Arguments), invocation.Line);
        }

        if (invocation is null || !IsShell(invocation.Name))
        {
            yield break;
        }

        if (CommandText(invocation) is { } text)
        {
            yield return ShellParser.Parse(text.Text, text.Line);
        }

        foreach (var body in command.Redirects.Where(redirect => redirect.Operator == "<<"))
        {
            yield return ShellParser.Parse(body.Target.Text, body.Target.Line);
        }
    }
}
