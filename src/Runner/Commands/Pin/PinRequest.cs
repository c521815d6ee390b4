namespace Gates.Runner.Commands.Pin;

/// <summary>What <c>gates pin</c> was asked.</summary>
internal sealed record PinRequest
{
    /// <value>Files and folders, relative to the root with <c>/</c>; empty for all.</value>
    public IReadOnlyList<string> Paths { get; init; } = [];

    public bool Images { get; init; } = true;

    public bool Actions { get; init; } = true;

    /// <value>Whether what is pinned is resolved anew.</value>
    public bool Update { get; init; }

    public bool Includes(string path) =>
        Paths.Count == 0 || Paths.Any(one => one.Length == 0 || path == one || path.StartsWith(one + "/", StringComparison.Ordinal));
}

/// <summary>What is to be done, or was.</summary>
/// <param name="Files">The files that change.</param>
/// <param name="Images">How many places of images change.</param>
/// <param name="Actions">How many places of actions change.</param>
/// <param name="Already">How many places are pinned and stay.</param>
/// <param name="Left">What nobody can pin, with file and line.</param>
/// <param name="Faults">What could not be resolved, with file and line.</param>
internal sealed record Pinning(
    IReadOnlyList<PinnedFile> Files, int Images, int Actions, int Already, IReadOnlyList<PinNote> Left, IReadOnlyList<PinNote> Faults);

/// <summary>Something to say about a line.</summary>
internal sealed record PinNote(string Path, int Line, string Text);
