using Gates.BuiltIn.DlpScan.Values;

namespace Gates.BuiltIn.DlpScan.Values.Passwords;

/// <summary>What a value is made of.</summary>
internal readonly record struct ValueShape
{
    private static readonly char[] Separators = ['.', '-', '_', ':', '/', ',', ' ', '|', ';', '&', '?', '=', '\\', '+', '(', ')', '[', ']', '{', '}',
        '<', '>', '\''];

    private ValueShape(string value)
    {
        Length = value.Length;
        for (var i = 0; i < value.Length; i++)
        {
            var kind = KindOf(value[i]);
            Lower += kind == 'a' ? 1 : 0;
            Upper += kind == 'A' ? 1 : 0;
            Digits += kind == '0' ? 1 : 0;
            Blanks += kind == ' ' ? 1 : 0;
            Signs += kind == '!' ? 1 : 0;
            InnerSigns += kind == '!' && i > 0 && i < value.Length - 1 ? 1 : 0;

            // A capital that begins a word is no surprise.
            Changes += i > 0 && KindOf(value[i - 1]) is var before && before != kind && !(before == 'A' && kind == 'a') ? 1 : 0;
        }

        Entropy = Values.Entropy.Of(value);
        Parts = value.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
    }

    public int Length { get; }

    public int Lower { get; }

    public int Upper { get; }

    public int Letters => Lower + Upper;

    public int Digits { get; }

    public int Blanks { get; }

    /// <value>Signs that no name has: not hyphens, dots, underscores.</value>
    public int Signs { get; }

    public int InnerSigns { get; }

    /// <value>How often letters of one case, digits and signs follow each other: often in what is random.</value>
    public int Changes { get; }

    public double Entropy { get; }

    public string[] Parts { get; }

    public static ValueShape Of(string value) => new(value);

    /// <summary>Names put a digit or two at the end of words: com.acme.Token1, oauth2-client-id, sha256_with_rsa, AES-256-GCM, 2024-01-31.</summary>
    public bool IsName => Array.TrueForAll(Parts, static part => part.Length < 5 || IsWord(part) || part.All(char.IsAsciiDigit)) || Parts.Length > 6;

    public static bool IsWord(string part)
    {
        var digits = part.Count(char.IsAsciiDigit);
        var changes = 0;
        for (var i = 1; i < part.Length; i++)
        {
            changes += char.IsAsciiDigit(part[i]) != char.IsAsciiDigit(part[i - 1]) ? 1 : 0;
        }

        return part.All(char.IsAsciiLetterOrDigit) && digits <= 4 && changes <= 2 && part.Length <= 24 && !IsScrambled(part);
    }

    /// <summary>Whether capitals stand where no name has them.</summary>
    // Words in camelCase are three letters and more on average; what is random is cut at every second.
    public static bool IsScrambled(string part)
    {
        var segments = 1;
        for (var i = 1; i < part.Length; i++)
        {
            var (before, here) = (KindOf(part[i - 1]), KindOf(part[i]));
            var isHump = here == 'A' && (before == 'a' || (i + 1 < part.Length && KindOf(part[i + 1]) == 'a'));
            segments += isHump || (before == '0') != (here == '0') ? 1 : 0;
        }

        return part.Length >= 10 && part.Length * 2 < segments * 5;
    }

    private static char KindOf(char c) =>
        char.IsAsciiLetterLower(c) || c >= 128 ? 'a' : char.IsAsciiLetterUpper(c) ? 'A' : char.IsAsciiDigit(c) ? '0' : c is '-' or '_' or '.' ? '-'
            : c is ' ' ? ' ' : '!';
}
