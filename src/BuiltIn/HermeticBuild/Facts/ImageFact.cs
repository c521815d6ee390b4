namespace Gates.BuiltIn.HermeticBuild.Facts;

/// <summary>An image the build runs in.</summary>
/// <param name="Image">As written; variables replaced by their defaults as far as the file tells.</param>
/// <param name="How"><c>FROM</c>, <c>container</c> or <c>docker://</c>.</param>
/// <param name="Pinned">Whether it carries a digest.</param>
internal sealed record ImageFact(string Image, string How, bool Pinned, string Path, int Line);
