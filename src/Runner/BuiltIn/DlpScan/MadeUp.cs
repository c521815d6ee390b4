namespace Gates.Runner.BuiltIn.DlpScan;

/// <summary>
/// Recognises values that stand for a secret without being one. A list of words costs real secrets that happen to hold one,
/// so provider tokens are only dropped for what chance does not produce.
/// </summary>
internal static class MadeUp
{
    // The account key that every Azure storage emulator has.
    private const string EmulatorKey = "Eby8vdM02xNOcqFl";

    private static readonly string[] Always = ["example", "xxxxx", "placeholder", "<", "${", "{{", EmulatorKey];

    private static readonly string[] Weak =
    [
        "changeme", "change-me", "change_me", "dummy", "redacted", "your", "insert", "replace", "sample", "secret", "password", "passwd", "foobar",
        "hunter2", "qwerty", "default", "notreal", "letmein", "test", "fake", "mock", "todo", "undefined", "xxx", "***", "...", "abc123", "12345",
    ];

    public static bool Is(string value, string category) =>
        ContainsAny(value, Always)
        || (category == RuleCategories.GenericSecret && ContainsAny(value, Weak))
        || Distinct(value) < 5
        || LongestStep(value) >= 8
        || LongestSame(value) >= 8;

    private static bool ContainsAny(string value, string[] words) =>
        Array.Exists(words, word => value.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static int Distinct(string value) => value.Distinct().Take(5).Count();

    private static int LongestStep(string value) => Longest(value, static (a, b) => b == a + 1 || (a == '9' && b == '0'));

    private static int LongestSame(string value) => Longest(value, static (a, b) => a == b);

    private static int Longest(string value, Func<char, char, bool> follows)
    {
        var longest = 1;
        for (int i = 1, run = 1; i < value.Length; i++)
        {
            run = follows(value[i - 1], value[i]) ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
