using System.Text;
using System.Text.RegularExpressions;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Values;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>Decides whether what a pattern matched is a hit: by entropy, placeholders, the rule's check, words near it, and the file it is meant for.</summary>
internal sealed class MatchFilter
{
    private const int Sight = 200;
    private const int EnoughOfKey = 800;
    private readonly Dictionary<DlpRule, bool> inScope = [];
    private string path = string.Empty;
    private string header = string.Empty;

    /// <value>What was taken for a placeholder since the last <see cref="Forget"/>.</value>
    public List<RawMatch> Placeholders { get; } = [];

    /// <value>The first line of a table, which names its columns; else empty.</value>
    public string Header => header;

    public void Begin(string file, ReadOnlySpan<byte> text)
    {
        path = file;
        header = IsTable(file) ? FirstLine(text) : string.Empty;
        inScope.Clear();
        Forget();
    }

    public void Forget() => Placeholders.Clear();

    public void Accept(ReadOnlySpan<byte> text, DlpRule rule, Match match, int offset, string literal, List<RawMatch> found)
    {
        var group = match.Groups["secret"] is { Success: true } secret ? secret : (Capture)match;
        var value = rule.Ends is null ? group.Value : group.Value[..Math.Min(group.Length, EnoughOfKey)];
        if (!InScope(rule) || (rule.Entropy > 0 && Entropy.Of(value) < rule.Entropy))
        {
            return;
        }

        var candidate = See(text, value, offset + group.Index);
        if (rule.Near.Count > 0 && (!rule.NearOnlyWhenBare || match.Groups["bare"].Success) && !IsNear(rule, candidate))
        {
            return;
        }

        var validity = rule.Check?.Invoke(candidate) ?? Validity.Plausible;
        if (validity == Validity.Refuted)
        {
            return;
        }

        var isKey = rule.Category == RuleCategories.PrivateKey;
        var place = isKey && !rule.IsCustom ? match : group;
        var accepted = new RawMatch(rule, offset + place.Index, place.Length, value, literal)
        {
            Verified = validity == Validity.Proven,
            Covers = (offset + group.Index, offset + group.Index + group.Length),
        };
        if (!rule.IsPersonal
            && !isKey
            && validity != Validity.Proven
            && MadeUp.Is(value, rule.Category, rule.Category == RuleCategories.ProviderSecret ? literal : string.Empty))
        {
            Placeholders.Add(accepted);
        }
        else
        {
            found.Add(rule.Ends is { } format ? Cut(accepted, group, KeyReader.Read(group.Value, format)) : accepted);
        }
    }

    /// <summary>A key ends where its syntax does: what follows it is something else.</summary>
    private static RawMatch Cut(in RawMatch match, Capture group, KeySpan key)
    {
        var groupStart = match.Covers.Start;

        // Who masks the match must mask too much rather than too little; who looks for others goes by what it covers.
        var length = key.IsClosed ? key.End : Math.Max(key.End, Math.Min(group.Length, EnoughOfKey));
        return match with
        {
            Length = groupStart + length - match.Start,
            Value = key.IsEmpty ? match.Value : group.Value[..Math.Min(key.BodyEnd, EnoughOfKey)],
            Covers = key.IsEmpty ? (match.Start, groupStart) : (groupStart + key.BodyStart, groupStart + key.BodyEnd),
        };
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
