namespace Gates.Formats.LoadResults;

/// <summary>A metric or one of its sub-metrics: <c>http_req_duration{name:home,status:200}</c>.</summary>
internal sealed class MetricName : IEquatable<MetricName>
{
    private const int MaxLength = 500;
    private readonly string text;

    private MetricName(string metric, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        Metric = metric;
        Tags = tags;
        text = tags.Count == 0
            ? metric
            : $"{metric}{{{string.Join(',', tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}:{tag.Value}"))}}}";
    }

    /// <value>The name without tags.</value>
    public string Metric { get; }

    /// <value>What a sample must be tagged with, all of them; empty for the metric itself.</value>
    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; }

    /// <summary>Reads a name as k6 does: each pair is cut at its first colon, blanks and quotes around its parts do not count.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static MetricName Parse(string name)
    {
        if (name.Length is 0 or > MaxLength)
        {
            throw new FormatException("is not a metric's name");
        }

        var open = name.IndexOf('{', StringComparison.Ordinal);
        if (open < 0 && !name.Contains('}', StringComparison.Ordinal))
        {
            return new MetricName(name.Trim(), []);
        }

        if (open <= 0 || !name.EndsWith('}'))
        {
            throw new FormatException("has braces that do not match; write metric{tag:value}");
        }

        return new MetricName(name[..open].Trim(), [.. name[(open + 1)..^1].Split(',').Select(ReadTag)]);
    }

    public bool Equals(MetricName? other) => other is not null && text == other.text;

    public override bool Equals(object? obj) => Equals(obj as MetricName);

    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name in one way of writing, tags sorted.</summary>
    public override string ToString() => text;

    private static KeyValuePair<string, string> ReadTag(string pair)
    {
        var parts = pair.Split(':', 2);
        return parts.Length == 2 && Bare(parts[0]).Length > 0 && Bare(parts[1]).Length > 0
            ? KeyValuePair.Create(Bare(parts[0]), Bare(parts[1]))
            : throw new FormatException($"has \"{pair.Trim()}\" where tag:value belongs");
    }

    private static string Bare(string part) => part.Trim().Trim('"', '\'');
}
