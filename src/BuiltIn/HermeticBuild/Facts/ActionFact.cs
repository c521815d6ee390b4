namespace Gates.BuiltIn.HermeticBuild.Facts;

/// <summary>An action or a workflow of another repository that is used.</summary>
/// <param name="Uses">As written.</param>
/// <param name="Name">What stands before the <c>@</c>.</param>
/// <param name="Ref">What stands after it; empty when there is none.</param>
/// <param name="Pin"><c>commit</c>, <c>short-commit</c>, <c>version</c>, <c>name</c> (another tag or a branch) or <c>none</c>.</param>
/// <param name="Trusted">Whether an entry of <c>trusted-actions</c> covers it.</param>
internal sealed record ActionFact(string Uses, string Name, string Ref, string Pin, bool Trusted, string Path, int Line, int Column);
