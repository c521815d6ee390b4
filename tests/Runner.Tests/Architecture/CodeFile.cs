using System.Text.RegularExpressions;
using Support;

namespace Runner.Tests.Architecture;

/// <summary>A source file as the architecture tests see it: its place and its words, comments included.</summary>
internal sealed partial record CodeFile(string Path, string Text)
{
    /// <value>The folder, relative to the root and with <c>/</c>.</value>
    public string Folder => Path[..Path.LastIndexOf('/')];

    public int Lines => Text.AsSpan().Count('\n');

    public string? Namespace => NamespaceLine().Match(Text) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>Every C# file below the folders, build output and test cases left out.</summary>
    public static IReadOnlyList<CodeFile> Below(params string[] folders) =>
    [
        .. folders
            .SelectMany(folder => Directory.EnumerateFiles(Repository.Combine(folder), "*.cs", SearchOption.AllDirectories))
            .Select(path => System.IO.Path.GetRelativePath(Repository.Root, path))
            .Where(path => !path.Contains("/cases/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new CodeFile(path, File.ReadAllText(Repository.Combine(path)))),
    ];

    /// <summary>Whether the file names the namespace, in a using line or in full.</summary>
    public bool Names(string name) => Regex.IsMatch(Text, $@"(?<![\w.]){Regex.Escape(name)}(?![\w])");

    public override string ToString() => Path;

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
