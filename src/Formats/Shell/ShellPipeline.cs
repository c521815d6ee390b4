namespace Gates.Formats.Shell;

/// <summary>Commands joined by pipes.</summary>
/// <param name="Commands">The commands, in order.</param>
/// <param name="Depth">How many parentheses it stands in: what it changes of its shell ends with them.</param>
/// <param name="Group">Which of the script's parentheses it stands in, the innermost; 0 for none.</param>
internal sealed record ShellPipeline(IReadOnlyList<ShellCommand> Commands, int Depth = 0, int Group = 0)
{
    /// <value>What ends it: <c>&amp;&amp;</c>, <c>||</c>, <c>;</c>, <c>&amp;</c>, a bracket or the end of the line; empty at the end of the script.</value>
    public string End { get; init; } = "";

    /// <value>The words and brackets of control structures between the pipeline before and this one, such as <c>if</c>, <c>!</c> and <c>{</c>; with
    /// <c>||</c> after a closing one.</value>
    public IReadOnlyList<string> Lead { get; init; } = [];
}
