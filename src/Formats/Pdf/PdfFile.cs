using System.Globalization;
using System.Text;

namespace Gates.Formats.Pdf;

/// <summary>Writes pages as PDF 1.7. The same pages give the same bytes.</summary>
/// <param name="pages">In their order.</param>
/// <param name="bookmarks">In their order.</param>
/// <param name="places">What links name.</param>
internal sealed class PdfFile(IReadOnlyList<PdfPage> pages, IReadOnlyList<PdfBookmark> bookmarks, IReadOnlyDictionary<string, PdfPlace> places)
{
    private readonly PdfObjects objects = new();
    private readonly List<(int Annotation, PdfElement Element, int Page)> links = [];

    public byte[] Write(PdfInfo info, PdfElement root, PdfFonts fonts)
    {
        var (catalogue, tree, about) = (objects.Reserve(), objects.Reserve(), objects.Reserve());
        var ids = pages.Select(_ => objects.Reserve()).ToList();
        var created = info.Created.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        objects.Set(about, $"""
            << /Title {PdfObjects.Text(info.Title)} /Subject {PdfObjects.Text(info.Subject)} /Creator {PdfObjects.Text(info.Creator)}
            /Producer {PdfObjects.Text(info.Creator)} /CreationDate (D:{created}Z) /ModDate (D:{created}Z) >>
            """);
        objects.Set(tree, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', ids.Select(Reference))}] >>");
        var resources = objects.Add($"<< /Font << {fonts.Write(objects)}>> >>");
        foreach (var page in pages)
        {
            WritePage(page, ids, tree, resources);
        }

        var outline = new PdfOutline(objects, bookmarks, place => Destination(place, ids)).Write();
        var structure = new PdfStructure(objects, pages, ids, links).Write(root);
        objects.Set(catalogue, $"""
            << /Type /Catalog /Pages {tree} 0 R /Outlines {outline} 0 R /PageMode /UseOutlines /Lang (en-GB) /MarkInfo << /Marked true >>
            /StructTreeRoot {structure} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>
            """);
        return objects.ToFile(catalogue, about);
    }

    private void WritePage(PdfPage page, List<int> ids, int tree, int resources)
    {
        var content = objects.AddStream($"", Encoding.Latin1.GetBytes(page.Content));
        var annotations = new List<int>();
        foreach (var link in page.Links)
        {
            var place = places.TryGetValue(link.Target, out var known) ? known : throw new InvalidOperationException($"no place is named {link.Target}");
            annotations.Add(objects.Add($"""
                << /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 /StructParent {pages.Count + links.Count} /Contents {PdfObjects.Text(link.About)}
                /Rect [{PdfPage.Format(link.X)} {PdfPage.Format(link.Y)} {PdfPage.Format(link.X + link.Width)} {PdfPage.Format(link.Y + link.Height)}]
                /Dest {Destination(place, ids)} >>
                """));
            links.Add((annotations[^1], link.Element, page.Number));
        }

        var listed = annotations.Count > 0 ? $" /Annots [{string.Join(' ', annotations.Select(Reference))}]" : "";
        objects.Set(ids[page.Number], $"""
            << /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfPage.Format(PdfPage.Width)} {PdfPage.Format(PdfPage.Height)}] /Resources {resources} 0 R
            /Contents {content} 0 R /StructParents {page.Number} /Tabs /S{listed} >>
            """);
    }

    private static string Destination(PdfPlace place, List<int> ids) => $"[{Reference(ids[place.Page])} /XYZ 0 {PdfPage.Format(place.Y)} null]";

    private static string Reference(int id) => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R");
}

/// <param name="Page">From 0.</param>
/// <param name="Y">The top of what stands there.</param>
internal sealed record PdfPlace(int Page, double Y);

/// <param name="Title">As the outline shows it.</param>
/// <param name="Level">1, or 2 for what stands below the last of level 1.</param>
/// <param name="Place">What it leads to.</param>
internal sealed record PdfBookmark(string Title, int Level, PdfPlace Place);
