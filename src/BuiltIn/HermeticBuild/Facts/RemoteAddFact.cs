namespace Gates.BuiltIn.HermeticBuild.Facts;

/// <summary>An <c>ADD</c> from elsewhere.</summary>
/// <param name="Source">The address, without credentials and query.</param>
/// <param name="Kind"><c>url</c> or <c>git</c>.</param>
/// <param name="Pinned">Whether a checksum, or for git a whole commit id, fixes what comes.</param>
internal sealed record RemoteAddFact(string Source, string Kind, bool Pinned, string Path, int Line);
