namespace Gates.Formats.Settings;

/// <summary>Describes an option for the schema, <c>gates list</c> and the documentation. Names are the property's in kebab case.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OptionAttribute(string description) : Attribute
{
    public string Description { get; } = description;

    /// <value>The smallest allowed number, or seconds of a duration; not a number means no bound.</value>
    public double Min { get; init; } = double.NaN;

    /// <value>The largest allowed number, or seconds of a duration; not a number means no bound.</value>
    public double Max { get; init; } = double.NaN;

    /// <value>The allowed values of a string, when it is a closed list.</value>
    public string[] OneOf { get; init; } = [];

    /// <value>Whether a list of texts may also be written as a map, where each entry stands for the text <c>key: value</c>.</value>
    public bool Pairs { get; init; }

    /// <value>Whether a list of maps may also be written as one of them alone.</value>
    public bool OneOrMany { get; init; }

    /// <value>Whether the text, or each of a list, is a glob over the repository's files.</value>
    public bool Glob { get; init; }

    /// <value>Whether there is no default, so that the key must be written.</value>
    public bool Required { get; init; }
}
