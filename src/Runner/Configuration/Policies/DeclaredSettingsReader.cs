using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Settings;
using Gates.Policies;

namespace Gates.Runner.Configuration.Policies;

/// <summary>Reads the settings that a policy declares.</summary>
internal sealed class DeclaredSettingsReader(Problems problems)
{
    /// <summary>The names a setting may have, for the JSON schema.</summary>
    public const string NamePattern = "^[A-Za-z][A-Za-z0-9_-]{0,63}$";

    /// <summary>The keys that a declaration of each type may have besides <c>type</c>, <c>description</c>, <c>default</c> and <c>required</c>.</summary>
    public static IReadOnlyDictionary<string, string[]> Extras { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["string"] = ["one-of", "glob"],
        ["number"] = ["min", "max"],
        ["integer"] = ["min", "max"],
        ["boolean"] = [],
        ["list"] = ["items"],
        ["map"] = ["items", "keys"],
    };

    public static IEnumerable<string> Types => Extras.Keys;

    private readonly SettingReader values = new(problems);

    public IReadOnlyList<Setting> ReadAll(DocumentNode node, string key) =>
        [.. MapReader.Entries(node, key, problems).Select(entry => ReadSetting(entry, Say.Key(key, entry.Key)))];

    private Setting ReadSetting(DocumentEntry entry, string key)
    {
        if (!IsName(entry.Key))
        {
            problems.Add(Place.From(entry), key, "is not a setting's name; start with a letter, then letters, digits, - or _");
        }

        var setting = new Setting(entry.Key, ReadType(entry.Node, key, isSetting: true));
        var node = entry.Node;
        if (node.Get("description") is { IsString: true, Text.Length: > 0 } description)
        {
            setting = setting with { Description = description.Text };
        }
        else if (node.Kind == NodeKind.Map)
        {
            problems.Add(node.Get("description") ?? node, key + ".description", "is missing or empty; say what the setting does");
        }

        if (node.Get("required") is { } required)
        {
            setting = setting with { Required = ReadFlag(required, key + ".required") };
        }

        if (node.Get("default") is { } value)
        {
            setting = setting with { Default = values.Read(value, key + ".default", setting.Type) };
            if (setting.Required)
            {
                problems.Add(value, key + ".default", "a required setting has no default; remove one of the two");
            }
        }

        return setting;
    }

    /// <summary>Reads a type: its name alone, or a map with its details.</summary>
    private SettingType ReadType(DocumentNode node, string key, bool isSetting)
    {
        if (!isSetting && node.IsString)
        {
            return new SettingType(ReadName(node, key) ?? SettingKind.Text);
        }

        if (node.Kind != NodeKind.Map || node.Get("type") is not { } name)
        {
            problems.Add(node, key, $"has no type; write {{ \"type\": \"string\", … }}, where type is one of {Say.List(Types)}");
            return new SettingType(SettingKind.Text);
        }

        if (ReadName(name, key + ".type") is not { } kind)
        {
            return new SettingType(SettingKind.Text);
        }

        var type = new SettingType(kind);
        var known = new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["type"] = (_, _) => { },
            ["one-of"] = (value, k) => type = type with { OneOf = ReadChoices(value, k) },
            ["glob"] = (value, k) => type = type with { IsGlob = ReadFlag(value, k) },
            ["min"] = (value, k) => type = type with { Min = ReadNumber(value, k) },
            ["max"] = (value, k) => type = type with { Max = ReadNumber(value, k) },
            ["items"] = (value, k) => type = type with { Item = ReadType(value, k, isSetting: false) },
            ["keys"] = (value, k) => type = type with { Kind = SettingKind.Group, Members = ReadAll(value, k) },
            ["description"] = (_, _) => { },
            ["default"] = (_, _) => { },
            ["required"] = (_, _) => { },
        };
        var allowed = Extras[name.Text].Concat(isSetting ? ["type", "description", "default", "required"] : ["type"]);
        MapReader.Read(node, key, problems, known.Where(k => allowed.Contains(k.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal));
        if (node.Get("keys") is not null && node.Get("items") is { } items)
        {
            problems.Add(items, key + ".items", "a map has either `keys`, each its own setting, or `items`; remove one of the two");
        }

        return type;
    }

    private SettingKind? ReadName(DocumentNode node, string key)
    {
        SettingKind? kind = (node.IsString ? node.Text : "") switch
        {
            "string" => SettingKind.Text,
            "number" => SettingKind.Number,
            "integer" => SettingKind.Integer,
            "boolean" => SettingKind.Boolean,
            "list" => SettingKind.List,
            "map" => SettingKind.Map,
            _ => null,
        };
        if (kind is null)
        {
            problems.Add(node, key, $"{Say.Value(node)} is not a type{Suggestion.Words(node.Text, Types)} valid: {Say.List(Types)}");
        }

        return kind;
    }

    private List<string> ReadChoices(DocumentNode node, string key)
    {
        if (node.Kind != NodeKind.Sequence || node.Items.Count == 0 || !node.Items.All(i => i.IsString))
        {
            problems.Add(node, key, "is not a list of texts with at least one");
        }

        return [.. node.Items.Select(i => i.Text)];
    }

    private double? ReadNumber(DocumentNode node, string key)
    {
        if (node.Value is long or double)
        {
            return Convert.ToDouble(node.Value, CultureInfo.InvariantCulture);
        }

        problems.Add(node, key, $"{Say.Value(node)} is not a number");
        return null;
    }

    private bool ReadFlag(DocumentNode node, string key)
    {
        if (node.Value is not bool)
        {
            problems.Add(node, key, $"{Say.Value(node)} is not true or false");
        }

        return node.Value is true;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
