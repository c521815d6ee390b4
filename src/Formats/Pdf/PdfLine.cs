namespace Gates.Formats.Pdf;

/// <summary>One line of a paragraph or cell, encoded and known to fit.</summary>
internal sealed record PdfLine(byte[] Text, PdfText Look);
