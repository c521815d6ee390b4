namespace Gates.Formats.Pdf;

/// <summary>Which of its document's fonts a text has.</summary>
internal enum PdfFace
{
    Regular,
    Bold,

    /// <summary>All characters are of one width.</summary>
    Mono,
}
