namespace Gates.Runner.Commands;

/// <summary>What is said on standard error when a command fails.</summary>
internal static class ErrorLines
{
    /// <summary>Safe lines of a message. What they begin with stays: a caret stands under what it means.</summary>
    /// <param name="message">May quote anybody's text.</param>
    public static IEnumerable<string> Of(string message) => message.Split('\n').Select(line => TerminalLine.Of(line.TrimEnd()));
}
