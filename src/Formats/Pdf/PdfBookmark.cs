namespace Gates.Formats.Pdf;

/// <param name="Title">As the outline shows it.</param>
/// <param name="Level">1, or 2 for what stands below the last of level 1.</param>
/// <param name="Page">From 0.</param>
/// <param name="Y">The top of what it leads to.</param>
/// <param name="Name">How links name it.</param>
internal sealed record PdfBookmark(string Title, int Level, int Page, double Y, string? Name);
