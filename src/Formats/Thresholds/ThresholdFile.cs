using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.Formats.Thresholds;

/// <summary>Limits by service, by mode and for all: a service's own win over those of the mode, and these over the global ones.</summary>
internal sealed record ThresholdFile(string Path)
{
    public IReadOnlyList<ThresholdEntry> Global { get; init; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<ThresholdEntry>> Modes { get; init; } = new Dictionary<string, IReadOnlyList<ThresholdEntry>>(
        StringComparer.Ordinal);

    public IReadOnlyDictionary<string, IReadOnlyList<ThresholdEntry>> Services { get; init; } = new Dictionary<string, IReadOnlyList<ThresholdEntry>>(
        StringComparer.Ordinal);

    /// <summary>What applies to one service in one mode, sorted by metric.</summary>
    /// <param name="service">Empty for none.</param>
    /// <param name="mode">Empty for none.</param>
    /// <exception cref="UsageException">The file does not know the service or the mode: a typo would quietly loosen the limits.</exception>
    public IReadOnlyList<ResolvedThreshold> Resolve(string service, string mode)
    {
        var resolved = new Dictionary<object, ResolvedThreshold>();
        foreach (var (level, entries) in new[]
        {
            ("global", Global),
            ($"mode {mode}", Of(Modes, mode, "mode")),
            ($"service {service}", Of(Services, service, "service"))
        })
        {
            foreach (var entry in entries)
            {
                var replaced = resolved.GetValueOrDefault(entry.Key);
                var origin = FormattableString.Invariant($"{Path}:{entry.Line} ({level})");
                resolved[entry.Key] = new ResolvedThreshold(
                    entry,
                    origin,
                    replaced is null ? [] : [$"{replaced.Entry.Expression} of {replaced.Origin}", .. replaced.Replaced]);
            }
        }

        return [.. resolved.Values
            .OrderBy(one => one.Entry.Metric.ToString(), StringComparer.Ordinal)
            .ThenBy(one => one.Entry.Expression.ToString(), StringComparer.Ordinal)];
    }

    private IReadOnlyList<ThresholdEntry> Of(IReadOnlyDictionary<string, IReadOnlyList<ThresholdEntry>> levels, string name, string key)
    {
        if (name.Length == 0)
        {
            return [];
        }

        return levels.TryGetValue(name, out var entries)
            ? entries
            : throw new UsageException($"{Say.Path(Path)}: key `{key}`: has no {Say.Quote(name)}{Suggestion.Words(name, levels.Keys)} valid: {(levels.Count == 0 ? "none is there" : Say.List(levels.Keys))}; write `{Say.Key("", name)}: {{}}` under `{key}` to take the limits above it");
    }
}

/// <summary>A limit that applies, and what it took precedence over.</summary>
/// <param name="Entry">The limit.</param>
/// <param name="Origin">Where it came from: file, line and level.</param>
/// <param name="Replaced">The limits of lower levels that do not apply because of it, nearest first.</param>
internal sealed record ResolvedThreshold(ThresholdEntry Entry, string Origin, IReadOnlyList<string> Replaced);
