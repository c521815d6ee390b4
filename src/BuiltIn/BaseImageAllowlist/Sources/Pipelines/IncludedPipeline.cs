using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Pipelines;

/// <summary>A file that a pipeline takes in from its own repository.</summary>
/// <param name="Path">The file, from the repository's root; <c>*</c> stands for part of a name, <c>**</c> for folders.</param>
/// <param name="Line">Where it is taken in.</param>
/// <param name="Kind">What it is read as.</param>
/// <param name="Variables">What the pipeline's variables hold.</param>
/// <param name="By">The pipeline.</param>
internal sealed record IncludedPipeline(string Path, int Line, PipelineKind Kind, IReadOnlyDictionary<string, List<string>> Variables, SourceText By)
{
    /// <summary>The files of this repository that an item of GitLab's <c>include</c> names; none when they are elsewhere, or only known to the run.</summary>
    public static IReadOnlyList<string> PathsOf(DocumentNode item)
    {
        var local = item.Kind == NodeKind.Map ? item.Get("local") : item;
        IReadOnlyList<DocumentNode> texts = local is null ? [] : local.Kind == NodeKind.Sequence ? local.Items : [local];
        var paths = texts.Select(text => RepositoryPath.Join(text.Text.TrimStart('/'))).ToList();
        return paths.Count > 0 && paths.TrueForAll(path => path is { Length: > 0 }) ? [.. paths.OfType<string>()] : [];
    }
}
