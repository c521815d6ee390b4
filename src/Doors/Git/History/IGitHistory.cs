using Gates.Formats.Foundation;

namespace Gates.Doors.Git.History;

/// <summary>What the repository's history says at one commit. Whoever wrote the history may be hostile.</summary>
internal interface IGitHistory
{
    /// <value>The commit it is seen from; <see langword="null"/> before the first commit.</value>
    string? Head { get; }

    /// <value>The commit it is compared with, if any.</value>
    string? Base { get; }

    /// <value>Whether it is that of a base, where only what was there before counts.</value>
    bool IsPast => false;

    /// <summary>The history as of the base, where nothing has been committed or changed yet.</summary>
    IGitHistory AtBase();

    /// <summary>The commits since the base, newest first; without a base only the head.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <returns>The commits, and whether there are more.</returns>
    /// <exception cref="EvaluationException">This clone does not hold them all.</exception>
    Task<(IReadOnlyList<GitCommit> Commits, bool Truncated)> CommitsAsync(int limit, CancellationToken cancellationToken);

    /// <summary>What the commits brought, file by file and message by message.</summary>
    /// <param name="isWhole">Every commit that the head contains; else those since the base, none without one.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="EvaluationException">This clone does not hold them all.</exception>
    Task<CommitContents> ContentsAsync(bool isWhole, CancellationToken cancellationToken);

    /// <summary>The tags that are here, newest first.</summary>
    Task<IReadOnlyList<GitTag>> TagsAsync(int limit, CancellationToken cancellationToken);

    /// <summary>The files that differ between the base and the head; none without a base.</summary>
    Task<IReadOnlyList<GitFileChange>> DiffAsync(CancellationToken cancellationToken);
}
