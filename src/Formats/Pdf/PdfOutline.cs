namespace Gates.Formats.Pdf;

/// <summary>Writes the bookmarks. They have two levels: what is of level 2 belongs to the last of level 1.</summary>
/// <param name="objects">Takes them.</param>
/// <param name="bookmarks">In their order.</param>
/// <param name="destination">A place as PDF has it.</param>
internal sealed class PdfOutline(PdfObjects objects, IReadOnlyList<PdfBookmark> bookmarks, Func<PdfPlace, string> destination)
{
    private readonly List<int> ids = [];
    private readonly List<int> parents = [];

    /// <returns>The object that the catalogue names.</returns>
    public int Write()
    {
        var root = objects.Reserve();
        foreach (var bookmark in bookmarks)
        {
            parents.Add(bookmark.Level == 1 || parents.Count == 0 ? root : parents[^1] == root ? ids[^1] : parents[^1]);
            ids.Add(objects.Reserve());
        }

        objects.Set(root, $"<< /Type /Outlines{Children(root, root)} >>");
        for (var i = 0; i < ids.Count; i++)
        {
            var siblings = Enumerable.Range(0, ids.Count).Where(other => parents[other] == parents[i]).ToList();
            var at = siblings.IndexOf(i);
            var before = at > 0 ? FormattableString.Invariant($" /Prev {ids[siblings[at - 1]]} 0 R") : "";
            var after = at < siblings.Count - 1 ? FormattableString.Invariant($" /Next {ids[siblings[at + 1]]} 0 R") : "";
            var (title, leadsTo) = (PdfObjects.Text(bookmarks[i].Title), destination(bookmarks[i].Place));
            objects.Set(ids[i], $"<< /Title {title} /Parent {parents[i]} 0 R{before}{after}{Children(ids[i], root)} /Dest {leadsTo} >>");
        }

        return root;
    }

    private string Children(int parent, int root)
    {
        var children = Enumerable.Range(0, ids.Count).Where(child => parents[child] == parent).Select(child => ids[child]).ToList();
        return children.Count == 0
            ? ""
            : FormattableString.Invariant($" /First {children[0]} 0 R /Last {children[^1]} 0 R /Count {(parent == root ? ids.Count : children.Count)}");
    }
}
