using Gates.Formats.Foundation;

namespace Gates.Attestation.Log;

/// <summary>New entries at the end of a log: which files change, and the log that results. Reads only the tiles at the log's end.</summary>
internal sealed class LogAppend
{
    private LogAppend(IReadOnlyDictionary<string, byte[]?> files, LogReader log)
    {
        Files = files;
        Log = log;
    }

    /// <value>The files to write, and with <see langword="null"/> those that are no longer part of the log, relative to its folder.</value>
    public IReadOnlyDictionary<string, byte[]?> Files { get; }

    /// <value>The log as it will be.</value>
    public LogReader Log { get; }

    /// <param name="store">The log's files as they are.</param>
    /// <param name="log">The log that they are; <see langword="null"/> begins one.</param>
    /// <param name="entries">What to log, in order.</param>
    /// <param name="time">Now.</param>
    /// <param name="signer">The log's key and name.</param>
    /// <exception cref="LogException">The end of the log is not what was signed.</exception>
    public static LogAppend Create(ILogStore store, LogReader? log, IReadOnlyList<NewEntry> entries, DateTimeOffset time, NoteSigner signer)
    {
        var size = log?.Size ?? 0;
        var previous = size > 0 ? Sha256Hex.Of(log!.Entry(size - 1).Span) : LogLeaf.NoPrevious;
        var growth = new TreeGrowth(store, log);
        foreach (var entry in entries)
        {
            var bytes = new LogLeaf(size++, previous, entry.Type, entry.Path, entry.Sha256, entry.KeyId, time).Bytes;
            growth.Add(bytes);
            previous = Sha256Hex.Of(bytes);
        }

        var files = growth.Finish();
        var grown = new OverlaidStore(store, files);
        var checkpoint = new Checkpoint(signer.Name, size, new MerkleTree(grown, size).Root(size));
        files[LogReader.CheckpointFile] = SignedNote.Sign(checkpoint.Text, signer).Bytes;
        return new LogAppend(files, LogReader.Open(grown, [signer.Verifier], signer.Name)!);
    }

    private sealed class OverlaidStore(ILogStore below, Dictionary<string, byte[]?> files) : ILogStore
    {
        public string Folder => below.Folder;

        public byte[]? Read(string path) => files.TryGetValue(path, out var bytes) ? bytes : below.Read(path);
    }
}
