namespace Gates.Runner.Documents;

/// <summary>One key of a map and its value, each with its place.</summary>
internal sealed record DocumentEntry(string Key, int Line, int Column, DocumentNode Node);
