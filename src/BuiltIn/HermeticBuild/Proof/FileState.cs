using Gates.Formats.Archives;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>A file of what was built.</summary>
/// <param name="Entry">What the archive says of it.</param>
/// <param name="Digest">SHA-256 of its content; empty for what has none.</param>
/// <param name="HasDay">Whether it holds the day of the build.</param>
internal sealed record FileState(TarEntry Entry, string Digest, bool HasDay)
{
    /// <summary>What differs, times left aside.</summary>
    public IEnumerable<string> Differences(FileState other)
    {
        var (one, two) = (Entry, other.Entry);
        if (one.Kind != two.Kind)
        {
            yield return "type";
        }

        if (Digest != other.Digest)
        {
            yield return "content";
        }

        if (one.Mode != two.Mode)
        {
            yield return "mode";
        }

        if (one.User != two.User || one.Group != two.Group)
        {
            yield return "owner";
        }

        if (one.Link != two.Link)
        {
            yield return "link";
        }

        if (one.Extended != two.Extended)
        {
            yield return "attributes";
        }
    }
}

/// <summary>What one step made, or a command.</summary>
/// <param name="Name">What the archive calls it.</param>
/// <param name="Digest">SHA-256 of the archive of its files.</param>
/// <param name="Files">By path.</param>
internal sealed record BuiltLayer(string Name, string Digest, IReadOnlyDictionary<string, FileState> Files);

/// <summary>What a build made.</summary>
/// <param name="Layers">From the base upward, without those of the base.</param>
/// <param name="Lines">The line of the step that made each.</param>
/// <param name="Configuration">How it is to be run, as text that can be compared; empty for what a command made.</param>
internal sealed record BuiltFiles(IReadOnlyList<BuiltLayer> Layers, IReadOnlyList<int> Lines, string Configuration);
