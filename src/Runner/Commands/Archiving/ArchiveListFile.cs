using Gates.Attestation;
using Gates.Attestation.Archive;
using Gates.Attestation.Envelopes;
using Gates.Doors.Files;
using Gates.Formats.Foundation;
using Gates.Runner.Reports;

namespace Gates.Runner.Commands.Archiving;

/// <summary>The file with the list of an archive.</summary>
/// <param name="path">As it was named, relative to the current folder.</param>
internal sealed class ArchiveListFile(string path)
{
    public string Path { get; } = path;

    private FileInfo File { get; } = new(System.IO.Path.GetFullPath(path));

    /// <exception cref="UsageException">There is no such list.</exception>
    public ArchiveList Demand() => Read()
        ?? throw new UsageException(
            $"{Path}: there is no such list; `gates archive put` writes it, and what was logged of it is on the evidence branch: give --list FILE");

    /// <returns><see langword="null"/> when there is none.</returns>
    /// <exception cref="UsageException">It is no list.</exception>
    public ArchiveList? Read()
    {
        if (!File.Exists)
        {
            return null;
        }

        try
        {
            using var stream = File.OpenRead();
            var bytes = BoundedBytes.Read(stream, EvidenceJson.MaxBytes) ?? throw new UsageException($"{Path}: larger than any list of an archive");
            return ArchiveList.Read(bytes, Path);
        }
        catch (EvidenceFormatException e)
        {
            throw new UsageException(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Path}: cannot be read: {e.Message}");
        }
    }

    /// <exception cref="UsageException">A job writes nothing there.</exception>
    public void DemandPlace() => OutputPlace.Demand("--list", File.FullName, Environment.CurrentDirectory, Environment.GetEnvironmentVariable);

    public void Write(ArchiveList list)
    {
        File.Directory!.Create();
        new WholeFile(File.Directory, File.Name, "gates archive put").Write(list.ToBytes());
        var home = System.IO.Path.Combine(Environment.CurrentDirectory, ".gates");
        if (File.FullName.StartsWith(home + "/", StringComparison.Ordinal) && !System.IO.File.Exists(System.IO.Path.Combine(home, ".gitignore")))
        {
            new WholeFile(new DirectoryInfo(Environment.CurrentDirectory), ".gates/.gitignore", "gates archive put").Write("*\n");
        }
    }
}
