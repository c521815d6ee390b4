namespace Gates.Formats.Documents.Toml;

/// <summary>One part of a dotted key, and where it stands.</summary>
internal readonly record struct TomlKey(string Name, int Offset, (int Line, int Column) Place);
