namespace Gates.Formats.Pdf;

/// <summary>The fonts of one document: what shows its characters, and what the file says of that.</summary>
internal abstract class PdfFonts
{
    /// <value>Stands after a text of which something could not be shown as it is.</value>
    public const char Mark = '†';

    /// <value>Whether a text has the mark.</value>
    public bool HasMarks { get; protected set; }

    /// <summary>How large the face is drawn, so that it looks like others of the same size.</summary>
    public abstract double Scale(PdfFace face);

    /// <summary>The glyphs of a text. White space of every kind is a space.</summary>
    public abstract IReadOnlyList<PdfGlyph> Encode(string text, PdfFace face);

    /// <summary>Adds the fonts to the file.</summary>
    /// <returns>The dictionary of resources that names them, without its brackets.</returns>
    public abstract string Write(PdfObjects objects);
}
