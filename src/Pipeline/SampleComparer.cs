using System.Text;

namespace Gates.Pipeline;

/// <summary>Tells which values of a sample are still in what a redactor made of it.</summary>
/// <param name="finder">Finds the values.</param>
/// <param name="rules">The rules that count; all when empty.</param>
internal sealed class SampleComparer(ISecretFinder finder, IReadOnlyList<string> rules)
{
    // Shorter ones stand by chance in what is left.
    private const int MinSqueezed = 9;

    /// <returns>The different values of each rule, with the line of the first place of each.</returns>
    public IReadOnlyList<ComparedValue> Compare(string path, byte[] before, byte[] after)
    {
        var (text, squeezed) = (Encoding.Latin1.GetString(after), Squeeze(Encoding.Latin1.GetString(after)));
        var seen = new HashSet<(string, string)>();
        var values = new List<ComparedValue>();
        foreach (var found in finder.Locate(path, before).Where(found => rules.Count == 0 || rules.Contains(found.Rule, StringComparer.Ordinal)))
        {
            var value = Encoding.Latin1.GetString(before, found.Start, found.Length);
            if (seen.Add((found.Rule, value)))
            {
                values.Add(new ComparedValue(found.Rule, LineOf(before, found.Start), IsIn(value, text, squeezed)));
            }
        }

        return values;
    }

    /// <summary>A number that only lost its separators, or an address in other case, leaked all the same.</summary>
    private static bool IsIn(string value, string text, string squeezed) =>
        text.Contains(value, StringComparison.OrdinalIgnoreCase)
        || (Squeeze(value) is { Length: >= MinSqueezed } bare && squeezed.Contains(bare, StringComparison.Ordinal));

    private static string Squeeze(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static int LineOf(ReadOnlySpan<byte> text, int place) => text[..place].Count((byte)'\n') + 1;
}

/// <summary>One value of a sample.</summary>
/// <param name="Rule">What found it.</param>
/// <param name="Line">Where it stands first.</param>
/// <param name="Leaked">Whether it is in the output.</param>
internal sealed record ComparedValue(string Rule, int Line, bool Leaked);
