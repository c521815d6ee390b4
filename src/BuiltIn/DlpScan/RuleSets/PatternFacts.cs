namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>What is known of a pattern without running it.</summary>
/// <param name="Literals">Texts of which one stands in every match, in lower case; none when there are no such texts.</param>
/// <param name="MaxLength">The most characters of a match; <see langword="null"/> when there is no bound.</param>
/// <param name="HasSecret">Whether it has a group named <c>secret</c>.</param>
internal sealed record PatternFacts(IReadOnlyList<string> Literals, int? MaxLength, bool HasSecret);

/// <summary>One part of a pattern: the texts that it is exactly, or else those of which it holds one.</summary>
/// <param name="Exact">All texts that it can be, in lower case; <see langword="null"/> when they are many or unknown.</param>
/// <param name="Needed">Texts of which one stands in it; <see langword="null"/> when none is known.</param>
/// <param name="Size">How many states it takes to follow.</param>
/// <param name="Max">The most characters; <see cref="double.PositiveInfinity"/> when there is no bound.</param>
internal sealed record PatternPart(IReadOnlyList<string>? Exact, IReadOnlyList<string>? Needed, double Size, double Max)
{
    private const int MaxTexts = 32;

    public static PatternPart Empty { get; } = new([string.Empty], null, 0, 0);

    /// <value>One character, whichever.</value>
    public static PatternPart Any { get; } = new(null, null, 1, 1);

    public static PatternPart Text(string text) => new([text.ToLowerInvariant()], null, text.Length, text.Length);

    /// <summary>One of a few characters.</summary>
    public static PatternPart OneOf(IEnumerable<char> characters) =>
        new([.. characters.Select(char.ToLowerInvariant).Distinct().Select(c => c.ToString())], null, 1, 1);

    /// <value>The better of what is known, or <see langword="null"/>.</value>
    public IReadOnlyList<string>? Best => Better(Exact is { Count: > 0 } exact && exact.All(text => text.Length > 0) ? exact : null, Needed);

    public PatternPart Then(PatternPart next)
    {
        var (size, max) = (Size + next.Size, Max + next.Max);
        return Exact is { } first && next.Exact is { } second && first.Count * second.Count <= MaxTexts
            ? new PatternPart([.. first.SelectMany(a => second.Select(b => a + b)).Distinct(StringComparer.Ordinal)], Better(Needed, next.Needed), size, max)
            : new PatternPart(null, Better(Best, next.Best), size, max);
    }

    public PatternPart Or(PatternPart other)
    {
        var (size, max) = (Size + other.Size, Math.Max(Max, other.Max));
        if (Exact is { } exact && other.Exact is { } others && exact.Count + others.Count <= MaxTexts)
        {
            return new PatternPart([.. exact.Union(others, StringComparer.Ordinal)], null, size, max);
        }

        var needed = Best is { } mine && other.Best is { } its && mine.Count + its.Count <= MaxTexts ? mine.Union(its, StringComparer.Ordinal).ToList() : null;
        return new PatternPart(null, needed, size, max);
    }

    public PatternPart Times(int least, int? most)
    {
        var (size, max) = (Size * Math.Max(1, most ?? (least + 1)), Max == 0 || most == 0 ? 0 : Max * (most ?? double.PositiveInfinity));
        return least == 1 && most == 1 ? this
            : least == most && Exact is [var only] && only.Length * least <= 64
                ? new PatternPart([string.Concat(Enumerable.Repeat(only, least))], null, size, max)
            : new PatternPart(null, least > 0 ? Best : null, size, max);
    }

    /// <summary>The set that is rarer in text: what counts is its shortest member.</summary>
    private static IReadOnlyList<string>? Better(IReadOnlyList<string>? a, IReadOnlyList<string>? b) =>
        a is null ? b : b is null || Worth(a) >= Worth(b) ? a : b;

    private static double Worth(IReadOnlyList<string> texts) => texts.Min(text => text.Length) - (texts.Count / 16.0);
}
