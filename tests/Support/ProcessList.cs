using System.Globalization;

namespace Support;

/// <summary>The processes of this machine, from <c>/proc</c>.</summary>
public static class ProcessList
{
    /// <summary>The direct children of a process that are still running.</summary>
    public static IReadOnlyList<int> ChildrenOf(int process) => [.. Running().Where(one => one.Parent == process).Select(one => one.Id)];

    /// <summary>What still runs in the session that a process leads or led, by name.</summary>
    public static IReadOnlyList<string> InSession(int session) => [.. Running().Where(one => one.Session == session).Select(one => $"{one.Id} {one.Name}")];

    /// <summary>How long a process has computed.</summary>
    public static TimeSpan BusyFor(int process)
    {
        try
        {
            using var one = System.Diagnostics.Process.GetProcessById(process);
            return one.TotalProcessorTime;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return TimeSpan.Zero;
        }
    }

    public static bool IsRunning(int process) => Running().Any(one => one.Id == process);

    private static List<(int Id, string Name, int Parent, int Session)> Running()
    {
        var found = new List<(int, string, int, int)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            try
            {
                if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                {
                    var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                    var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                    if (fields[0] is not ("Z" or "X"))
                    {
                        found.Add((
                            id,
                            stat[stat.IndexOf('(', StringComparison.Ordinal)..(stat.LastIndexOf(')') + 1)],
                            int.Parse(fields[1], CultureInfo.InvariantCulture),
                            int.Parse(fields[3], CultureInfo.InvariantCulture)));
                    }
                }
            }
            catch (IOException)
            {
                // It has just ended.
            }
        }

        return found;
    }
}
