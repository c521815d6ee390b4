using System.Globalization;
using Gates.Policies.Engine.Modules;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine;

/// <summary>Places of a policy, read from the engine's stack, whose lines end in <c>FILE:LINE:COLUMN</c>.</summary>
internal static class StackPlace
{
    /// <summary>The stack without the function of ours that runs now.</summary>
    public static string Caller(JintEngine engine)
    {
        var trace = engine.Advanced.StackTrace;
        return trace[(trace.IndexOf('\n', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>The innermost place that is one of the policy's.</summary>
    public static Location? In(ModuleGraph graph, string? trace)
    {
        foreach (var line in (trace ?? "").Split('\n'))
        {
            if (Read(graph, line.TrimEnd('\r', ')')) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    /// <remarks>A function may have any name, also one that looks like a place: only the end of a line counts.</remarks>
    private static Location? Read(ModuleGraph graph, string line)
    {
        var column = line.LastIndexOf(':');
        var row = column > 0 ? line.LastIndexOf(':', column - 1) : -1;
        if (row < 0 || Number(line.AsSpan(column + 1)) is not { } at || Number(line.AsSpan(row + 1, column - row - 1)) is not { } number)
        {
            return null;
        }

        var rest = line[..row];
        return graph.Modules.Keys.Where(path => rest.EndsWith("(" + path, StringComparison.Ordinal) || rest.TrimStart() == "at " + path).MaxBy(path => path.Length) is { } file
            ? new Location(file, number, Column: at)
            : null;
    }

    private static int? Number(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
