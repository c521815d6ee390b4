using Gates.Formats.Dockerfiles;

namespace Gates.Pipeline;

/// <summary>The images that a repository builds on or runs, for those who change them.</summary>
/// <param name="Uses">Each place, also of images that nobody can know.</param>
/// <param name="Unread">Files that could not be read.</param>
internal sealed record UsedImages(IReadOnlyList<UsedImage> Uses, IReadOnlyList<(string Path, int Line, string Reason)> Unread);

/// <summary>One place that pulls an image.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1; <see langword="null"/> when it is not known.</param>
/// <param name="Kind">What pulls it, for example <c>FROM</c>.</param>
/// <param name="Written">As written in the file.</param>
/// <param name="Reference">The image; <see langword="null"/> when it cannot be known.</param>
/// <param name="Reason">Why it cannot be known; else how it follows from the file.</param>
internal sealed record UsedImage(string Path, int Line, int? Column, string Kind, string Written, ImageReference? Reference, string Reason);
