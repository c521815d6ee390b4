using Gates.Runner.Reports;

namespace Gates.Runner.Cli;

/// <summary>What standard output is like.</summary>
internal static class Terminal
{
    public static ConsoleStyle Style(Func<string, string?> variables) => Console.IsOutputRedirected
        ? ConsoleStyle.Plain
        : new ConsoleStyle { Color = variables("NO_COLOR") is not { Length: > 0 }, Width = Console.WindowWidth is > 40 and var width ? width : null };
}
