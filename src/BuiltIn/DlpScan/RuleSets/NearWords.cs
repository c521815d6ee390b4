namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>Finds words in a line, in any case and also inside camelCase, but not inside other words ("ssn" is not in "className").</summary>
internal static class NearWords
{
    public static bool Any(string line, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            for (var i = line.IndexOf(word, StringComparison.OrdinalIgnoreCase); i >= 0; i = line.IndexOf(word, i + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (IsEdge(line, i) && IsEdge(line, i + word.Length))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsEdge(string line, int place) =>
        place == 0 || place >= line.Length
        || !char.IsAsciiLetter(line[place - 1]) || !char.IsAsciiLetter(line[place])
        || (char.IsAsciiLetterLower(line[place - 1]) && char.IsAsciiLetterUpper(line[place]));
}
