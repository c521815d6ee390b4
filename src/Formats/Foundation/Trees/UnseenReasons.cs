namespace Gates.Formats.Foundation.Trees;

/// <summary>Every reason for not looking at something, in the order of reports: what is unexpected first.</summary>
internal static class UnseenReasons
{
    /// <value>A tracked file that a job's checkout leaves out.</value>
    public static UnseenReason Sparse { get; } = new("sparse", IsExpected: false, "sparse checkout");

    /// <value>A tracked file that is marked to be left alone, and is not there.</value>
    public static UnseenReason SkipWorktree { get; } = new("skip-worktree", IsExpected: false, "marked skip-worktree");

    /// <value>A tracked file that is gone in a job.</value>
    public static UnseenReason Deleted { get; } = new("deleted", IsExpected: false, "tracked but not there");

    /// <value>A tracked file with a symbolic link on the way to it, or in its place.</value>
    public static UnseenReason BehindLink { get; } = new("behind-link", IsExpected: false, "tracked, but behind a symbolic link here");

    /// <value>A pipe, a socket, a device, or a folder where a tracked file belongs.</value>
    public static UnseenReason NotAFile { get; } = new("not-a-file", IsExpected: false, "not a regular file");

    /// <value>A text file by its name whose bytes are no text.</value>
    public static UnseenReason BinaryText { get; } = new("binary-text", IsExpected: false, "text by its name, but binary");

    public static UnseenReason Unreadable { get; } = new("unreadable", IsExpected: false, "could not be read");

    public static UnseenReason OverLimit { get; } = new("over-limit", IsExpected: false, "over a limit");

    /// <value>The globs of a kind of fact select nothing.</value>
    public static UnseenReason SelectsNothing { get; } = new("selects-nothing", IsExpected: false, "facts that select nothing");

    /// <value>Commits that a clone lacks, or that cannot be read.</value>
    public static UnseenReason History { get; } = new("history", IsExpected: false, "history that could not be read");

    public static UnseenReason Exclude { get; } = new("exclude", IsExpected: true, "exclude");

    /// <value>Not among the paths that the configuration names.</value>
    public static UnseenReason PathFilter { get; } = new("path-filter", IsExpected: true, "outside its paths");

    /// <value>A change is looked at, and this is none of it.</value>
    public static UnseenReason Unchanged { get; } = new("unchanged", IsExpected: true, "not changed");

    /// <value>The test cases of a policy, which show what it refuses.</value>
    public static UnseenReason OwnCases { get; } = new("own-cases", IsExpected: true, "cases of a policy");

    /// <value>What gates itself keeps below <c>.gates/</c>, where git does not track it.</value>
    public static UnseenReason OwnFolder { get; } = new("own-folder", IsExpected: true, "own output");

    /// <value>A tracked file that is gone on a desk: that is a change.</value>
    public static UnseenReason DeletedOnDesk { get; } = new("deleted-on-desk", IsExpected: true, "deleted");

    public static UnseenReason SparseOnDesk { get; } = new("sparse-on-desk", IsExpected: true, "sparse checkout");

    public static UnseenReason SkipWorktreeOnDesk { get; } = new("skip-worktree-on-desk", IsExpected: true, "marked skip-worktree");

    public static UnseenReason BehindLinkOnDesk { get; } = new("behind-link-on-desk", IsExpected: true, "behind a symbolic link");

    /// <value>Another repository's commit, which its own gates judge.</value>
    public static UnseenReason Submodule { get; } = new("submodule", IsExpected: true, "submodule");

    public static UnseenReason EmbeddedRepository { get; } = new("embedded-repository", IsExpected: true, "embedded repository");

    /// <value>A symbolic link: what it points to has a path of its own, or is no part of the repository.</value>
    public static UnseenReason Link { get; } = new("link", IsExpected: true, "symbolic link");

    /// <value>Binary data in a file whose name promises no text.</value>
    public static UnseenReason Binary { get; } = new("binary", IsExpected: true, "binary");

    /// <value>An archive, or a member of one, that is encrypted, damaged, too large, too deep, or of a kind that is not opened.</value>
    public static UnseenReason Archive { get; } = new("archive", IsExpected: true, "archive not opened");

    /// <value>A text file by its name that held binary data before the change that is judged.</value>
    public static UnseenReason BinaryTextBefore { get; } = new("binary-text-before", IsExpected: true, "text by its name, but binary before this change");

    /// <value>What Git LFS keeps elsewhere, and this checkout did not fetch.</value>
    public static UnseenReason LargeFile { get; } = new("lfs", IsExpected: true, "content in Git LFS");

    /// <value>Text that is not well-formed as it stands, such as a template, where nothing says that it is used so.</value>
    public static UnseenReason Template { get; } = new("template", IsExpected: true, "not well-formed as it stands");

    public static IReadOnlyList<UnseenReason> All { get; } =
    [
        Sparse, SkipWorktree, Deleted, BehindLink, NotAFile, BinaryText, Unreadable, OverLimit, SelectsNothing, History,
        Exclude, PathFilter, Unchanged, OwnCases, OwnFolder, DeletedOnDesk, SparseOnDesk, SkipWorktreeOnDesk, BehindLinkOnDesk,
        Submodule, EmbeddedRepository, Link, Archive, Binary, BinaryTextBefore, LargeFile, Template,
    ];

    /// <summary>The reason of an id. One of a later version is unexpected: nobody here knows it.</summary>
    public static UnseenReason Of(string id) => All.FirstOrDefault(reason => reason.Id == id) ?? new UnseenReason(id, IsExpected: false, id);
}
