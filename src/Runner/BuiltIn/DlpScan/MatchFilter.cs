using System.Text;
using System.Text.RegularExpressions;

namespace Gates.Runner.BuiltIn.DlpScan;

/// <summary>Decides whether what a pattern matched is a hit: by entropy, placeholders, the rule's check, words near it, and the file it is meant for.</summary>
internal sealed class MatchFilter
{
    private const int Sight = 200;
    private readonly Dictionary<DlpRule, bool> inScope = [];
    private string path = string.Empty;
    private string header = string.Empty;

    public int Placeholders { get; private set; }

    public void Begin(string file, ReadOnlySpan<byte> text)
    {
        path = file;
        header = IsTable(file) ? FirstLine(text) : string.Empty;
        inScope.Clear();
        Placeholders = 0;
    }

    public void Accept(ReadOnlySpan<byte> text, DlpRule rule, Match match, int offset, string literal, List<RawMatch> found)
    {
        var value = match.Groups["secret"] is { Success: true } group ? group : (Capture)match;
        if (!InScope(rule) || (rule.Entropy > 0 && Entropy.Of(value.Value) < rule.Entropy))
        {
            return;
        }

        var candidate = See(text, value.Value, offset + value.Index);
        if (rule.Near.Count > 0 && (!rule.NearOnlyWhenBare || match.Groups["bare"].Success) && !IsNear(rule, candidate))
        {
            return;
        }

        var validity = rule.Check?.Invoke(candidate) ?? Validity.Plausible;
        if (validity == Validity.Refuted)
        {
            return;
        }

        if (!rule.IsPersonal && rule.Category != RuleCategories.PrivateKey && MadeUp.Is(value.Value, rule.Category))
        {
            Placeholders++;
            return;
        }

        var place = rule.Category == RuleCategories.PrivateKey ? match : value;
        found.Add(new RawMatch(rule, offset + place.Index, place.Length, value.Value, literal, validity == Validity.Proven));
    }

    private bool InScope(DlpRule rule)
    {
        if (rule.Paths is null)
        {
            return true;
        }

        if (!inScope.TryGetValue(rule, out var answer))
        {
            inScope.Add(rule, answer = rule.Paths.Includes(path));
        }

        return answer;
    }

    private Candidate See(ReadOnlySpan<byte> text, string value, int place)
    {
        var before = text[Math.Max(0, place - Sight)..place];
        before = before[(before.LastIndexOf((byte)'\n') + 1)..];
        var after = text[place..Math.Min(text.Length, place + value.Length + Sight)];
        var end = after.IndexOf((byte)'\n');
        return new Candidate(value, Encoding.Latin1.GetString(before) + Encoding.Latin1.GetString(end < 0 ? after : after[..end]), before.Length, path);
    }

    // The columns of a table are named once, in its first line.
    private bool IsNear(DlpRule rule, in Candidate candidate) => NearWords.Any(candidate.Line, rule.Near) || NearWords.Any(header, rule.Near);

    private static bool IsTable(string path) =>
        path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);

    private static string FirstLine(ReadOnlySpan<byte> text)
    {
        var first = text[..Math.Min(text.Length, 2048)];
        var end = first.IndexOf((byte)'\n');
        return Encoding.Latin1.GetString(end < 0 ? first : first[..end]);
    }
}
