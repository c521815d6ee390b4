namespace Gates.Formats.Shell;

/// <summary>One word of a command, without its quotes. Expansions stay as written: nothing is ever evaluated.</summary>
/// <param name="Text">The word.</param>
/// <param name="Line">The line on which it starts.</param>
/// <param name="IsDynamic">Whether its value depends on a variable, a substitution or an expression.</param>
/// <param name="Nested">The commands of its <c>$(…)</c>, backticks and <c>&lt;(…)</c>.</param>
internal sealed record ShellWord(string Text, int Line, bool IsDynamic, IReadOnlyList<ShellPipeline> Nested)
{
    public bool IsFlag => Text.Length > 1 && Text[0] == '-';

    public override string ToString() => Text;
}
