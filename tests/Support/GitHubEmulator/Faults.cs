namespace Support.GitHubEmulator;

/// <summary>What is to go wrong.</summary>
internal sealed class Faults(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<Fault> waiting = [];
    private readonly Dictionary<(string Repository, long Id), int> seen = [];

    public void Add(Fault fault)
    {
        lock (gate)
        {
            waiting.Add(fault);
        }
    }

    /// <summary>The fault that is about a request, counted down.</summary>
    public FaultKind? Take(string request)
    {
        lock (gate)
        {
            waiting.RemoveAll(fault => fault.Until <= time.GetUtcNow());
            var index = waiting.FindIndex(fault => request.StartsWith(fault.Request, StringComparison.Ordinal));
            if (index < 0)
            {
                return null;
            }

            var fault = waiting[index];
            if (fault.Until is not null)
            {
                return fault.Kind;
            }

            if (fault.Times > 1)
            {
                waiting[index] = fault with { Times = fault.Times - 1 };
            }
            else
            {
                waiting.RemoveAt(index);
            }

            return fault.Kind;
        }
    }

    /// <summary>Whether an entry has not been asked for often enough to show up.</summary>
    public bool IsStillHidden(string repository, long id, int lag)
    {
        lock (gate)
        {
            var times = seen.GetValueOrDefault((repository, id));
            seen[(repository, id)] = times + 1;
            return times < lag;
        }
    }
}
