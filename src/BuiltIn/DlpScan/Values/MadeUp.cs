using System.Collections.Frozen;
using System.Text;

namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>
/// Recognises values that stand for a secret without being one. A word or a row of equal characters alone proves nothing: real tokens hold reserved
/// zeros, and real passwords hold words. What counts is whether enough is left without them.
/// </summary>
internal static class MadeUp
{
    // The account key that every Azure storage emulator has.
    private const string EmulatorKey = "Eby8vdM02xNOcqFl";
    private const int SuspiciousRun = 8;
    private const int MinRunLength = 4;
    private const int Enough = 8;

    // What is left of a password without the words that say it is none: fewer letters and digits are decoration.
    private const int EnoughOfPassword = 5;

    // As many letters and digits without a pattern are a secret, however much reserve stands beside them.
    private const int Plenty = 16;

    // A scheme may stand before what every value begins with.
    private const int FarthestPrefix = 8;

    private static readonly string[] Always = ["example", "placeholder", "${", "{{", EmulatorKey];

    private static readonly string[] Masks = ["xxx", "***", "...", "\u2022\u2022\u2022", "abc123", "12345", "hunter2", "foobar"];

    // Words that say "no secret" when a whole value is made of them; as parts of other words they say nothing.
    private static readonly FrozenSet<string> Words = """
        changeme change changeit me dummy redacted your yours you insert replace replaced replaceme sample samples secret secrets password passwords
        passwd passphrase pass pwd pw token tokens foobar foo bar baz qux hunter default defaults notreal test tests testing tester fake mock todo
        tbd fixme undefined null nil none true false empty string str text my mine the a an this that here enter please with value values key keys
        api app user username usr admin administrator root postgres postgresql mysql mariadb mongo mongodb redis guest demo login some any new old
        db database server client id access private public auth bearer basic type field input name names prompt yes no on off must be set unset not
        is in to of for and or real generated random confirm current repeat hash hashed encrypted encoded plain raw super strong very long secure
        safe hidden masked omitted removed supersecret topsecret top mysecret mypassword mytoken testpass testpassword testtoken testsecret testkey
        testuser dummypass fakepass fakepassword somepassword somesecret secretkey secretpassword yourpassword yourtoken yoursecret notasecret passw
        userpassword userpass from env environment variable file path config local localhost dev development prod production staging service account
        credential credentials abc xyz xxx aaa bbb it only use valid invalid wrong passwort kennwort senha contrasena parola wachtwoord haslo
        passord lozinka heslo jelszo clave salasana bad good correct incorrect another other second first temp temporary tmp something anything
        whatever goes put add fill example examples placeholder clear at least enough
        """.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <param name="value">The value.</param>
    /// <param name="category">One of <see cref="RuleCategories"/>: words make only passwords suspicious.</param>
    /// <param name="prefix">What every such value begins with.</param>
    public static bool Is(string value, string category, string prefix = "")
    {
        var isGeneric = category == RuleCategories.GenericSecret;
        var at = prefix.Length == 0 ? -1 : value.IndexOf(prefix, StringComparison.OrdinalIgnoreCase);
        var own = at is < 0 or > FarthestPrefix ? value : value[(at + prefix.Length)..];
        if (ContainsAny(value, Always) || (isGeneric && (value.EndsWith("...", StringComparison.Ordinal) || value.Contains("\u00e2\u0080\u00a6",
            StringComparison.Ordinal))) || IsBracketed(value) || Distinct(value) < (isGeneric && value.Length < 7 ? 3 : 5))
        {
            return true;
        }

        var words = isGeneric && SaysSo(own) ? WithoutWords(own) : own;
        var suspicious = Runs(own).Any(run => run.Length >= SuspiciousRun)
            || own.Contains("xxxxx", StringComparison.OrdinalIgnoreCase)
            || (isGeneric && (words.Length < own.Length || ContainsAny(own, Masks)));
        if (!suspicious)
        {
            return false;
        }

        var left = WithoutRuns(isGeneric ? Masks.Aggregate(words, static (text, mask) => text.Replace(mask, " ", StringComparison.OrdinalIgnoreCase)) : own);
        return left.Count(char.IsAsciiLetterOrDigit) < (isGeneric ? Math.Min(EnoughOfPassword, Math.Max(2, own.Length / 2))
            : Math.Clamp(own.Length / 2, Enough, Plenty))
            || (!isGeneric && Distinct(left) < 5);
    }

    private static bool ContainsAny(string value, string[] words) =>
        Array.Exists(words, word => value.Contains(word, StringComparison.OrdinalIgnoreCase));

    // <your-password>: a less-than sign alone may stand in a password.
    private static bool IsBracketed(string value) => value.IndexOf('<', StringComparison.Ordinal) is var open and >= 0
        && value.IndexOf('>', open) is var close and > 0 && value.AsSpan(open + 1, close - open - 1).IndexOfAnyExceptInRange(' ', 'z') < 0;

    private static int Distinct(string value) => value.Distinct().Take(5).Count();

    // Words of two or three letters are in random text by chance.
    private static bool SaysSo(string value) => Parts(value).Any(static word => word.Length > 3 && IsFiller(word))
        || Parts(value).All(static word => !char.IsAsciiLetter(word[0]) || IsFiller(word));

    private static bool IsFiller(string word) => Words.Contains(word.ToLowerInvariant()) || (word.Length is > 5 and < 40
        && IsRunTogether(word.ToLowerInvariant()));

    /// <summary>Whether it is nothing but such words without a gap: <c>mysecretpassword</c>.</summary>
    private static bool IsRunTogether(string word)
    {
        var ends = new bool[word.Length + 1];
        ends[0] = true;
        for (var end = 2; end <= word.Length; end++)
        {
            for (var start = Math.Max(0, end - 12); start <= end - 2 && !ends[end]; start++)
            {
                ends[end] = ends[start] && Words.Contains(word[start..end]);
            }
        }

        return ends[word.Length];
    }

    /// <summary>Without the words that say it is no secret.</summary>
    private static string WithoutWords(string value) => string.Concat(Parts(value).Where(static word => !IsFiller(word)));

    /// <summary>What is not letters parts words, and so does a capital.</summary>
    private static IEnumerable<string> Parts(string value)
    {
        for (int i = 0, end; i < value.Length; i = end)
        {
            for (end = i + 1; char.IsAsciiLetter(value[i]) && end < value.Length && char.IsAsciiLetter(value[end]) && !IsHump(value, end); end++)
            {
            }

            yield return value[i..end];
        }
    }

    private static bool IsHump(string value, int i) =>
        char.IsAsciiLetterUpper(value[i]) && (char.IsAsciiLetterLower(value[i - 1]) || (i + 1 < value.Length && char.IsAsciiLetterLower(value[i + 1])));

    private static string WithoutRuns(string value)
    {
        var left = new StringBuilder(value);
        foreach (var (start, length) in Runs(value).Where(run => run.Length >= MinRunLength))
        {
            for (var i = start; i < start + length; i++)
            {
                left[i] = ' ';
            }
        }

        return left.ToString();
    }

    /// <summary>Rows of one character, and of characters that count up, whatever their case.</summary>
    private static IEnumerable<(int Start, int Length)> Runs(string value) =>
        Runs(value.ToLowerInvariant(), static (a, b) => a == b).Concat(Runs(value.ToLowerInvariant(), static (a, b) => b == a + 1 || (a == '9' && b == '0')));

    private static IEnumerable<(int Start, int Length)> Runs(string value, Func<char, char, bool> follows)
    {
        for (int i = 1, start = 0; i <= value.Length; i++)
        {
            if (i == value.Length || !follows(value[i - 1], value[i]))
            {
                yield return (start, i - start);
                start = i;
            }
        }
    }
}
