namespace Gates.Formats.Pdf;

/// <summary>What a document says about itself.</summary>
/// <param name="Title">The title.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Creator">The program.</param>
/// <param name="Created">When.</param>
internal sealed record PdfInfo(string Title, string Subject, string Creator, DateTimeOffset Created);
