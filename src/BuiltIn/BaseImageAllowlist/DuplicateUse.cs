namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>A key that stands twice in a file whose readers take the last one and do not say so.</summary>
internal sealed record DuplicateUse(string Path, int Line, string Key);
