namespace Gates.Formats.Foundation.Trees;

/// <summary>
/// The repository's files at one moment: the working directory, or a commit read as git objects. Symbolic links are never listed or followed.
/// </summary>
internal interface ISourceTree
{
    /// <value>What this run should inspect, sorted by path (ordinal).</value>
    IReadOnlyList<SourceFile> Files { get; }

    /// <value>Every file, also those outside the inspected scope; for questions such as "is there a lock file beside it".</value>
    IReadOnlyList<SourceFile> AllFiles { get; }

    /// <value>What belongs here and is not among the files, sorted by path. Default: nothing.</value>
    IReadOnlyList<UnseenFile> Unseen => [];

    /// <value>The only folder that is to be inspected, ending in a slash; empty when there is no such limit.</value>
    string Folder => "";

    /// <value>The tree with the files that git ignores, where they exist: reports that a build or a scanner left.</value>
    ISourceTree WithIgnored => this;

    /// <summary>Whether a regular file stands at the path, in scope or not.</summary>
    bool Exists(string path);

    /// <summary>Whether a file is part of the repository, and not only there: git tracks it, or there is no git that could.</summary>
    bool IsTracked(string path) => true;

    /// <summary>Whether a symbolic link stands at the path or on the way to it, so that "there is no such file" would mislead.</summary>
    bool IsBehindLink(string path) => false;

    /// <summary>Whether a folder or a submodule stands at the path.</summary>
    bool IsFolder(string path) => AllFiles.Any(file => file.Path.StartsWith(path + "/", StringComparison.Ordinal));

    /// <summary>Why no file is found at a path, in words that follow it.</summary>
    string WhyAbsent(string path) => "does not exist";

    /// <summary>Opens a file; safe to call from several threads.</summary>
    /// <exception cref="EvaluationException">The file is absent, unreadable, or leaves the repository.</exception>
    Stream Open(string path);
}
