using System.Text;

namespace Gates.Policies.Engine.Documents;

/// <summary>A way through a document such as <c>spec.containers[*].image</c>; the grammar is in <c>gates.d.ts</c>.</summary>
internal sealed class NodePattern
{
    /// <value>One bit of a 64-bit set for each step, and one for the end.</value>
    private const int MaxSteps = 63;

    private readonly List<PatternStep> steps;

    private NodePattern(List<PatternStep> steps) => this.steps = steps;

    /// <exception cref="FormatException">The message says what is wrong, and where.</exception>
    public static NodePattern Parse(string text)
    {
        var read = PatternReader.Read(text);
        return read.Count <= MaxSteps
            ? new NodePattern(read)
            : throw new FormatException(FormattableString.Invariant($"it has {read.Count} steps; at most {MaxSteps} are allowed"));
    }

    /// <summary>A key as a pattern names it: plain, or in quotes.</summary>
    public static string Quote(string key)
    {
        if (key.Length > 0 && key.All(PatternReader.IsPlain))
        {
            return key;
        }

        var quoted = new StringBuilder("\"");
        foreach (var c in key)
        {
            quoted.Append(c is '"' or '\\' ? "\\" : "").Append(c);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>The matching nodes below (or at) the start, in document order, each once.</summary>
    public IEnumerable<NodeModel> Find(NodeModel start)
    {
        var pending = new Stack<(NodeModel Node, ulong States)>();
        pending.Push((start, Close(1)));
        while (pending.TryPop(out var next))
        {
            if ((next.States & (1UL << steps.Count)) != 0)
            {
                yield return next.Node;
            }

            for (var i = next.Node.Children.Count - 1; i >= 0; i--)
            {
                var states = Close(Step(next.States, next.Node.Children[i]));
                if (states != 0)
                {
                    pending.Push((next.Node.Children[i], states));
                }
            }
        }
    }

    private ulong Step(ulong states, NodeModel child)
    {
        var after = 0UL;
        for (var i = 0; i < steps.Count; i++)
        {
            if ((states & (1UL << i)) == 0)
            {
                continue;
            }

            if (steps[i].Kind == PatternStepKind.Deep)
            {
                after |= 1UL << i;
            }
            else if (steps[i].Matches(child))
            {
                after |= 1UL << (i + 1);
                if (child.Occurrence is { } occurrence && i + 1 < steps.Count && steps[i + 1].IsItem(occurrence))
                {
                    after |= 1UL << (i + 2);
                }
            }
        }

        return after;
    }

    /// <summary>Adds the states that are reached without a step, because <c>**</c> may match nothing.</summary>
    private ulong Close(ulong states)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if ((states & (1UL << i)) != 0 && steps[i].Kind == PatternStepKind.Deep)
            {
                states |= 1UL << (i + 1);
            }
        }

        return states;
    }
}
