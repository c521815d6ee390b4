namespace Gates.BuiltIn.HermeticBuild.Facts;

/// <summary>A file that says which toolchain is used, and leaves the version open.</summary>
/// <param name="Tool">For example <c>node</c>.</param>
/// <param name="Written">What it asks for.</param>
/// <param name="Better">What to write instead.</param>
/// <param name="IsLowest">Whether it only names the lowest version that will do.</param>
internal sealed record VersionFact(string Tool, string Written, string Better, bool IsLowest, string Path, int Line);

/// <summary>A dependency that a manifest asks for in a moving version, with no lock file that decides.</summary>
/// <param name="Package">Its name.</param>
/// <param name="Written">The version as written.</param>
/// <param name="Better">What to write instead.</param>
internal sealed record FloatingFact(string Package, string Written, string Better, string Path, int Line);
