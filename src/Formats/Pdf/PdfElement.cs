namespace Gates.Formats.Pdf;

/// <summary>A part of a document by what it is, in the order of reading: what programs read aloud or take out (ISO 32000-1, 14.7 and 14.8).</summary>
internal sealed class PdfElement
{
    private readonly List<PdfElement> parts = [];
    private readonly List<(int Page, int Mark)> marks = [];

    public PdfElement(string type, PdfElement? parent)
    {
        Type = type;
        parent?.parts.Add(this);
    }

    /// <value>One of the standard types, such as <c>P</c> or <c>TH</c>.</value>
    public string Type { get; }

    /// <value>What a header is the header of: <c>Column</c> or <c>Row</c>; <see langword="null"/> for other elements.</value>
    public string? Scope { get; init; }

    /// <value>What it consists of.</value>
    public IReadOnlyList<PdfElement> Parts => parts;

    /// <value>Its own content: numbers of pages from 0, and of marks on them.</value>
    public IReadOnlyList<(int Page, int Mark)> Marks => marks;

    /// <value>Whether there is nothing in it, and nothing would be missed: a cell without text still has its column.</value>
    public bool IsUseless => marks.Count == 0 && Type is not ("TD" or "TH") && parts.TrueForAll(part => part.IsUseless);

    public void Add(int page, int mark) => marks.Add((page, mark));
}
