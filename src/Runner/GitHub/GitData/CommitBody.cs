namespace Gates.Runner.GitHub.GitData;

/// <summary>What is sent.</summary>
internal sealed record CommitBody(string Message, string Tree, IReadOnlyList<string> Parents);
