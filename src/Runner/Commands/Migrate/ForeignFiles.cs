using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Runner.Commands.Migrate;

/// <summary>The files of a repository, or of one of its folders, as readers of other tools' formats ask for them.</summary>
/// <param name="tree">The repository.</param>
/// <param name="folder">The folder that the tool is configured in, with a slash at its end; empty for the root.</param>
internal sealed class ForeignFiles(ISourceTree tree, string folder)
{
    private const int MaxBytes = 20_000_000;

    public IEnumerable<string> Named(params string[] names) => names.Select(name => folder + name).Where(tree.Exists);

    public IReadOnlyList<string> Where(Predicate<string> isMeant) =>
        [.. tree.Files.Select(file => file.Path).Where(path => path.StartsWith(folder, StringComparison.Ordinal) && isMeant(path))];

    /// <returns><see langword="null"/> when it cannot be read, which is said.</returns>
    public string? Text(string path, Foreign so) => Parse(path, so, () =>
    {
        so.Files.Add(path);
        using var stream = tree.Open(path);
        return DocumentText.Read(stream, path, new DocumentLimits { Bytes = MaxBytes });
    });

    public IEnumerable<(string Text, int Number)> Lines(string path, Foreign so) =>
        (Text(path, so) ?? "").ReplaceLineEndings("\n").Split('\n').Select((line, i) => (line, i + 1));

    public static T? Parse<T>(string path, Foreign so, Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is DocumentException or EvaluationException)
        {
            so.Leave(path, $"cannot be read: {e.Message}");
            return null;
        }
    }
}
