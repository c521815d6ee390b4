using System.Globalization;

namespace Gates.Formats.Pdf;

/// <summary>Writes what the parts of a document are, and which marks and links belong to which (ISO 32000-1, 14.7.2 to 14.7.4).</summary>
/// <param name="objects">Takes them.</param>
/// <param name="pages">Their marks.</param>
/// <param name="pageIds">Their objects.</param>
/// <param name="links">In the order of their keys, which follow those of the pages: the annotation, what it is, and its page.</param>
internal sealed class PdfStructure(
    PdfObjects objects, IReadOnlyList<PdfPage> pages, IReadOnlyList<int> pageIds, IReadOnlyList<(int Annotation, PdfElement Element, int Page)> links)
{
    private readonly Dictionary<PdfElement, int> ids = [];
    private readonly ILookup<PdfElement, (int Annotation, PdfElement Element, int Page)> linksOf = links.ToLookup(link => link.Element);

    /// <returns>The object that the catalogue names.</returns>
    public int Write(PdfElement document)
    {
        var tree = objects.Reserve();
        Write(document, tree);
        var numbers = pages.Select(page => objects.Add($"[{string.Join(' ', page.Marks.Select(element => Reference(ids[element])))}]"))
            .Concat(links.Select(link => ids[link.Element]))
            .Select((id, key) => string.Create(CultureInfo.InvariantCulture, $"{key} {id} 0 R"))
            .ToList();
        var parents = objects.Add($"<< /Nums [{string.Join(' ', numbers)}] >>");
        objects.Set(tree, $"<< /Type /StructTreeRoot /K {ids[document]} 0 R /ParentTree {parents} 0 R /ParentTreeNextKey {numbers.Count} >>");
        return tree;
    }

    private int Write(PdfElement element, int parent)
    {
        var id = ids[element] = objects.Reserve();
        var kids = element.Marks
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"<< /Type /MCR /Pg {pageIds[one.Page]} 0 R /MCID {one.Mark} >>"))
            .Concat(element.Parts.Where(part => !part.IsUseless).Select(part => Reference(Write(part, id))))
            .Concat(linksOf[element].Select(one =>
                string.Create(CultureInfo.InvariantCulture, $"<< /Type /OBJR /Pg {pageIds[one.Page]} 0 R /Obj {one.Annotation} 0 R >>")));
        var scope = element.Scope is { } of ? $" /A << /O /Table /Scope /{of} >>" : "";
        objects.Set(id, $"<< /Type /StructElem /S /{element.Type} /P {parent} 0 R{scope} /K [{string.Join(' ', kids)}] >>");
        return id;
    }

    private static string Reference(int id) => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R");
}
