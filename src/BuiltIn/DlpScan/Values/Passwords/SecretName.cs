using System.Text;

namespace Gates.BuiltIn.DlpScan.Values.Passwords;

/// <summary>Reads a name: <c>db.admin_password</c> is a password, <c>passwordPolicy</c> and <c>publicKeyToken</c> are not.</summary>
internal static class SecretName
{
    public static Meaning Of(ReadOnlySpan<char> name)
    {
        var words = Words(name);
        var last = -1;
        var meaning = Meaning.None;
        for (var i = 0; i < words.Count; i++)
        {
            if (MeaningOf(words, i) is var found and not Meaning.None)
            {
                (last, meaning) = (i, found);
            }
        }

        if (last < 0 || IsPublic(words, last))
        {
            return Meaning.None;
        }

        for (var i = last + 1; i < words.Count; i++)
        {
            if (words[last] == "identified")
            {
                return words[i] == "by" ? meaning : Meaning.None;
            }

            if (NameWords.About.Contains(words[i]))
            {
                return Meaning.None;
            }

            meaning = NameWords.Still.Contains(words[i]) || char.IsAsciiDigit(words[i][0]) ? meaning : Meaning.Perhaps;
        }

        return meaning;
    }

    private static bool IsPublic(List<string> words, int last)
    {
        for (var i = 0; i < last; i++)
        {
            if (NameWords.Public.Contains(words[i]) || (i == last - 1 && words[last] == "token" && NameWords.PublicToken.Contains(words[i])))
            {
                return true;
            }
        }

        return false;
    }

    private static Meaning MeaningOf(List<string> words, int at)
    {
        var word = words[at];
        if (NameWords.Password.Contains(word))
        {
            return Meaning.Password;
        }

        return NameWords.Secret.Contains(word) || (word == "key" && at > 0 && NameWords.KeyOwner.Contains(words[at - 1])) ? Meaning.Secret : Meaning.None;
    }

    /// <summary>The words of a name in snake_case, kebab-case, camelCase, or run together around one of the longer words.</summary>
    private static List<string> Words(ReadOnlySpan<char> name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!IsWordPart(c))
            {
                Flush(words, word);
                continue;
            }

            if (i > 0 && Splits(name, i))
            {
                Flush(words, word);
            }

            word.Append(char.ToLowerInvariant(c) is var lower && c < 128 ? lower : c);
        }

        Flush(words, word);
        return words;
    }

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c >= 128;

    private static bool Splits(ReadOnlySpan<char> name, int i) =>
        (char.IsAsciiLetterLower(name[i - 1]) && char.IsAsciiLetterUpper(name[i]))
        || (char.IsAsciiLetterUpper(name[i - 1]) && char.IsAsciiLetterUpper(name[i]) && i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]))
        || (char.IsAsciiDigit(name[i]) && char.IsAsciiLetter(name[i - 1]));

    private static void Flush(List<string> words, StringBuilder word)
    {
        if (word.Length == 0)
        {
            return;
        }

        var whole = word.ToString();
        word.Clear();
        var inside = NameWords.Password.Contains(whole) || NameWords.Secret.Contains(whole)
            ? null
            : Array.Find(NameWords.Inside, part => whole.Contains(part, StringComparison.Ordinal));
        if (inside is null)
        {
            words.Add(whole);
            return;
        }

        var at = whole.IndexOf(inside, StringComparison.Ordinal);
        if (at > 0)
        {
            words.Add(whole[..at]);
        }

        words.Add(inside);
        if (at + inside.Length < whole.Length)
        {
            words.Add(whole[(at + inside.Length)..]);
        }
    }
}

/// <summary>What a name says of its value.</summary>
internal enum Meaning
{
    /// <summary>Nothing, or that it is public.</summary>
    None,

    /// <summary>A secret, and more that is not understood: only a value that proves itself counts.</summary>
    Perhaps,

    /// <summary>A token or a key, made by a machine.</summary>
    Secret,

    /// <summary>A password: whatever a person thinks of.</summary>
    Password,
}
