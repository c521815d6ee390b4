namespace Gates.Doors.Git;

/// <summary>A commit to make on top of another, without anything being checked out.</summary>
/// <param name="Parent">The commit below; <see langword="null"/> begins a history.</param>
/// <param name="Files">What to write, and with <see langword="null"/> what to remove, by path; everything else stays.</param>
/// <param name="Message">One line.</param>
/// <param name="Time">When; whole seconds.</param>
internal sealed record NewCommit(string? Parent, IReadOnlyDictionary<string, byte[]?> Files, string Message, DateTimeOffset Time)
{
    /// <value>The commit whose files are those below; <see langword="null"/>: those of <see cref="Parent"/>. With another, or with no parent, the new
    /// commit holds them and says nothing of where they come from.</value>
    public string? FilesOf { get; init; }
}
