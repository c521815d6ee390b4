using Gates.Formats.Foundation.Trees;
using Gates.Policies;

namespace Gates.Pipeline.Recognition;

/// <summary>Holds the fixes of findings against the files: one that does not fit its line exactly is no fix.</summary>
internal sealed class FixPlaces(ISourceTree tree)
{
    private readonly Dictionary<string, FileText?> files = new(StringComparer.Ordinal);

    /// <summary>The finding with the fix's column, or without a fix.</summary>
    public Finding Place(Finding finding)
    {
        if (finding is not { Fix: { } fix, Location: { Line: { } line } location })
        {
            return finding.Fix is null ? finding : finding with { Fix = null };
        }

        if (!files.TryGetValue(location.Path, out var file))
        {
            file = files[location.Path] = FileText.Read(tree, location.Path);
        }

        return finding with { Fix = file?.Line(line) is { } text ? fix.In(text) : null };
    }
}
