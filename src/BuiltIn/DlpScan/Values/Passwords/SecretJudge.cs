using System.Collections.Frozen;

namespace Gates.BuiltIn.DlpScan.Values.Passwords;

/// <summary>Decides whether a value is a secret: what its name means, where it stands, and what it is made of.</summary>
internal static class SecretJudge
{
    private const int MaxPassword = 128;

    private static readonly FrozenSet<string> Technical = """
        sha1 sha224 sha256 sha384 sha512 md5 base64 base32 utf8 oauth2 aes128 aes256 rsa2048 rsa4096 hs256 hs512 rs256 es256 argon2 argon2id argon2i
        pbkdf2 bcrypt ed25519 x509 pkcs8 pkcs12 ipv4 ipv6 int32 int64 uint8 uint32 uint64 str0 win32 crc32 ntlmv2 plain plaintext cleartext required
        optional inherit hidden always never string boolean integer object unknown disabled enabled prompt keyring vault interactive auto manual
        random generated missing invalid expired incorrect external internal static dynamic encrypted encoded hashed masked omit ignore ignored
        default identifier literal number operator keyword comment function variable passed failed failure success successful error warning through
        service account session cookie header digest kerberos anonymous bearer visible readonly nullable unset present absent bytes array float
        double short const public private protected extends class return raise
        """.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<char> Spikes = System.Buffers.SearchValues.Create("!#$%^*~");
    private static readonly System.Buffers.SearchValues<char> Brackets = System.Buffers.SearchValues.Create(" <>{}[]()");
    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly System.Buffers.SearchValues<char> PolicySigns = System.Buffers.SearchValues.Create("!@#$%^&*?");

    /// <summary>Whether the value only says its name again, as tables of names do.</summary>
    public static bool Echoes(string value, string name)
    {
        var (short1, short2) = (Bare(value), Bare(name));
        return short1.Length > 3 && short2.Length > 3 && (short1.Contains(short2, StringComparison.Ordinal) || short2.Contains(short1,
            StringComparison.Ordinal))
            && Math.Abs(short1.Length - short2.Length) < 24
            && value.Count(char.IsAsciiDigit) < 3
            && ValueShape.Of(value).IsName
            && !value.Any(static c => c is '!' or '#' or '@' or '$' or '%' or '^' or '*');
    }

    private static string Bare(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    public static Strength Of(string value, Meaning meaning, ValueForm form, FileKind kind)
    {
        if (value.Length < 4 || value.Length > 400 || References.Is(value, form) || IsTranslation(value))
        {
            return Strength.None;
        }

        var shape = ValueShape.Of(value);
        if (meaning == Meaning.Perhaps || kind == FileKind.Translation)
        {
            return shape.Length >= 10 && shape.Changes >= 4 && shape.Entropy >= 3 && IsRandom(value, shape) ? Strength.Sure : Strength.None;
        }

        if (meaning == Meaning.Secret || form == ValueForm.Words)
        {
            var min = form == ValueForm.Words && meaning == Meaning.Secret ? 16 : 8;
            return shape.Length >= min && (IsRandom(value, shape) || (meaning == Meaning.Password && IsSpiked(value, shape)))
                && (form != ValueForm.Words || shape.Changes >= 2) ? Strength.Sure : Strength.None;
        }

        return IsPassword(value, shape) ? Strength.Sure : IsWeak(value, shape, form, kind) ? Strength.Weak : Strength.None;
    }

    /// <summary>Nothing but letters of another script, as they are or in escapes: what "password" is called there.</summary>
    private static bool IsTranslation(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 5 < value.Length && value[i + 1] == 'u' && value.AsSpan(i + 2, 4).IndexOfAnyExcept(HexDigits) < 0)
            {
                i += 5;
            }
            else if (value[i] is not ' ' and < (char)128)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a value is more likely a machine's than an identifier, a sentence, a format.</summary>
    private static bool IsRandom(string value, in ValueShape shape)
    {
        if (shape.Blanks > 0 || value[0] is '%' or '.' or ':' or ',' or '-' or '*' or '@' && shape.Signs < 2)
        {
            return false;
        }

        return shape.Digits > 0
            ? shape.Letters > 0 && shape.Entropy >= 2.75 && !shape.IsName
            : shape.Length >= 16 && shape.Upper > 2 && shape.Lower > 2 && shape.Changes >= shape.Length / 4 && shape.Parts.Length < 3;
    }

    private static bool IsSpiked(string value, in ValueShape shape) =>
        shape is { Length: >= 10, Upper: > 0, Lower: > 0, Blanks: 0, InnerSigns: > 0 } && value.AsSpan(1, value.Length - 2).ContainsAny(Spikes);

    private static bool IsPassword(string value, in ValueShape shape)
    {
        if (shape.Length is < 6 or > MaxPassword || shape.Letters == 0 || Technical.Contains(value) || IsSentence(value, shape))
        {
            return shape is { Length: >= 8, Letters: 0, Digits: > 2, InnerSigns: > 1 };
        }

        if (shape.Digits > 0)
        {
            return shape.Signs > 0 || shape.Changes >= 3 || !IsIdentifier(value, shape);
        }

        return shape.Length >= 8
            && (shape is { InnerSigns: > 0, Upper: > 0 } || shape.InnerSigns > 1
                || (shape.Parts.Length == 1 && (shape.Changes >= 4 || ValueShape.IsScrambled(value))))
            && !shape.Parts.All(static part => part.Length > 2 && part.All(char.IsAsciiLetterLower));
    }

    /// <summary>Whether a value that is made of common words has all that a rule for passwords asks for: <c>Pass1234!</c> is somebody's.</summary>
    public static bool IsPolicyWord(string value) =>
        value.Length is >= 8 and <= 32 && value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter) && value.AsSpan().ContainsAny(PolicySigns)
        && !value.AsSpan().ContainsAny(Brackets);

    /// <summary>Words with separators: <c>user1-name</c>, <c>db_password2</c>. A word and a number, as <c>Summer-2024</c>, is a password.</summary>
    private static bool IsIdentifier(string value, in ValueShape shape) =>
        shape.Parts.Count(static part => part.Any(char.IsAsciiLetter)) > 1 && shape.IsName && value.IndexOfAny(['-', '_', '.', '/', ':']) > 0;

    private static bool IsSentence(string value, in ValueShape shape) =>
        shape.Blanks > 3 || (shape.Blanks > 0 && (shape.Digits == 0 || shape.Signs == 0 || value[^1] is '.' or ':' or '?' or ','
            || shape.Parts.All(ValueShape.IsWord)));

    /// <summary>One word or number, where a file says plainly that it is the password.</summary>
    private static bool IsWeak(string value, in ValueShape shape, ValueForm form, FileKind kind)
    {
        var isSettings = kind is FileKind.Settings or FileKind.Yaml or FileKind.Shell;
        return form is ValueForm.Bare or ValueForm.Quoted
            && (isSettings || kind is FileKind.Code or FileKind.Json or FileKind.Markup)
            && shape is { Length: >= 5 and <= 40, Blanks: 0 }
            && shape.Parts.Length == 1
            && shape.Parts[0].TrimEnd('!', '@', '#', '$', '*').Length + shape.Signs == shape.Length
            && value[^1] is not (':' or '?' or '*' or ';' or ',' or ')')
            && (isSettings || shape.Upper == 0 || shape.Lower == 0 || (char.IsAsciiLetterUpper(value[0]) && shape.Upper == 1))
            && !Technical.Contains(value);
    }
}

/// <summary>How sure it is that a value is a secret.</summary>
internal enum Strength
{
    None,

    /// <summary>A word or a number where a password stands: weak, but perhaps the password.</summary>
    Weak,

    Sure,
}
