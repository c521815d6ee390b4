using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gates.Formats.Pdf;

/// <summary>Writes pages as PDF 1.7. The same pages give the same bytes: nothing is random, and nothing compressed by a library that may change.</summary>
internal sealed class PdfFile
{
    private const int Catalogue = 1;
    private const int PageTree = 2;
    private const int Info = 3;
    private const int Outlines = 4;
    private const int Resources = 5;
    private const int FirstFree = 6;

    private readonly List<(int Id, string Text)> objects = [];
    private int next = FirstFree;

    public static byte[] Write(PdfInfo info, IReadOnlyList<PdfPage> pages, IReadOnlyList<PdfBookmark> bookmarks) =>
        new PdfFile().Assemble(info, pages, bookmarks);

    private byte[] Assemble(PdfInfo info, IReadOnlyList<PdfPage> pages, IReadOnlyList<PdfBookmark> bookmarks)
    {
        var pageIds = pages.Select(_ => next++).ToList();
        Add(
            Catalogue,
            $"<< /Type /Catalog /Pages {PageTree} 0 R /Outlines {Outlines} 0 R /PageMode /UseOutlines /Lang (en-GB) /ViewerPreferences << /DisplayDocTitle true >> >>");
        Add(PageTree, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pageIds.Select(id => $"{id} 0 R"))}] >>");
        var created = info.Created.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        Add(
            Info,
            $"<< /Title {Text(info.Title)} /Subject {Text(info.Subject)} /Creator {Text(info.Creator)} /Producer {Text(info.Creator)} /CreationDate (D:{created}Z) /ModDate (D:{created}Z) >>");
        AddFonts();
        var places = bookmarks.Where(one => one.Name is not null).ToDictionary(one => one.Name!, one => Destination(one, pageIds), StringComparer.Ordinal);
        for (var i = 0; i < pages.Count; i++)
        {
            AddPage(pageIds[i], pages[i], places);
        }

        AddOutline(bookmarks, pageIds);
        return Serialise();
    }

    private void AddFonts()
    {
        var fonts = new StringBuilder();
        foreach (var font in PdfFont.All)
        {
            var id = next++;
            fonts.Append(CultureInfo.InvariantCulture, $"/{font.Key} {id} 0 R ");
            Add(id, $"<< /Type /Font /Subtype /Type1 /BaseFont /{font.Name} /Encoding /WinAnsiEncoding >>");
        }

        Add(Resources, $"<< /Font << {fonts}>> >>");
    }

    private void AddPage(int id, PdfPage page, Dictionary<string, string> places)
    {
        var content = next++;
        var links = new List<string>();
        foreach (var (x, y, width, height, target) in page.Links.Where(link => places.ContainsKey(link.Target)))
        {
            var link = next++;
            links.Add($"{link} 0 R");
            Add(
                link,
                $"<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 /Rect [{PdfPage.Number(x)} {PdfPage.Number(y)} {PdfPage.Number(x + width)} {PdfPage.Number(y + height)}] /Dest {places[target]} >>");
        }

        var annotations = links.Count > 0 ? $" /Annots [{string.Join(' ', links)}]" : "";
        Add(
            id,
            $"<< /Type /Page /Parent {PageTree} 0 R /MediaBox [0 0 {PdfPage.Number(PdfPage.Width)} {PdfPage.Number(PdfPage.Height)}] /Resources {Resources} 0 R /Contents {content} 0 R{annotations} >>");
        Add(content, $"<< /Length {page.Content.Length} >>\nstream\n{page.Content}\nendstream");
    }

    /// <summary>Two levels: what is of level 2 belongs to the last of level 1.</summary>
    private void AddOutline(IReadOnlyList<PdfBookmark> bookmarks, List<int> pages)
    {
        var ids = bookmarks.Select(_ => next++).ToList();
        var parents = new List<int>();
        foreach (var (bookmark, id) in bookmarks.Zip(ids))
        {
            parents.Add(bookmark.Level == 1 || parents.Count == 0 ? Outlines : parents[^1] == Outlines ? ids[parents.Count - 1] : parents[^1]);
        }

        Add(Outlines, $"<< /Type /Outlines{Children(Outlines)} >>");
        for (var i = 0; i < ids.Count; i++)
        {
            var siblings = Enumerable.Range(0, ids.Count).Where(other => parents[other] == parents[i]).ToList();
            var at = siblings.IndexOf(i);
            var before = at > 0 ? $" /Prev {ids[siblings[at - 1]]} 0 R" : "";
            var after = at < siblings.Count - 1 ? $" /Next {ids[siblings[at + 1]]} 0 R" : "";
            Add(
                ids[i],
                $"<< /Title {Text(bookmarks[i].Title)} /Parent {parents[i]} 0 R{before}{after}{Children(ids[i])} /Dest {Destination(bookmarks[i], pages)} >>");
        }

        string Children(int parent)
        {
            var children = Enumerable.Range(0, ids.Count).Where(child => parents[child] == parent).Select(child => ids[child]).ToList();
            return children.Count == 0
                ? ""
                : $" /First {children[0]} 0 R /Last {children[^1]} 0 R /Count {children.Count + (parent == Outlines ? ids.Count - children.Count : 0)}";
        }
    }

    private static string Destination(PdfBookmark bookmark, List<int> pages) => $"[{pages[bookmark.Page]} 0 R /XYZ 0 {PdfPage.Number(bookmark.Y)} null]";

    private void Add(int id, FormattableString text) => objects.Add((id, text.ToString(CultureInfo.InvariantCulture)));

    private byte[] Serialise()
    {
        var file = new StringBuilder("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var offsets = new SortedDictionary<int, int>();
        foreach (var (id, text) in objects)
        {
            offsets[id] = file.Length;
            file.Append(CultureInfo.InvariantCulture, $"{id} 0 obj\n{text}\nendobj\n");
        }

        // Every character so far is one byte, so that lengths are offsets.
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(file.ToString())).AsSpan(0, 16));
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets.Values)
        {
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {offsets.Count + 1} /Root {Catalogue} 0 R /Info {Info} 0 R /ID [<{digest}> <{digest}>] >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>Any text: UTF-16 with its mark, in hexadecimal.</summary>
    private static string Text(string text) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) + ">";
}

/// <param name="Title">As the outline shows it.</param>
/// <param name="Level">1, or 2 for what stands below the last of level 1.</param>
/// <param name="Page">From 0.</param>
/// <param name="Y">The top of what it leads to.</param>
/// <param name="Name">How links name it.</param>
internal sealed record PdfBookmark(string Title, int Level, int Page, double Y, string? Name);
