using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Globs;

namespace Gates.Formats.Settings;

/// <summary>Reads the single values that the keys of our own files take.</summary>
internal sealed class Values(Problems problems)
{
    private static readonly SettingType Date = new(SettingKind.Date);

    private readonly SettingReader reader = new(problems);

    /// <value>Where a value that is wrong is reported.</value>
    public Problems Problems => problems;

    public TimeSpan? Duration(DocumentNode node, string key, SettingType type) => (TimeSpan?)reader.Read(node, key, type);

    public DateOnly? Day(DocumentNode node, string key) => (DateOnly?)reader.Read(node, key, Date);

    public string? Choice(DocumentNode node, string key, IReadOnlyList<string> choices) =>
        (string?)reader.Read(node, key, new SettingType(SettingKind.Text) { OneOf = choices });

    /// <summary>A path inside the repository.</summary>
    public string? RepositoryPath(DocumentNode node, string key) => Path(node, key, RepositoryPaths.Refuse);

    /// <summary>A glob over the repository's files, without a leading <c>!</c>.</summary>
    public string? Glob(DocumentNode node, string key) => Path(node, key, Gates.Formats.Foundation.Globs.Glob.Refuse);

    /// <summary>A list of globs; those with a leading <c>!</c> leave files out, and cannot stand alone.</summary>
    public IReadOnlyList<string> Globs(DocumentNode node, string key)
    {
        if (node.Kind != NodeKind.Sequence || node.Items.Count == 0)
        {
            problems.Add(
                node,
                key,
                $"{(node.Kind == NodeKind.Sequence ? "an empty list" : Say.Value(node))} is not a list of globs; write for example [\"k8s/**/*.yaml\"]");
            return [];
        }

        var globs = node.Items.Select((item, i) => Path(item, Say.Item(key, i), RepositoryPaths.RefuseGlob)).OfType<string>().ToList();
        if (globs.Count > 0 && globs.All(glob => glob.StartsWith('!')))
        {
            problems.Add(node, key, "only leaves files out, so nothing would match; add a glob without !, such as \"**\"");
        }

        return globs;
    }

    public void Version(DocumentNode node, string key)
    {
        if (node.Value is not (1L or 1.0))
        {
            problems.Add(node, key, string.Create(CultureInfo.InvariantCulture, $"{Say.Value(node)} is not a version this program reads; valid: 1"));
        }
    }

    private string? Path(DocumentNode node, string key, Func<string, string?> refuse)
    {
        var refusal = Text(node) is { } text ? refuse(text) : "is not text";
        if (refusal is not null)
        {
            problems.Add(node, key, $"{Say.Value(node)} {refusal}");
        }

        return refusal is null ? node.Text : null;
    }

    private static string? Text(DocumentNode node) => node.IsString ? node.Text : null;
}
