using System.Text;
using Gates.Doors.Files;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Kubernetes;

/// <summary>A kubeconfig and the files that it names, none of which may lie in the workspace, also not through a link.</summary>
internal sealed class KubeconfigFiles(KubeconfigChoice choice)
{
    private const int MaxLength = 1 << 20;

    /// <value>The folder to which the kubeconfig's paths are relative.</value>
    public string Folder => Path.GetDirectoryName(Path.GetFullPath(choice.Path))!;

    public byte[] Config() => Read(Checked(choice.Path, "file"), "file");

    /// <summary>What stands in the file under a key, or in its <c>-data</c> sibling, which wins; <see langword="null"/> without either.</summary>
    public string? Content(DocumentNode map, string key)
    {
        if (map.GetText(key + "-data") is { Length: > 0 } data)
        {
            try
            {
                return Encoding.UTF8.GetString(Convert.FromBase64String(data));
            }
            catch (FormatException)
            {
                throw Refusal($"`{key}-data` is not base64");
            }
        }

        return map.GetText(key) is { Length: > 0 } path ? Encoding.UTF8.GetString(Read(Checked(path, key), key)) : null;
    }

    /// <summary>The whole path of a file that may be used.</summary>
    /// <exception cref="UsageException">It lies in the workspace.</exception>
    public string Checked(string path, string key)
    {
        var full = Path.GetFullPath(path, key == "file" ? Environment.CurrentDirectory : Folder);
        return IsInside(full)
            ? throw Refusal($"`{key}` {Say.Path(path)} lies in the workspace, where everybody who changes the repository writes; put it elsewhere")
            : full;
    }

    public UsageException Refusal(string why) => new($"the kubeconfig {Say.Path(choice.Path)} is not used: {why}");

    private bool IsInside(string path)
    {
        try
        {
            var workspace = Path.GetFullPath(choice.Workspace);
            return Below(path, workspace) || RealPath.Of(path) is not { } real || Below(real, RealPath.Of(workspace) ?? workspace);
        }
        catch (IOException e)
        {
            throw Refusal($"{Say.Path(path)} cannot be followed: {Escape.OneLine(e.Message)}");
        }
    }

    private static bool Below(string path, string folder) => (path + "/").StartsWith(Path.TrimEndingDirectorySeparator(folder) + "/", StringComparison.Ordinal);

    private byte[] Read(string path, string key)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var content = new byte[MaxLength + 1];
            var length = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return length <= MaxLength ? content[..length] : throw Refusal($"`{key}` {Say.Path(path)} is longer than 1 MiB");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refusal($"`{key}` {Say.Path(path)} cannot be read: {Escape.OneLine(e.Message)}");
        }
    }
}
