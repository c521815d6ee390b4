using System.Globalization;
using Acornima;
using Gates.Policies.Engine.Modules;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine;

/// <summary>Places of a policy, read from the engine's stack, whose lines end in <c>FILE:LINE:COLUMN</c>.</summary>
internal static class StackPlace
{
    private const int MaxName = 100;

    /// <summary>One line of a stack. A function may have any name, also one that looks like lines of a stack.</summary>
    public static string Line(string function, in SourceLocation location)
    {
        var name = Texts.Shorten(function, MaxName);
        var known = name.Length > 0 && !name.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '(' or ')') ? name : "(anonymous)";
        return FormattableString.Invariant($"    at {known} ({location.SourceFile}:{location.Start.Line}:{location.Start.Column + 1})\n");
    }

    /// <summary>The engine's stack, or <see langword="null"/> when it cannot be read.</summary>
    public static string? Of(JintEngine? engine)
    {
        try
        {
            return engine?.Advanced.StackTrace;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null; // Names of functions may be getters, which are script and throw what they like; and the stack may change while another thread reads it.
        }
    }

    /// <summary>The stack without the function of ours that runs now.</summary>
    public static string? Caller(JintEngine engine) => Of(engine) is { } trace ? trace[(trace.IndexOf('\n', StringComparison.Ordinal) + 1)..] : null;

    /// <summary>The innermost place that is one of the policy's.</summary>
    public static Location? In(ModuleGraph graph, string? trace)
    {
        foreach (var line in (trace ?? "").Split('\n'))
        {
            if (Read(graph, line.TrimEnd(')')) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>The place of an exception, when it is one of the policy's.</summary>
    public static Location? At(ModuleGraph graph, in SourceLocation location) =>
        location is { SourceFile: { } file, Start: { Line: > 0 } start } && graph.Modules.ContainsKey(file)
            ? new Location(file, start.Line, Column: start.Column + 1)
            : null;

    private static Location? Read(ModuleGraph graph, string line)
    {
        var column = line.LastIndexOf(':');
        var row = column > 0 ? line.LastIndexOf(':', column - 1) : -1;
        if (row < 0 || Number(line.AsSpan(column + 1)) is not { } at || Number(line.AsSpan(row + 1, column - row - 1)) is not { } number)
        {
            return null;
        }

        var rest = line[..row];
        return graph.Modules.Keys.Where(path => rest.EndsWith(" (" + path, StringComparison.Ordinal)).MaxBy(path => path.Length) is { } file
            ? new Location(file, number, Column: at)
            : null;
    }

    private static int? Number(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
