namespace Gates.Formats.Documents;

/// <summary>One key of a map and its value, each with its place.</summary>
internal sealed record DocumentEntry(string Key, int Line, int Column, DocumentNode Node)
{
    /// <value>Which one this is of several entries under the same key, from 0; <see langword="null"/> when it is the only one. Only XML has several.</value>
    public int? Occurrence { get; init; }
}
