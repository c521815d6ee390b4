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

    // As many letters and digits without a pattern are a secret, however much reserve stands beside them.
    private const int Plenty = 16;

    // A scheme may stand before what every value begins with.
    private const int FarthestPrefix = 8;

    private static readonly string[] Always = ["example", "placeholder", "<", "${", "{{", EmulatorKey];

    private static readonly string[] Weak =
    [
        "changeme", "change-me", "change_me", "dummy", "redacted", "your", "insert", "replace", "sample", "secret", "password", "passwd", "foobar",
        "hunter2", "qwerty", "default", "notreal", "letmein", "test", "fake", "mock", "todo", "undefined", "xxx", "***", "...", "abc123", "12345",
    ];

    /// <param name="value">The value.</param>
    /// <param name="category">One of <see cref="RuleCategories"/>: words make only passwords suspicious.</param>
    /// <param name="prefix">What every such value begins with.</param>
    public static bool Is(string value, string category, string prefix = "")
    {
        var isGeneric = category == RuleCategories.GenericSecret;
        var at = prefix.Length == 0 ? -1 : value.IndexOf(prefix, StringComparison.OrdinalIgnoreCase);
        var own = at is < 0 or > FarthestPrefix ? value : value[(at + prefix.Length)..];
        if (ContainsAny(value, Always) || Distinct(value) < 5)
        {
            return true;
        }

        var suspicious = Runs(own).Any(run => run.Length >= SuspiciousRun)
            || own.Contains("xxxxx", StringComparison.OrdinalIgnoreCase)
            || (isGeneric && ContainsAny(own, Weak));
        if (!suspicious)
        {
            return false;
        }

        var left = WithoutRuns(isGeneric ? WithoutWords(own) : own);
        return left.Count(char.IsAsciiLetterOrDigit) < (isGeneric ? Enough : Math.Clamp(own.Length / 2, Enough, Plenty)) || Distinct(left) < 5;
    }

    private static bool ContainsAny(string value, string[] words) =>
        Array.Exists(words, word => value.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static int Distinct(string value) => value.Distinct().Take(5).Count();

    private static string WithoutWords(string value) =>
        Weak.Aggregate(value, static (left, word) => left.Replace(word, " ", StringComparison.OrdinalIgnoreCase));

    private static string WithoutRuns(string value)
    {
        var left = new System.Text.StringBuilder(value);
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
