using System.Text.RegularExpressions;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Policies;

namespace Gates.Runner.Configuration.Policies;

/// <summary>What a policy may import: the scripts of its own folder, and of the folder <c>lib</c> beside that.</summary>
internal sealed partial class ImportableFiles(ISourceTree tree, DocumentLimits limits)
{
    /// <value>Bytes of all scripts together.</value>
    private const int MaxBytes = 4_000_000;

    public static IReadOnlyList<string> Extensions { get; } = [".js", ".ts"];

    public static bool IsScript(string path) =>
        Extensions.Any(extension => path.EndsWith(extension, StringComparison.Ordinal)) && !path.EndsWith(".d.ts", StringComparison.Ordinal);

    /// <param name="script">The policy's script.</param>
    /// <param name="wholeFolder">Whether the folder is the policy's own; else it may hold other policies, and only files directly in it count.</param>
    /// <param name="shared">A folder whose scripts count as well; <see langword="null"/> for none.</param>
    /// <exception cref="UsageException">A file cannot be read, or there are too many.</exception>
    public PolicyFiles For(string script, bool wholeFolder, string? shared = null)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { [script] = Read(script) };
        if (MayImport().IsMatch(texts[script]))
        {
            var folder = script[..(script.LastIndexOf('/') + 1)];
            long size = 0;
            foreach (var file in Importable(folder, wholeFolder, shared).Where(file => file.Path != script && IsScript(file.Path)))
            {
                size += file.Size;
                texts[file.Path] = size <= MaxBytes
                    ? Read(file.Path)
                    : throw new UsageException($"{script}: the scripts that it may import have more than {MaxBytes / 1_000_000} MB together; keep data out of the folder");
            }
        }

        return new PolicyFiles(script, texts);
    }

    /// <exception cref="UsageException">It is too large, or no text.</exception>
    public string Read(string path)
    {
        try
        {
            using var stream = tree.Open(path);
            return DocumentText.Read(stream, path, limits);
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>Sorted. Only these folders are looked through: a repository of many policies has many files.</summary>
    private IEnumerable<SourceFile> Importable(string folder, bool wholeFolder, string? shared)
    {
        var own = FolderTree.Below(tree.AllFiles, folder).Where(file => IsOwn(file.Path[folder.Length..], wholeFolder));
        var parent = folder.TrimEnd('/');
        var beside = wholeFolder ? FolderTree.Below(tree.AllFiles, parent[..(parent.LastIndexOf('/') + 1)] + "lib/") : [];
        var others = shared is null ? [] : FolderTree.Below(tree.AllFiles, shared);
        return own.Concat(beside).Concat(others).DistinctBy(file => file.Path, StringComparer.Ordinal).OrderBy(file => file.Path, StringComparer.Ordinal);
    }

    private static bool IsOwn(string inside, bool wholeFolder) => wholeFolder
        ? !inside.StartsWith("cases/", StringComparison.Ordinal)
        : !inside.Contains('/', StringComparison.Ordinal) || inside.StartsWith("lib/", StringComparison.Ordinal);

    /// <summary>Only a hint to read more: the translation knows what really is an import.</summary>
    [GeneratedRegex(@"\b(?:import|export)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MayImport();
}
