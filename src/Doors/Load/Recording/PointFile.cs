using System.IO.Compression;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Doors.Load.Recording;

/// <summary>The file of every sample. It grows beside its place while the run goes on, and takes that place when it is whole.</summary>
internal sealed class PointFile : IDisposable
{
    private const int Buffer = 256 << 10;

    private readonly string path;
    private readonly string draft;
    private readonly Stream stream;
    private bool isClosed;

    private PointFile(string path, string draft)
    {
        (this.path, this.draft) = (path, draft);
        stream = Open(draft, path.EndsWith(".gz", StringComparison.Ordinal));
        Writer = new PointWriter(stream);
    }

    public PointWriter Writer { get; }

    /// <param name="path">Compressed when it ends in <c>.gz</c>.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static PointFile Create(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (new FileInfo(path).LinkTarget is not null)
            {
                throw new UsageException($"{Say.Path(path)}: is a symbolic link; name the file itself");
            }

            File.Delete(path + ".new");
            return new PointFile(path, path + ".new");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Say.Path(path)}: cannot be written: {e.Message}");
        }
    }

    /// <summary>All is there.</summary>
    public void Finish()
    {
        Dispose();
        File.Move(draft, path, overwrite: true);
    }

    public void Dispose()
    {
        if (!isClosed)
        {
            isClosed = true;
            Writer.Dispose();
            stream.Dispose();
        }
    }

    private static Stream Open(string draft, bool isCompressed)
    {
        var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.Read, Buffer);
        return isCompressed ? new GZipStream(file, CompressionLevel.Fastest) : file;
    }
}
