using System.Text;

namespace Gates.Runner.Files;

/// <summary>Folders of files that come with the program.</summary>
internal static class EmbeddedFiles
{
    /// <summary>Every file below a folder.</summary>
    /// <param name="folder">Its name, with a slash at the end.</param>
    /// <returns>Paths relative to the folder, sorted, with the contents.</returns>
    public static IReadOnlyList<KeyValuePair<string, byte[]>> Below(string folder)
    {
        var assembly = typeof(EmbeddedFiles).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => KeyValuePair.Create(name[folder.Length..], Read(assembly.GetManifestResourceStream(name)!))),
        ];
    }

    /// <summary>One file's text.</summary>
    public static string Text(string name)
    {
        var stream = typeof(EmbeddedFiles).Assembly.GetManifestResourceStream(name);
        return Encoding.UTF8.GetString(Read(stream ?? throw new InvalidOperationException(name + " is not embedded in the program")));
    }

    private static byte[] Read(Stream stream)
    {
        using (stream)
        {
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content;
        }
    }
}
