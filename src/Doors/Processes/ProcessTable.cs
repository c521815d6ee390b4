using System.Globalization;

namespace Gates.Doors.Processes;

/// <summary>Who is whose child, as <c>/proc</c> has it.</summary>
internal static class ProcessTable
{
    private const string Root = "/proc";

    /// <returns>The parent of a process that is still running; <see langword="null"/> for one that has ended, also when nobody has asked how.</returns>
    public static int? ParentOf(int process)
    {
        try
        {
            // The name stands in parentheses, and may hold some: STATE PARENT follow the last.
            var stat = File.ReadAllText(FormattableString.Invariant($"{Root}/{process}/stat"));
            return stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [not ("Z" or "X"), var parent, ..]
                ? int.Parse(parent, CultureInfo.InvariantCulture)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Some processes and everything that they started.</summary>
    public static IReadOnlyList<int> WithDescendants(IReadOnlyList<int> processes)
    {
        var children = Directory.EnumerateDirectories(Root)
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .ToLookup(ParentOf);
        var found = new List<int>(processes);
        for (var next = 0; next < found.Count; next++)
        {
            found.AddRange(children[found[next]].Except(found));
        }

        return found;
    }
}
