namespace Gates.Runner.GitHub.GitData;

/// <summary>A tree, or a parent, by its id.</summary>
internal sealed record GitTreeReference(string Sha);
