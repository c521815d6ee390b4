using Gates.Formats.Documents;

namespace Gates.Formats.Settings;

/// <summary>Where something stands in the configuration file; line and column start at 1, and 0 means nowhere.</summary>
internal readonly record struct Place(int Line, int Column)
{
    public static Place From(DocumentNode node) => new(node.Line, node.Column);

    public static Place From(DocumentEntry entry) => new(entry.Line, entry.Column);
}
