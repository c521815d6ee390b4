namespace Gates.Runner.BuiltIn.BaseImageAllowlist;

/// <summary>A file whose images could not be seen.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">Where reading ended.</param>
/// <param name="Kind">What it is, for example <c>Dockerfile</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Certain">Whether it is used as it stands, so that not reading it hides images; a template is not.</param>
internal sealed record UnreadFile(string Path, int Line, string Kind, string Reason, bool Certain);
