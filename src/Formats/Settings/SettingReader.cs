using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.Formats.Settings;

/// <summary>Reads values by their type; whatever does not fit is a problem at its own place.</summary>
internal sealed class SettingReader(Problems problems)
{
    /// <summary>Reads a whole <c>with:</c> block and fills in the defaults.</summary>
    /// <param name="node">The block; <see langword="null"/> when there is none.</param>
    /// <param name="place">Where to report what is missing from a block that is not there.</param>
    /// <param name="key">Its full name.</param>
    /// <param name="settings">What may stand in it.</param>
    /// <param name="explain">See <see cref="MapReader.Read"/>.</param>
    public SettingMap ReadGroup(DocumentNode? node, Place place, string key, IReadOnlyList<Setting> settings, Func<string, string?>? explain = null)
    {
        var given = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (node is not null)
        {
            place = Place.From(node);
            var readers = settings.ToDictionary(
                setting => setting.Name,
                setting => new Action<DocumentNode, string>((value, name) => given[setting.Name] = Read(value, name, setting.Type)),
                StringComparer.Ordinal);
            MapReader.Read(node, key, problems, readers, explain);
        }

        foreach (var missing in settings.Where(s => s.Required && !given.ContainsKey(s.Name)))
        {
            problems.Add(place, Say.Key(key, missing.Name), $"is missing: {Describe(missing)}");
        }

        return new SettingMap([.. settings
            .Select(s => KeyValuePair.Create(s.Name, given.TryGetValue(s.Name, out var value) ? value : s.Default))
            .Where(pair => pair.Value is not null)]);
    }

    /// <summary>The same, or <see langword="null"/> when something is wrong with the group: what is left of it must not be used.</summary>
    public SettingMap? ReadSound(DocumentNode? node, Place place, string key, IReadOnlyList<Setting> settings, Func<string, string?>? explain = null)
    {
        var before = problems.Count;
        var values = ReadGroup(node, place, key, settings, explain);
        return problems.Count == before ? values : null;
    }

    public object? Read(DocumentNode node, string key, SettingType type) => type.Kind switch
    {
        SettingKind.Group => ReadGroup(node, Place.From(node), key, type.Members),
        SettingKind.List => ReadList(node, key, type),
        SettingKind.Map => ReadMap(node, key, type),
        _ => ReadScalar(node, key, type),
    };

    private static string Describe(Setting setting) =>
        setting.Description.Length > 0 ? setting.Description : "write " + setting.Type.Describe();

    private SettingList? ReadList(DocumentNode node, string key, SettingType type)
    {
        if (type.Pairs && node.Kind == NodeKind.Map)
        {
            return new SettingList([.. MapReader.Entries(node, key, problems)
                .Select(entry => Read(entry.Node, Say.Key(key, entry.Key), type.Item!) is string text ? $"{entry.Key}: {text}" : null)]);
        }

        if (type.OneOrMany && node.Kind == NodeKind.Map)
        {
            return new SettingList([Read(node, key, type.Item!)]);
        }

        if (node.Kind != NodeKind.Sequence)
        {
            problems.Add(node, key, $"{Say.Value(node)} is not a list{(type.Pairs ? " or a map" : "")}; write [one, two]");
            return null;
        }

        return new SettingList([.. node.Items.Select((item, index) => ReadItem(item, Say.Item(key, index), type.Item))]);
    }

    private SettingMap? ReadMap(DocumentNode node, string key, SettingType type)
    {
        var entries = MapReader.Entries(node, key, problems);
        return new SettingMap([.. entries.Select(e => KeyValuePair.Create(e.Key, ReadItem(e.Node, Say.Key(key, e.Key), type.Item)))]);
    }

    private object? ReadItem(DocumentNode node, string key, SettingType? item) => item is null ? Anything(node) : Read(node, key, item);

    private static object? Anything(DocumentNode node) => node.Kind switch
    {
        NodeKind.Map => new SettingMap([.. node.Entries.Select(e => KeyValuePair.Create(e.Key, Anything(e.Node)))]),
        NodeKind.Sequence => new SettingList([.. node.Items.Select(Anything)]),
        _ => node.Value,
    };

    private object? ReadScalar(DocumentNode node, string key, SettingType type)
    {
        object? value = (type.Kind, node.Value) switch
        {
            (SettingKind.Text or SettingKind.Boolean, string or bool) when Fits(type, node.Value) => node.Value,
            (SettingKind.Scalar, not null) => node.Value,
            (SettingKind.Integer, long whole) => whole,
            (SettingKind.Integer, double whole) when Math.Abs(whole) < 1e15 && whole == Math.Floor(whole) => (long)whole,
            (SettingKind.Number, long whole) => (double)whole,
            (SettingKind.Number, double number) when double.IsFinite(number) => number,
            (SettingKind.Duration, string text) when Durations.TryParse(text, out var duration) => duration,
            (SettingKind.Date, string text) when DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date) => date,
            _ => null,
        };
        var refusal = value is null ? Mismatch(node, type)
            : (type.IsGlob ? Gates.Formats.Foundation.Globs.Glob.Refuse((string)value) : null) ?? OutOfRange(value, type);
        if (refusal is not null)
        {
            problems.Add(node, key, $"{Say.Value(node)} {refusal}");
            return null;
        }

        return value;
    }

    private static bool Fits(SettingType type, object value) => type.Kind == SettingKind.Boolean
        ? value is bool
        : value is string text && (type.OneOf.Count == 0 || type.OneOf.Contains(text, StringComparer.Ordinal));

    private static string Mismatch(DocumentNode node, SettingType type) => type.Kind switch
    {
        SettingKind.Text when type.OneOf.Count > 0 => $"is not a valid value{Suggestion.Words(node.Text, type.OneOf)} valid: {Say.List(type.OneOf)}",
        SettingKind.Text when node is { Kind: NodeKind.Scalar, Value: not null } => $"is not text; quote it: {Say.Quote(node.Text)}",
        SettingKind.Text => "is not text",
        SettingKind.Scalar => "is not a text, a number, true or false",
        SettingKind.Boolean => "is not true or false",
        SettingKind.Integer => "is not a whole number",
        SettingKind.Duration => $"is not a duration; examples: {Durations.Examples}",
        SettingKind.Date => "is not a date; write year-month-day, such as 2027-01-15",
        _ => "is not a number",
    };

    private static string? OutOfRange(object value, SettingType type)
    {
        double? number = value switch
        {
            long whole => whole,
            double real => real,
            TimeSpan duration => duration.TotalSeconds,
            _ => null,
        };
        return number < type.Min ? "is too small; the smallest is " + Bound(type.Min.Value)
            : number > type.Max ? "is too large; the largest is " + Bound(type.Max.Value)
            : null;

        string Bound(double bound) => value is TimeSpan ? Durations.Format(TimeSpan.FromSeconds(bound)) : bound.ToString("R", CultureInfo.InvariantCulture);
    }
}
