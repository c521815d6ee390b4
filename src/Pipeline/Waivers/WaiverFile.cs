using System.Text;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Waivers;

/// <summary>The waivers of a repository, valid and in the order of their file.</summary>
/// <param name="Path">Where they stand.</param>
/// <param name="MaxDays">The most days from a waiver's <c>added</c> to its <c>expires</c>.</param>
/// <param name="Waivers">The waivers, also those that have expired.</param>
/// <param name="Digest">SHA-256 of the file's text, in lower-case hexadecimal.</param>
internal sealed record WaiverFile(string Path, int MaxDays, IReadOnlyList<Waiver> Waivers, string Digest)
{
    /// <value>The name under which the waivers themselves are looked at; a waiver cannot name it.</value>
    public const string GateId = "waivers";

    public const string DefaultPath = ".github/gates-waivers.yml";

    private static readonly DocumentLimits Limits = new() { Bytes = 2_000_000 };

    /// <summary>The waivers at a path of a tree, or <see langword="null"/> when there is no such file.</summary>
    /// <exception cref="UsageException">The file is not valid, is behind a symbolic link, or was named by the configuration and is not there.</exception>
    public static WaiverFile? Find(ISourceTree tree, string path, DateOnly today)
    {
        // Without its waivers a run would blame people for what they were told is accepted.
        if (tree.IsBehindLink(path))
        {
            throw new UsageException($"{Say.Path(path)} is a symbolic link, or behind one, which is not followed; commit the file itself");
        }

        if (!tree.Exists(path))
        {
            return path == DefaultPath
                ? null
                : throw new UsageException($"key `waivers`: {Say.Quote(path)} is not a file of the repository; `gates waive` makes it with its first entry");
        }

        try
        {
            using var stream = tree.Open(path);
            return Read(DocumentText.Read(stream, path, Limits), path, today);
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <exception cref="UsageException">The text is not valid; the message names every problem.</exception>
    public static WaiverFile Read(string text, string path, DateOnly today)
    {
        var (maxDays, waivers) = WaiverReader.Read(text, path, today);
        return new WaiverFile(path, maxDays, waivers, Sha256Hex.Of(text));
    }
}
