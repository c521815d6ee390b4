namespace Gates.Runner.TypeScript;

/// <summary>One policy in a request.</summary>
internal sealed record TranslationUnit(string Entry, IReadOnlyDictionary<string, string> Files);
