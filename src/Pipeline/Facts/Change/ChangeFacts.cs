using System.Text.Json;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Facts.Change;

/// <summary>What a change does to the files that globs select: their lines, and what they held at the base.</summary>
internal sealed class ChangeFacts : IContextFacts
{
    public const string Kind = "change";

    private readonly PathFilter filter;

    public ChangeFacts(IReadOnlyList<string> globs)
    {
        var (include, exclude) = GlobList.Split(Kind, globs);
        filter = new PathFilter(include, exclude);
    }

    public int Count { get; private set; }

    public string Unit => "changed file";

    public Task WriteAsync(GateContext context, Utf8JsonWriter facts, CancellationToken cancellationToken)
    {
        var old = context.BaseTree;
        var folder = context.Tree.Folder;
        var cases = context.Tree.Unseen.Where(file => file.Reason == UnseenReasons.OwnCases).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var files = old is null
            ? []
            : context.Changes.Files
                .Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && !cases.Contains(file.Path) && IsWanted(file))
                .OrderBy(file => file.Path, StringComparer.Ordinal)
                .ToList();
        Count = files.Count;
        facts.WriteStartObject();
        facts.WriteString("base", old is null ? null : context.Changes.BaseSha);
        facts.WriteString("head", context.Changes.HeadSha);
        facts.WriteStartArray("files");
        var writer = new ChangedFileWriter(facts, old, context.Tree);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Write(file);
        }

        facts.WriteEndArray();
        facts.WriteEndObject();
        return Task.CompletedTask;
    }

    private bool IsWanted(ChangedFile file) => filter.Includes(file.Path) || (file.OldPath is { } was && filter.Includes(was));
}
