namespace Gates.Formats.Documents;

/// <summary>A key that stands again in one map, where the reader takes the last.</summary>
internal sealed record DuplicateKey(string Key, int Line);
