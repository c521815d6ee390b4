using System.Text.Json;
using Gates.Doors.Git.History;
using Gates.Formats.Foundation;

namespace Gates.Pipeline.Facts.Git;

/// <summary>What the repository's history says: commits, tags, and what changed.</summary>
internal sealed class GitFacts(IReadOnlyList<string> parts) : IContextFacts
{
    public const string Kind = "git";

    private const string Commits = "commits";
    private const string Tags = "tags";
    private const string Diff = "diff";

    private const int MaxCommits = 1_000;
    private const int MaxTags = 5_000;

    /// <value>What can be asked for.</value>
    public static IReadOnlyList<string> Parts { get; } = [Commits, Tags, Diff];

    public int Count => 1;

    public string Unit => "commit history";

    public async Task WriteAsync(GateContext context, Utf8JsonWriter facts, CancellationToken cancellationToken)
    {
        var history = context.History
            ?? throw new EvaluationException("`git` facts need a git repository, and this folder is in none; run `git init`, or leave them out in `facts`");
        var head = history.Head ?? throw new EvaluationException("`git` facts need a commit, and this repository has none yet");
        var (commits, truncated) = parts.Contains(Commits, StringComparer.Ordinal) ? await history.CommitsAsync(MaxCommits, cancellationToken) : ([], false);
        var tags = parts.Contains(Tags, StringComparer.Ordinal) ? await history.TagsAsync(MaxTags, cancellationToken) : [];
        var writer = new GitFactsWriter(facts, new Roles(commits, tags));
        facts.WriteStartObject();
        facts.WriteString("head", head);
        facts.WriteString("base", history.Base);
        if (parts.Contains(Commits, StringComparer.Ordinal))
        {
            writer.WriteCommits(commits, truncated);
        }

        if (parts.Contains(Tags, StringComparer.Ordinal))
        {
            writer.WriteTags(tags, head);
        }

        if (parts.Contains(Diff, StringComparer.Ordinal))
        {
            writer.WriteDiff(await history.DiffAsync(cancellationToken));
        }

        facts.WriteEndObject();
    }
}
