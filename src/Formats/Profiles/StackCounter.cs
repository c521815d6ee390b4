namespace Gates.Formats.Profiles;

/// <summary>Adds up stacks: what is each function's own, and what is below it.</summary>
internal sealed class StackCounter
{
    private const int MaxFunctions = 1_000;
    private const int MaxName = 500;

    private readonly Dictionary<(string Name, string? File), Count> counts = [];
    private readonly HashSet<Count> seen = [];

    /// <value>All that was added.</value>
    public double Total { get; private set; }

    /// <value>How many stacks were.</value>
    public long Stacks { get; private set; }

    /// <summary>A function, which is counted from now on.</summary>
    public Count Of(string name, string? file = null, int? line = null)
    {
        var key = (name.Length > MaxName ? name[..MaxName] + "…" : name, file);
        if (!counts.TryGetValue(key, out var count))
        {
            counts[key] = count = new Count(line);
        }

        return count;
    }

    /// <param name="stack">The outermost call first.</param>
    /// <param name="weight">What the stack stands for.</param>
    public void Add(IReadOnlyList<Count> stack, double weight)
    {
        Total += weight;
        Stacks++;
        if (stack.Count == 0)
        {
            return;
        }

        stack[^1].Self += weight;
        seen.Clear();
        foreach (var function in stack)
        {
            if (seen.Add(function))
            {
                function.Total += weight;
            }
        }
    }

    public Profile Read(Profile about) => about with
    {
        Total = Total,
        Cut = counts.Count > MaxFunctions,
        Functions =
        [
            .. counts.OrderByDescending(one => one.Value.Self).ThenByDescending(one => one.Value.Total).ThenBy(one => one.Key.Name, StringComparer.Ordinal)
                .Take(MaxFunctions)
                .Select(one => new ProfiledFunction(one.Key.Name, one.Key.File, one.Value.Line, one.Value.Self, one.Value.Total)),
        ],
    };

    /// <summary>What one function has.</summary>
    internal sealed class Count(int? line)
    {
        public int? Line { get; } = line;

        public double Self { get; set; }

        public double Total { get; set; }
    }
}
