using Gates.Runner.Reports;

namespace Gates.Runner.Commands;

/// <summary>What standard output and standard error are like.</summary>
internal static class Terminal
{
    private const int UsualWidth = 80;
    private const int Narrowest = 40;
    private const int MaxWidth = 140;

    public static ConsoleStyle Style(Func<string, string?> variables) => Console.IsOutputRedirected
        ? ConsoleStyle.Plain
        : new ConsoleStyle { Color = IsColored(variables), Width = Width() is > Narrowest and var width ? width : null };

    /// <summary>How wide help may be: never so wide that lines are hard to read, and as it is where nobody looks.</summary>
    public static int? Columns() => Console.IsOutputRedirected ? null : Math.Clamp(Width(), Narrowest, MaxWidth);

    /// <summary>
    /// How progress is shown: on a terminal that understands cursor movements one line in place, unless plain text is asked for; elsewhere, and to
    /// programs, a line for each gate.
    /// </summary>
    public static ProgressPlace Progress(Func<string, string?> variables) => new(Console.Error, TimeProvider.System)
    {
        IsLive = !Console.IsErrorRedirected && IsColored(variables) && !IsSet(variables("CI")),
        Width = Width,
    };

    internal static bool IsColored(Func<string, string?> variables) => IsClever(variables) && variables("NO_COLOR") is not { Length: > 0 };

    internal static bool IsClever(Func<string, string?> variables) => variables("TERM") is { Length: > 0 } name and not "dumb" && name != "unknown";

    private static bool IsSet(string? variable) => variable is { Length: > 0 } and not "false" and not "0";

    private static int Width()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException or InvalidOperationException)
        {
            return UsualWidth;
        }
    }
}
