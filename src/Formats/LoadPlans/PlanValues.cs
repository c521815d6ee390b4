using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Formats.Documents;
using Gates.Formats.Settings;

namespace Gates.Formats.LoadPlans;

/// <summary>Reads single values as k6's options write them.</summary>
internal sealed partial class PlanValues(Problems problems)
{
    private const int MaxDays = 7;

    public Problems Problems => problems;

    public string? Text(DocumentNode node, string key)
    {
        if (node is { Kind: NodeKind.Scalar, Value: not null })
        {
            return node.Text;
        }

        problems.Add(node, key, $"{Say.Value(node)} is not text");
        return null;
    }

    public bool Flag(DocumentNode node, string key)
    {
        if (node.Value is bool flag)
        {
            return flag;
        }

        problems.Add(node, key, $"{Say.Value(node)} is neither true nor false");
        return false;
    }

    public double? Number(DocumentNode node, string key, double min, double max)
    {
        var number = node.Value switch { long whole => whole, double some => some, _ => double.NaN };
        if (number >= min && number <= max)
        {
            return number;
        }

        problems.Add(node, key, string.Create(CultureInfo.InvariantCulture, $"{Say.Value(node)} is not a number from {min} to {max:0}"));
        return null;
    }

    public int? Whole(DocumentNode node, string key, int min, int max)
    {
        if (node.Value is long whole && whole >= min && whole <= max)
        {
            return (int)whole;
        }

        problems.Add(node, key, string.Create(CultureInfo.InvariantCulture, $"{Say.Value(node)} is not a whole number from {min} to {max}"));
        return null;
    }

    /// <summary>A duration of Go's, such as <c>1m30s</c> or <c>1.5s</c>; a bare number is milliseconds, as it is for k6.</summary>
    public TimeSpan? Duration(DocumentNode node, string key, bool isZeroRight = true)
    {
        var duration = node.Value switch
        {
            long whole => whole is >= 0 and < int.MaxValue ? TimeSpan.FromMilliseconds(whole) : null,
            string text => Parse(text),
            _ => (TimeSpan?)null,
        };
        if (duration is { } known && known <= TimeSpan.FromDays(MaxDays) && (isZeroRight || known > TimeSpan.Zero))
        {
            return known;
        }

        problems.Add(
            node,
            key,
            $"{Say.Value(node)} is not a duration{(isZeroRight ? "" : " above 0")}; write for example 90s, 1m30s or 500ms, at most {MaxDays * 24}h");
        return null;
    }

    public IReadOnlyList<string> Texts(DocumentNode node, string key) => node.Kind == NodeKind.Sequence
        ? [.. node.Items.Select((item, index) => Text(item, Say.Item(key, index))).OfType<string>()]
        : Text(node, key) is { } one ? [one] : [];

    /// <summary>Names and values, such as tags.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs(DocumentNode node, string key) =>
        [.. MapReader.Entries(node, key, problems).Select(entry => (entry.Key, Value: Text(entry.Node, Say.Key(key, entry.Key))))
            .Where(pair => pair.Value is not null)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value!))];

    /// <summary>A pattern that takes time in proportion to what it reads.</summary>
    public Regex? Pattern(DocumentNode node, string key)
    {
        try
        {
            return Text(node, key) is { } text ? new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            problems.Add(node, key, $"{Say.Value(node)} is not a pattern: {e.Message}");
            return null;
        }
    }

    private static TimeSpan? Parse(string text)
    {
        if (text == "0")
        {
            return TimeSpan.Zero;
        }

        var match = GoDuration().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var seconds = 0.0;
        foreach (var (number, unit) in match.Groups[1].Captures.Zip(match.Groups[2].Captures))
        {
            seconds += double.Parse(number.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
                * unit.Value switch { "h" => 3_600, "m" => 60, "s" => 1, "ms" => 1e-3, _ => 1e-6 };
        }

        return seconds < 1e9 ? TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond)) : null;
    }

    [GeneratedRegex(@"^(?:([0-9]{1,9}(?:\.[0-9]{1,6})?)(h|ms|m|us|µs|s)){1,6}\z", RegexOptions.None, 1000)]
    private static partial Regex GoDuration();
}
