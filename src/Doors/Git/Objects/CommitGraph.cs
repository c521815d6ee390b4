using System.Globalization;
using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Objects;

/// <summary>
/// How commits follow each other, by the parents that stand in the commits themselves: no graft, no replacement and no cached graph has a say.
/// </summary>
internal sealed class CommitGraph(GitObjects objects)
{
    private readonly Dictionary<string, Node?> nodes = new(StringComparer.Ordinal);

    [Flags]
    private enum Marks
    {
        None = 0,
        One = 1,
        Other = 2,
        Both = One | Other,

        /// <summary>Reached through a commit that both contain.</summary>
        Below = 4,
    }

    /// <summary>
    /// The newest commit that both contain and that nothing else they both contain follows. <see langword="null"/> when the history here does not tell.
    /// </summary>
    /// <exception cref="EvaluationException">A commit is forged or damaged.</exception>
    public string? FindMergeBase(string one, string other, CancellationToken cancellationToken)
    {
        if (Read(one) is null || Read(other) is null)
        {
            return null;
        }

        var walk = new Walk(this);
        walk.Reach(one, Marks.One);
        walk.Reach(other, Marks.Other);
        var shared = new List<string>();
        while (walk.HasOpen || (walk.HasMore && shared.Count(walk.IsBest) > 1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (commit, marks) = walk.Next();
            if ((marks & (Marks.Both | Marks.Below)) == Marks.Both)
            {
                if (!shared.Contains(commit))
                {
                    shared.Add(commit);
                }

                marks |= Marks.Below;
            }

            foreach (var parent in Read(commit)!.Parents)
            {
                walk.Reach(parent, marks);
            }
        }

        // Behind the end of a shallow clone there may be a better one.
        return walk.EndsOpen
            ? null
            : shared.Where(walk.IsBest).OrderByDescending(commit => Read(commit)!.Seconds).ThenBy(commit => commit, StringComparer.Ordinal).FirstOrDefault();
    }

    private Node? Read(string commit)
    {
        if (!nodes.TryGetValue(commit, out var node))
        {
            node = objects.Find([commit], "commit")[0] is { } content ? Node.Parse(content) : null;
            nodes[commit] = node;
        }

        return node;
    }

    private sealed record Node(IReadOnlyList<string> Parents, long Seconds)
    {
        public static Node Parse(byte[] content)
        {
            var text = Encoding.Latin1.GetString(content);
            var end = text.IndexOf("\n\n", StringComparison.Ordinal);
            var lines = (end < 0 ? text : text[..end]).Split('\n');
            var committer = Array.Find(lines, line => line.StartsWith("committer ", StringComparison.Ordinal))?.Split(' ') ?? [];
            return new Node(
                [.. lines.Skip(1).TakeWhile(line => line.StartsWith("parent ", StringComparison.Ordinal)).Select(line => line["parent ".Length..])],
                committer.Length > 2 && long.TryParse(committer[^2], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0);
        }
    }

    /// <summary>Goes back in time from some commits; the marks of each go to its parents.</summary>
    private sealed class Walk(CommitGraph graph)
    {
        private readonly Dictionary<string, Marks> marks = new(StringComparer.Ordinal);
        private readonly HashSet<string> queued = new(StringComparer.Ordinal);
        private readonly HashSet<string> missing = new(StringComparer.Ordinal);
        private readonly PriorityQueue<string, (long Age, int Order)> queue = new();
        private int open;
        private int order;

        /// <value>Whether a commit waits that is not known to be below a shared one.</value>
        public bool HasOpen => open > 0;

        public bool HasMore => queue.Count > 0;

        public bool EndsOpen => missing.Any(commit => !marks[commit].HasFlag(Marks.Below));

        public bool IsBest(string commit) => !marks[commit].HasFlag(Marks.Below);

        public void Reach(string commit, Marks added)
        {
            var old = marks.GetValueOrDefault(commit);
            var now = old | added;
            if (now == old)
            {
                return;
            }

            marks[commit] = now;
            if (graph.Read(commit) is not { } node)
            {
                missing.Add(commit);
            }
            else if (queued.Add(commit))
            {
                queue.Enqueue(commit, (-node.Seconds, order++));
                open += now.HasFlag(Marks.Below) ? 0 : 1;
            }
            else if (now.HasFlag(Marks.Below) && !old.HasFlag(Marks.Below))
            {
                open--;
            }
        }

        public (string Commit, Marks Marks) Next()
        {
            var commit = queue.Dequeue();
            queued.Remove(commit);
            open -= marks[commit].HasFlag(Marks.Below) ? 0 : 1;
            return (commit, marks[commit]);
        }
    }
}
