using Gates.Formats.Foundation.Trees;
using Gates.Policies;

namespace Gates.Pipeline.Recognition;

/// <summary>
/// The exact keys of findings. A finding with a name (identity) and columns is about the text between them; any other about its lines, whole; one that has
/// no line about its message, or, in another commit, its name alone.
/// A name tells findings apart and never excuses another text: policies call things by coarse names, such as "image".
/// </summary>
internal static class FindingKeys
{
    /// <summary>One key a finding, in the same order.</summary>
    /// <param name="gateId">The gate.</param>
    /// <param name="findings">All its findings.</param>
    /// <param name="tree">Where their lines are read.</param>
    /// <param name="pathNow">Maps a path of this tree to the path that the finding is filed under: the new name of a renamed file.</param>
    public static IReadOnlyList<FindingKey> Of(string gateId, IReadOnlyList<Finding> findings, ISourceTree tree, Func<string, string> pathNow)
    {
        var files = new Dictionary<string, FileText?>(StringComparer.Ordinal);
        return [.. findings.Select(finding => Of(gateId, finding, files, tree, pathNow))];
    }

    private static FindingKey Of(string gateId, Finding finding, Dictionary<string, FileText?> files, ISourceTree tree, Func<string, string> pathNow)
    {
        var path = finding.Location?.Path ?? "";
        var (kind, text) = TextOf(finding, files, tree);
        return new FindingKey(gateId, finding.Rule, path.Length > 0 ? pathNow(path) : "", finding.Identity, kind, text);
    }

    private static (KeyText Kind, string Text) TextOf(Finding finding, Dictionary<string, FileText?> files, ISourceTree tree)
    {
        if (finding.Location is not { } location)
        {
            return (KeyText.Message, finding.Message);
        }

        if (location.Commit is not null && finding.Identity is not null)
        {
            return (KeyText.Name, "");
        }

        if (location.Line is null || FileOf(location.Path, files, tree) is not { } file)
        {
            return (KeyText.Message, WithoutPath(finding.Message, location.Path));
        }

        return finding.Identity is not null && file.Span(location) is { } span ? (KeyText.Span, span)
            : file.Lines(location) is { } lines ? (KeyText.Lines, lines)
            : (KeyText.Message, WithoutPath(finding.Message, location.Path));
    }

    private static FileText? FileOf(string path, Dictionary<string, FileText?> files, ISourceTree tree)
    {
        if (!files.TryGetValue(path, out var file))
        {
            file = files[path] = FileText.Read(tree, path);
        }

        return file;
    }

    /// <summary>A message that names its file must not become another one by renaming it.</summary>
    private static string WithoutPath(string message, string path) => path.Length == 0 ? message : message.Replace(path, "\0", StringComparison.Ordinal);
}
