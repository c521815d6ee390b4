namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;

/// <summary>Texts that stand where an image will be: no registry could serve them, so that nothing is pulled by them as they stand.</summary>
internal static class ImageGap
{
    private const string Gaps = "<>‹›«»⟨⟩%";

    private static readonly string[] Words = ["replace-me", "replaceme", "replace_me", "changeme", "change-me", "change_me", "placeholder", "todo", "tbd"];

    /// <summary>What makes it one; <see langword="null"/> when it is none.</summary>
    public static string? WhyOf(string text)
    {
        if (text.StartsWith("ko://", StringComparison.Ordinal))
        {
            return "ko builds it";
        }

        // Brackets, upper case without a slash and the like: the grammar of images has none of them, so no engine would pull them.
        var bare = text.Split(':')[0].Split('@')[0];
        return text.Any(Gaps.Contains) || bare is ['_', '_', .., '_', '_'] or ['@', .., '@'] ? "it is written as a gap to fill"
            : bare.Any(char.IsAsciiLetterUpper) && bare.All(c => c is '_' or '-' || char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))
                ? "it is written as a gap to fill"
            : Array.Exists(Words, word => bare.Equals(word, StringComparison.OrdinalIgnoreCase)) ? "its name says so"
            : null;
    }
}
