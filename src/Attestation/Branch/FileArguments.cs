using Gates.Doors.Files;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Attestation.Branch;

/// <summary>The files that a command line names: paths and globs, one an argument, or one a line as an action hands them over.</summary>
internal static class FileArguments
{
    /// <param name="given">The arguments.</param>
    /// <param name="folder">Where globs look; no link is followed.</param>
    /// <exception cref="UsageException">A glob matches nothing, or nothing is named at all.</exception>
    public static IReadOnlyList<string> Expand(IReadOnlyList<string> given, DirectoryInfo folder)
    {
        var tree = new Lazy<WorkingTree>(() => WorkingTree.Walk(folder.FullName));
        var names = given.SelectMany(argument => argument.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        return names.Count > 0
            ? [.. names.SelectMany(name => name.AsSpan().ContainsAny("*?[{") && !File.Exists(Path.Combine(folder.FullName, name))
                ? Matching(name)
                : [name]).Distinct(StringComparer.Ordinal)]
            : throw new UsageException("no file is named");

        IEnumerable<string> Matching(string glob)
        {
            var filter = new PathFilter([glob], []);
            var files = tree.Value.AllFiles.Where(file => filter.Includes(file.Path)).Select(file => file.Path).ToList();
            return files.Count > 0 ? files : throw new UsageException($"{glob}: no file matches");
        }
    }
}
