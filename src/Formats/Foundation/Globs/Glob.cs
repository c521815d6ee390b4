using Gates.Formats.Documents;

namespace Gates.Formats.Foundation.Globs;

/// <summary>
/// The one dialect of globs, which docs/configuration.md describes: <c>*</c>, <c>**</c>, <c>?</c>, <c>[ab]</c>, <c>[a-z]</c>, <c>[!ab]</c>, <c>{a,b}</c>.
/// Case-sensitive; the time that a match takes is the product of both lengths at most.
/// </summary>
internal sealed class Glob
{
    /// <value>Characters.</value>
    public const int MaxLength = 1_000;

    private readonly GlobPattern[] alternatives;

    private Glob(GlobPattern[] alternatives) => this.alternatives = alternatives;

    /// <exception cref="UsageException">It is none; the message quotes it and says what would be right.</exception>
    public static Glob Parse(string text)
    {
        try
        {
            return Compile(text);
        }
        catch (FormatException e)
        {
            throw new UsageException($"the glob {Say.Quote(text)} {e.Message}");
        }
    }

    /// <summary>What is wrong with a glob, in words that follow it; <see langword="null"/> when nothing is.</summary>
    public static string? Refuse(string text)
    {
        try
        {
            Compile(text);
            return null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    /// <summary>The glob that matches one path and nothing else beside it.</summary>
    public static string Escape(string path) => string.Concat(path.Select(character => character switch
    {
        '*' or '?' or '[' or ']' or '{' or '}' => $"[{character}]",
        '\\' => "?",
        _ => character.ToString(),
    }));

    public bool Matches(string path)
    {
        foreach (var alternative in alternatives)
        {
            if (alternative.Matches(path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it could match something in a folder, as far as its beginning without wildcards tells.</summary>
    /// <param name="folder">Ends in a slash.</param>
    public bool MayReach(string folder) => Array.Exists(alternatives, alternative => alternative.MayReach(folder));

    private static Glob Compile(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new FormatException(FormattableString.Invariant($"has {text.Length} characters; at most {MaxLength} are possible"));
        }

        return new Glob([.. GlobBraces.Expand(text).Select(alternative =>
            RepositoryPaths.Refuse(alternative) is { } refusal ? throw new FormatException(refusal) : GlobPattern.Parse(alternative))]);
    }
}
