using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;

namespace Gates.Runner.Runs;

/// <summary>The files that judge a pull request: those of its base, and beside them what the run itself made, which no commit holds.</summary>
/// <param name="atBase">The base.</param>
/// <param name="here">The pull request's own files, and what the run made.</param>
/// <param name="isCommitted">Whether a path here is the pull request's own.</param>
/// <param name="baseSha">For messages.</param>
internal sealed class BaseRules(ISourceTree atBase, ISourceTree here, Predicate<string> isCommitted, string baseSha) : ISourceTree
{
    private IReadOnlyList<SourceFile>? all;

    public IReadOnlyList<SourceFile> Files => AllFiles;

    public IReadOnlyList<SourceFile> AllFiles => all ??=
        [.. atBase.AllFiles.Concat(here.AllFiles.Where(file => IsMade(file.Path))).OrderBy(file => file.Path, StringComparer.Ordinal)];

    public ISourceTree WithIgnored => new BaseRules(atBase, here.WithIgnored, isCommitted, baseSha);

    public bool Exists(string path) => atBase.Exists(path) || IsMade(path);

    public bool IsBehindLink(string path) => !atBase.Exists(path) && here.IsBehindLink(path);

    public string WhyAbsent(string path) => here.Exists(path)
        ? $"is not at the base commit {Prose.Commit(baseSha)}, whose rules judge this change; it counts once merged"
        : here.WhyAbsent(path);

    public Stream Open(string path) => atBase.Exists(path) ? atBase.Open(path)
        : IsMade(path) ? here.Open(path)
        : throw new EvaluationException($"{path} {WhyAbsent(path)}");

    private bool IsMade(string path) => !atBase.Exists(path) && here.Exists(path) && !isCommitted(path);
}
