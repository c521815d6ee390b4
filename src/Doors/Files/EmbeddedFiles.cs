using System.Reflection;
using System.Text;

namespace Gates.Doors.Files;

/// <summary>Folders of files that come with an assembly of the program.</summary>
internal sealed class EmbeddedFiles(Assembly assembly)
{
    /// <value>Every file, sorted.</value>
    public IReadOnlyList<string> Names => [.. assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)];

    /// <summary>Every file below a folder.</summary>
    /// <param name="folder">Its name, with a slash at the end.</param>
    /// <returns>Paths relative to the folder, sorted, with the contents.</returns>
    public IReadOnlyList<KeyValuePair<string, byte[]>> Below(string folder) =>
        [.. Names.Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Select(name => KeyValuePair.Create(name[folder.Length..], Read(name)))];

    /// <summary>One file's text.</summary>
    public string Text(string name) => Encoding.UTF8.GetString(Read(name));

    private byte[] Read(string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name + " is not embedded in the program");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
