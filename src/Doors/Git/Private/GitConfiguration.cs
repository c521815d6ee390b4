using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Private;

/// <summary>
/// A repository's configuration as data: where its remotes are, and how its objects are named. No include is followed, and git never sees the file.
/// </summary>
internal sealed class GitConfiguration
{
    private const int Limit = 8_000_000;

    private readonly List<KeyValuePair<string, string>> values;

    private GitConfiguration(List<KeyValuePair<string, string>> values) => this.values = values;

    /// <value>In order; section and last part in lower case, such as <c>remote.Origin.url</c>.</value>
    public IReadOnlyList<KeyValuePair<string, string>> Values => values;

    /// <exception cref="EvaluationException">The file is not one that git could read.</exception>
    public static GitConfiguration Read(GitFolder folder)
    {
        var path = Path.Combine(folder.Common, "config");
        return Parse(SmallFile.Read(path, Limit) ?? "", path);
    }

    /// <param name="text">The file.</param>
    /// <param name="name">How messages name it.</param>
    public static GitConfiguration Parse(string text, string name) => new([.. new GitConfigurationReader(text.TrimStart('\uFEFF'), name).Read()]);

    /// <summary>The last value of a key, or <see langword="null"/>.</summary>
    public string? Find(string key) => values.FindLast(value => value.Key == key).Value;

    public bool IsFalse(string key) => Find(key)?.ToUpperInvariant() is "FALSE" or "NO" or "OFF" or "0";

    /// <summary>The values of a key that has a name in its middle, such as <c>remote.*.url</c>.</summary>
    public IEnumerable<(string Name, string Value)> Named(string section, string key) =>
        from value in values
        where value.Key.Length > section.Length + key.Length + 1
            && value.Key.StartsWith(section + ".", StringComparison.Ordinal) && value.Key.EndsWith("." + key, StringComparison.Ordinal)
        select (value.Key[(section.Length + 1)..^(key.Length + 1)], value.Value);

    /// <summary>A value as it stands in a file that git reads.</summary>
    public static string Quote(string value) =>
        new StringBuilder(value).Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Insert(0, '"').Append('"').ToString();
}
