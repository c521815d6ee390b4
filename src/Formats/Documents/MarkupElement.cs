namespace Gates.Formats.Documents;

/// <summary>An XML element that knows its place. Names are local names.</summary>
internal sealed record MarkupElement(string Name, int Line, int Column)
{
    public IReadOnlyList<MarkupAttribute> Attributes { get; init; } = [];

    /// <value>The namespace of its name; empty without one.</value>
    public string Namespace { get; init; } = "";

    public List<MarkupElement> Children { get; } = [];

    /// <value>The element's own text and CDATA, trimmed.</value>
    public string Text { get; set; } = "";

    /// <summary>An attribute's value, or <see langword="null"/>.</summary>
    public string? Attribute(string name) => Attributes.FirstOrDefault(attribute => attribute.Name == name)?.Value;

    /// <summary>The first child of a name, or <see langword="null"/>.</summary>
    public MarkupElement? Child(string name) => Children.Find(child => child.Name == name);

    /// <summary>The children of a name, in document order.</summary>
    public IEnumerable<MarkupElement> All(string name) => Children.Where(child => child.Name == name);

}

/// <summary>An attribute of an XML element, under its local name.</summary>
internal sealed record MarkupAttribute(string Name, string Value, int Line, int Column);
