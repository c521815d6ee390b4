using System.Text;

namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>One literal of one rule, and which four of its bytes to look for.</summary>
internal sealed record RuleLiteral(DlpRule Rule, string Text)
{
    // From common to rare, in prose and in code; what is no letter is rarer than most.
    private const string Letters = "etaoinsrldcpumhfgbvwykxjqz";
    private const int Other = 22;

    // Rare letters, and yet everywhere in source.
    private static readonly string[] Common =
    [
        "chec", "heck", "sign", "able", "tack", "nfo_", "sk_t", "k_te", "t_co", "ion_", "tion", "play", "ding", "_key",
        "key_", "code", "like", "take", "make", "work", "ware", "view", "live", "ive_", "ack_", "ckou", "bloc", "type",
        "_typ", "back", "with", "have", "this", "link", "name", "user", "text", "char", "void", "size",
    ];

    private readonly byte[] bytes = Encoding.ASCII.GetBytes(Text);

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
        return Rule.IgnoreCase ? Ascii.EqualsIgnoreCase(there, bytes) : there.SequenceEqual(bytes);
    }

    private static int Rarity(ReadOnlySpan<char> gram)
    {
        foreach (var common in Common)
        {
            if (gram.Equals(common, StringComparison.OrdinalIgnoreCase))
            {
                return 0;
            }
        }

        var sum = 0;
        for (var i = 0; i < gram.Length; i++)
        {
            var c = char.ToLowerInvariant(gram[i]);
            var isNew = true;
            for (var k = 0; k < i; k++)
            {
                isNew &= char.ToLowerInvariant(gram[k]) != c;
            }

            sum += !isNew ? 0 : Letters.IndexOf(c, StringComparison.Ordinal) is var place and >= 0 ? place : Other;
        }

        return sum;
    }
}
