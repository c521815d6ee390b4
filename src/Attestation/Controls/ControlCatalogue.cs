using System.Text;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Policies;

namespace Gates.Attestation.Controls;

/// <summary>The controls that an organisation asks of a release, valid and in the order of their file.</summary>
internal sealed record ControlCatalogue
{
    public const string DefaultPath = "compliance/control_catalog.yaml";

    public static DocumentLimits Limits { get; } = new() { Bytes = 2_000_000 };

    /// <value>Where it stands, as the user named it.</value>
    public required string Path { get; init; }

    /// <value>SHA-256 of the file, lower-case hexadecimal.</value>
    public required string Digest { get; init; }

    public string? Title { get; init; }

    /// <value>The version that its authors gave it.</value>
    public string? Version { get; init; }

    /// <value>What it leaves to the organisation, in its authors' words.</value>
    public IReadOnlyList<string> NotCovered { get; init; } = [];

    public required IReadOnlyList<Control> Controls { get; init; }

    /// <summary>Only the controls that support one of the frameworks or requirements; all of them when none is named.</summary>
    public ControlCatalogue Supporting(IReadOnlyList<string> frameworks) => frameworks.Count == 0
        ? this
        : this with
        {
            Controls = [.. Controls.Where(control => control.Frameworks.Any(one => frameworks.Contains(one.Framework, StringComparer.OrdinalIgnoreCase)
                || frameworks.Contains(one.ToString(), StringComparer.OrdinalIgnoreCase)))]
        };

    /// <summary>The catalogue at a path of a tree.</summary>
    /// <exception cref="EvaluationException">There is no such file.</exception>
    /// <exception cref="UsageException">The file is not valid, or stands behind a symbolic link.</exception>
    public static ControlCatalogue Load(ISourceTree tree, string path)
    {
        if (tree.IsBehindLink(path))
        {
            throw new UsageException($"{Say.Path(path)} is a symbolic link, or behind one, which is not followed; commit the file itself");
        }

        if (!tree.Exists(path))
        {
            var nearest = Suggestion.For(path, tree.AllFiles.Select(file => file.Path));
            throw new EvaluationException($"the control catalogue {Say.Path(path)} {tree.WhyAbsent(path)}{(nearest is null ? "" : $"; did you mean {Say.Quote(nearest)}?")}")
            {
                IsMissingInput = true
            };
        }

        using var stream = tree.Open(path);
        return Read(stream, path);
    }

    /// <exception cref="UsageException">It is not valid; the message names every problem.</exception>
    public static ControlCatalogue Read(Stream stream, string path)
    {
        try
        {
            var text = DocumentText.Read(stream, path, Limits);
            return CatalogueReader.Read(text, path, Sha256Hex.Of(text));
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
