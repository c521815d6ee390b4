using System.Text;

namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>One literal of one rule, and which four of its bytes to look for.</summary>
internal sealed record RuleLiteral(DlpRule Rule, string Text)
{
    // From common to rare, in prose and in code; what is neither letter nor joint is rarer than most.
    private const string Letters = "etaoinsrldcpumhfgbvwykxjqz";
    private const int Other = 22;

    // What joins words is as common as they are, and differs between ways of writing one name: literals that share a gram cost once.
    private const string Joints = " ._-";
    private const int Joint = 6;
    private const int MaxRarity = 100;

    private readonly byte[] bytes = Encoding.Latin1.GetBytes(Text);

    /// <value>Where in the literal its four rarest bytes begin: lines of hyphens are many, <c>-BEG</c> is not.</value>
    public int GramOffset { get; } = Text.Length <= 4 ? 0 : Enumerable.Range(0, Text.Length - 3).MaxBy(i => Rarity(Text.AsSpan(i, 4)));

    /// <summary>Whether it begins where <paramref name="gram"/>, the place of its rarest bytes, says.</summary>
    public bool IsAt(ReadOnlySpan<byte> text, int gram)
    {
        var start = gram - GramOffset;
        if (start < 0 || text.Length - start < bytes.Length)
        {
            return false;
        }

        var there = text.Slice(start, bytes.Length);
        return Rule.IgnoreCase ? Ascii.EqualsIgnoreCase(there, bytes) || (!Ascii.IsValid(Text) && there.SequenceEqual(bytes)) : there.SequenceEqual(bytes);
    }

    private static int Rarity(ReadOnlySpan<char> gram)
    {
        Span<char> lower = stackalloc char[gram.Length];
        gram.ToLowerInvariant(lower);

        // Letters say little about words that every program is full of.
        var sum = -MaxRarity * CommonGrams.RankOf(gram);
        for (var i = 0; i < lower.Length; i++)
        {
            sum += lower[..i].Contains(lower[i]) ? 0
                : Letters.IndexOf(lower[i], StringComparison.Ordinal) is var place and >= 0 ? place
                : Joints.Contains(lower[i], StringComparison.Ordinal) ? Joint : Other;
        }

        return sum;
    }
}
