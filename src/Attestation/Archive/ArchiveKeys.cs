using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Archive;

/// <summary>The keys of an archive: the newest seals, and each of them opens what it sealed.</summary>
internal sealed class ArchiveKeys : IDisposable
{
    public const string Variable = "GATES_ARCHIVE_KEY";
    public const string FileVariable = Variable + "_FILE";

    private const int MaxBytes = 64 << 10;

    private readonly List<ArchiveKey> keys;

    private ArchiveKeys(List<ArchiveKey> keys) => this.keys = keys;

    /// <value>The one that seals: made last, and of several of one day the one that stands last.</value>
    public ArchiveKey Newest => keys.Select((key, index) => (key, index)).MaxBy(one => (one.key.Created, one.index)).key;

    public IReadOnlyList<ArchiveKey> All => keys;

    /// <param name="file">A file of keys; <see langword="null"/> reads what the environment names or holds.</param>
    /// <param name="variables">Reads an environment variable.</param>
    /// <returns><see langword="null"/> when none is given.</returns>
    /// <exception cref="UsageException">What is given is none. The message holds nothing of it.</exception>
    public static ArchiveKeys? Read(string? file, Func<string, string?> variables)
    {
        var text = variables(Variable) is { Length: > 0 } given ? given : null;
        var named = variables(FileVariable) is { Length: > 0 } path ? path : null;
        return file is not null ? ReadFile(file)
            : text is not null && named is not null ? throw new UsageException($"{Variable} and {FileVariable} are both set; leave one away")
            : named is not null ? ReadFile(named)
            : text is not null ? Parse(text, Variable)
            : null;
    }

    /// <param name="text">A key a line; empty lines and those that begin with # count for nothing.</param>
    /// <param name="place">For messages.</param>
    /// <exception cref="UsageException">A line is no key, or stands twice.</exception>
    public static ArchiveKeys Parse(string text, string place)
    {
        var lines = text.Split('\n')
            .Select((line, index) => (Text: line.Trim(), Place: FormattableString.Invariant($"{place}:{index + 1}")))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .ToList();
        var found = lines.ConvertAll(line => ArchiveKey.Parse(line.Text, line.Place));
        var twice = found.FindIndex(key => found.Find(one => one.Id == key.Id) != key);
        return twice >= 0 ? throw new UsageException($"{lines[twice].Place}: the key {found[twice].Id} stands there twice")
            : found.Count > 0 ? new ArchiveKeys(found)
            : throw new UsageException($"{place}: holds no archive key; `gates archive key FILE` makes one");
    }

    public ArchiveKey? Find(string id) => keys.Find(key => key.Id == id);

    /// <summary>What to say of a key that has sealed for longer than a year.</summary>
    /// <returns><see langword="null"/> when there is nothing to say.</returns>
    public string? Overdue(DateOnly today) => Newest is { } key && key.Created.AddYears(1) <= today
        ? FormattableString.Invariant($"the archive key {key.Id} was made on {key.Created:yyyy-MM-dd}, more than a year ago: ")
            + "`gates archive key FILE` adds a new one, and the old ones stay, to open what they sealed"
        : null;

    public void Dispose() => keys.ForEach(key => key.Dispose());

    private static ArchiveKeys ReadFile(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var bytes = BoundedBytes.Read(stream, MaxBytes) ?? throw new UsageException($"{file}: too large for a file of archive keys");
            return Parse(Encoding.UTF8.GetString(bytes), file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: the archive key cannot be read: {e.Message}");
        }
    }
}
