using Gates.Attestation.Branch;
using Gates.Doors.ObjectStore;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Archiving;

/// <summary>What is to be archived, and where.</summary>
internal sealed record PutRequest
{
    public required StoreOptions Store { get; init; }

    public required IReadOnlyList<string> Files { get; init; }

    /// <value>The years whose evidence branches are archived.</value>
    public required IReadOnlyList<int> Shards { get; init; }

    public required DirectoryInfo Workspace { get; init; }

    public string? Remote { get; init; }

    /// <value><see langword="null"/>: nothing is to be held.</value>
    public int? HoldYears { get; init; }

    public bool RequireHold { get; init; }

    public required ArchiveListFile List { get; init; }

    /// <exception cref="UsageException">It asks for nothing, or for two things that exclude each other.</exception>
    public PutRequest Checked() =>
        RequireHold && HoldYears is null ? throw new UsageException("--no-lock and --require-lock exclude each other")
        : Shards.FirstOrDefault(year => year is < 2000 or > 9999, 2000) is not 2000 and var wrong
            ? throw new UsageException(FormattableString.Invariant($"--shard {wrong}: not a year such as 2026"))
        : Files.Count + Shards.Count == 0 ? throw new UsageException("nothing to archive: name files, or a year with --shard")
        : this;

    /// <summary>The files with their names in the archive.</summary>
    /// <exception cref="UsageException">A file is not there, cannot be called so, or two are called the same.</exception>
    public IReadOnlyList<(string Name, FileInfo File)> Named()
    {
        if (Files.Count == 0)
        {
            return [];
        }

        var named = FileArguments.Expand(Files, new DirectoryInfo(Environment.CurrentDirectory)).Select(path => new FileInfo(path))
            .Select(file => (Name: NameOf(file), File: file)).ToList();
        return named.CountBy(one => one.Name, StringComparer.Ordinal).FirstOrDefault(name => name.Value > 1) is { Key: { } twice }
            ? throw new UsageException($"two files would be called {twice} in the archive")
            : named;
    }

    private static string NameOf(FileInfo file) =>
        !file.Exists ? throw new UsageException($"{Say.Path(file.ToString())}: there is no such file")
        : !StoredObject.IsName(file.Name)
            ? throw new UsageException(
                $"{Say.Quote(file.Name)}: no name for an archive; letters, digits and . _ + @ - can stand in one, and none begins with a dot")
        : file.Name.StartsWith("evidence-pack-", StringComparison.Ordinal) && file.Name.EndsWith(".zip", StringComparison.Ordinal) ? "packs/" + file.Name
        : file.Name.EndsWith(".sigstore.json", StringComparison.Ordinal) ? "bundles/" + file.Name
        : "files/" + file.Name;
}
