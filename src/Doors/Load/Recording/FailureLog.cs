using Gates.Formats.LoadSummaries;

namespace Gates.Doors.Load.Recording;

/// <summary>Which requests failed, and when: those that followed each other closely are one entry.</summary>
internal sealed class FailureLog
{
    private const int MaxWindows = 200;
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(1);

    private readonly List<FailureWindow> windows = [];
    private readonly Dictionary<(string Name, string Reason), int> open = [];

    public long Count { get; private set; }

    public IReadOnlyList<FailureWindow> Windows => windows;

    public void Add(TimeSpan at, string name, string reason)
    {
        Count++;
        if (open.TryGetValue((name, reason), out var index) && (at - windows[index].To < Gap || windows.Count >= MaxWindows))
        {
            windows[index] = windows[index] with { To = at > windows[index].To ? at : windows[index].To, Count = windows[index].Count + 1 };
        }
        else if (windows.Count < MaxWindows)
        {
            open[(name, reason)] = windows.Count;
            windows.Add(new FailureWindow(at, name, reason) { To = at, Count = 1 });
        }
    }
}
