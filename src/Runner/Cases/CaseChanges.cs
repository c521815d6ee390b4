using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Runner.Cases;

/// <summary>What changed between the two folders of a case. A file under another name is one that went and one that came.</summary>
internal static class CaseChanges
{
    private static readonly string Base = new('1', 40);
    private static readonly string Head = new('2', 40);

    public static ChangeSet Of(GateCase one)
    {
        if (one.Before is not { } before)
        {
            return ChangeSet.None;
        }

        var files = before.AllFiles.Concat(one.Tree.AllFiles).Select(file => file.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(path => !before.Exists(path) || !one.Tree.Exists(path) || !Content(before, path).AsSpan().SequenceEqual(Content(one.Tree, path)))
            .Select(path => new ChangedFile(path, before.Exists(path) ? path : null, Deleted: !one.Tree.Exists(path), []));
        return new ChangeSet(Head, Base, [.. files]);
    }

    private static byte[] Content(ISourceTree tree, string path)
    {
        using var stream = tree.Open(path);
        return BoundedBytes.Read(stream, long.MaxValue)!;
    }
}
