namespace Gates.BuiltIn.HermeticBuild.Facts;

/// <summary>A file that could not be looked at.</summary>
/// <param name="Kind"><c>workflow</c>, <c>dockerfile</c>, <c>script</c> or <c>manifest</c>.</param>
internal sealed record UnreadFact(string Kind, string Reason, string Path, int Line);
