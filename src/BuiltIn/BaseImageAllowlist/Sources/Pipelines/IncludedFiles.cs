using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Pipelines;

/// <summary>Reads the files that pipelines take in from their own repository, whatever their names.</summary>
/// <param name="tree">The repository.</param>
/// <param name="read">Gives a file's text; <see langword="null"/> when it has none or is left out.</param>
internal sealed class IncludedFiles(ISourceTree tree, Func<string, SourceText?> read)
{
    private const int MaxFiles = 2_000;

    public void Read(CollectedImages into)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < into.Included.Count && done.Count <= MaxFiles; i++)
        {
            var included = into.Included[i];
            var isFound = false;
            foreach (var path in Matching(included.Path))
            {
                // One that is a pipeline by its name was read with the others.
                isFound |= PipelineKinds.Find(path) == included.Kind || !done.Add(path) || ReadOne(path, included, into);
            }

            if (!isFound)
            {
                into.AddUnread(included.By, included.Line, included.Kind.Name, $"what it takes in is not here: {Say.Path(included.Path)}", certain: false);
            }
        }
    }

    private bool ReadOne(string path, IncludedPipeline included, CollectedImages into)
    {
        if (read(path) is not { } text)
        {
            return false;
        }

        var source = text with { InScope = text.InScope || included.By.InScope };
        var result = LenientReader.Read(source.Text, path);
        foreach (var document in result.Documents)
        {
            PipelineImages.ReadIncluded(MergeKeys.Apply(document), included, source, into);
        }

        foreach (var broken in result.Broken)
        {
            into.AddUnread(source, broken.Line, included.Kind.Name, broken.Reason, certain: true);
        }

        return true;
    }

    private IEnumerable<string> Matching(string path) => !path.Contains('*', StringComparison.Ordinal)
        ? tree.Exists(path) ? [path] : []
        : tree.Files.Select(file => file.Path).Where(file => Matches(path.Split('/'), file.Split('/')));

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.Length == 0)
        {
            return path.Length == 0;
        }

        if (!pattern[0].Contains("**", StringComparison.Ordinal))
        {
            return path.Length > 0 && Wildcard.Matches(pattern[0], path[0]) && Matches(pattern[1..], path[1..]);
        }

        // Two stars before a name, as in GitLab's own examples, stand for folders too.
        for (var skipped = 0; skipped < path.Length; skipped++)
        {
            if (pattern.Length == 1 ? Wildcard.Matches(pattern[0], path[^1]) : Matches(pattern[1..], path[skipped..]))
            {
                return true;
            }
        }

        return false;
    }
}
