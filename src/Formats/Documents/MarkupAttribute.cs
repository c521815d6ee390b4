namespace Gates.Formats.Documents;

/// <summary>An attribute of an XML element, under its local name.</summary>
internal sealed record MarkupAttribute(string Name, string Value, int Line, int Column);
