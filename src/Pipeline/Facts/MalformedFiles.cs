using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Globs;

namespace Gates.Pipeline.Facts;

/// <summary>Words the error of a gate whose files could not all be read: each is named, since a file not read is a file not judged.</summary>
internal static class MalformedFiles
{
    private const int Listed = 20;

    public static EvaluationException Describe(IReadOnlyList<DocumentException> malformed)
    {
        var list = string.Join("; ", malformed.Take(Listed).Select(e => e.Message));
        var more = malformed.Count > Listed ? FormattableString.Invariant($"; and {malformed.Count - Listed} more") : "";
        var (count, them) = malformed.Count == 1
            ? ("", "it")
            : (FormattableString.Invariant($"{malformed.Count} files could not be read: "), "them");
        return new EvaluationException(
            $"{count}{list}{more}. Mend {them}, or leave {them} out in `facts`, for example with \"!{Example(malformed[0].Path)}\".");
    }

    /// <summary>The narrowest glob that most likely covers the siblings as well.</summary>
    private static string Example(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? Glob.Escape(path) : Glob.Escape(path[..slash]) + "/**";
    }
}
