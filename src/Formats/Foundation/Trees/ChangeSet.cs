namespace Gates.Formats.Foundation.Trees;

/// <summary>What this run is about: the commits and, when there is a base, what changed since.</summary>
/// <param name="HeadSha">The commit the working directory stands on, if any.</param>
/// <param name="BaseSha">The commit it is compared with, if any.</param>
/// <param name="Files">The changed files; empty without a base.</param>
internal sealed record ChangeSet(string? HeadSha, string? BaseSha, IReadOnlyList<ChangedFile> Files)
{
    public static ChangeSet None { get; } = new(null, null, []);

    public bool HasBase => BaseSha is not null;
}
