using System.Text;
using Gates.Attestation.Log;

namespace Runner.Tests.Attestation.Log;

/// <summary>A log's files by path; counts what is read.</summary>
internal sealed class MemoryLogStore : ILogStore
{
    public string Folder => "log/2026/";

    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public List<string> Reads { get; } = [];

    public byte[]? Read(string path)
    {
        Reads.Add(path);
        return Files.GetValueOrDefault(path);
    }

    public void Apply(LogAppend append)
    {
        foreach (var (path, bytes) in append.Files)
        {
            if (bytes is null)
            {
                Files.Remove(path);
            }
            else
            {
                Files[path] = bytes;
            }
        }
    }

    public string Text(string path) => Encoding.UTF8.GetString(Files[path]);

    public void WriteTo(string folder)
    {
        foreach (var (path, bytes) in Files)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, bytes);
        }
    }
}
