using System.Text;
using System.Text.RegularExpressions;
using Gates.Formats.Settings;

namespace Gates.Runner.Typings;

/// <summary>Settings as TypeScript: what a policy gets of them once they are read and the defaults are in.</summary>
internal static partial class SettingTypes
{
    /// <summary>An interface's members, each with its description.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="indent">Spaces before each line.</param>
    public static string Members(IReadOnlyList<Setting> settings, int indent = 2)
    {
        var (text, margin) = (new StringBuilder(), new string(' ', indent));
        foreach (var setting in settings)
        {
            if (Doc(setting) is { Length: > 0 } doc)
            {
                text.Append($"{margin}/** {doc} */\n");
            }

            // Without a default, one that is left out is not there.
            var mark = setting.Required || setting.Default is not null ? "" : "?";
            text.Append($"{margin}{Name(setting.Name)}{mark}: {Of(setting.Type, indent)};\n");
        }

        return text.ToString();
    }

    private static string Of(SettingType type, int indent) => type.Kind switch
    {
        SettingKind.Text when type.OneOf.Count > 0 => string.Join(" | ", type.OneOf.Select(SettingJson.ToText)),
        SettingKind.Text or SettingKind.Duration or SettingKind.Date => "string",
        SettingKind.Scalar => "string | number | boolean",
        SettingKind.Integer or SettingKind.Number => "number",
        SettingKind.Boolean => "boolean",
        SettingKind.List => Item(type, indent) is var item && item.Contains('|', StringComparison.Ordinal) && !item.StartsWith('{')
            ? $"({item})[]"
            : Item(type, indent) + "[]",
        SettingKind.Map => $"{{ [key: string]: {Item(type, indent)} }}",
        SettingKind.Group => $"{{\n{Members(type.Members, indent + 2)}{new string(' ', indent)}}}",
        _ => throw new NotSupportedException("A setting cannot be a " + type.Kind),
    };

    private static string Item(SettingType type, int indent) => type.Item is { } item ? Of(item, indent) : "unknown";

    private static string Doc(Setting setting)
    {
        string?[] parts =
        [
            setting.Description.TrimEnd('.'),
            setting.Type.Kind switch { SettingKind.Duration => "A duration, such as 1h30m", SettingKind.Date => "A date, such as 2027-01-15", _ => null },
            Range(setting.Type),
            setting.Default is null ? null : "Default: " + SettingJson.ToText(setting.Default),
        ];
        var text = string.Join("", parts.Where(part => part is { Length: > 0 }).Select(part => part + ". ")).TrimEnd();
        return string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Replace("*/", @"*\/", StringComparison.Ordinal);
    }

    private static string? Range(SettingType type) => (Bound(type.Min), Bound(type.Max)) switch
    {
        _ when type.Kind is not (SettingKind.Integer or SettingKind.Number) => null,
        ({ } min, { } max) => FormattableString.Invariant($"From {min} to {max}"),
        ({ } min, null) => FormattableString.Invariant($"At least {min}"),
        (null, { } max) => FormattableString.Invariant($"At most {max}"),
        _ => null,
    };

    /// <summary>The range of an int says nothing to a reader.</summary>
    private static double? Bound(double? bound) => bound is int.MinValue or int.MaxValue ? null : bound;

    private static string Name(string name) => Identifier().IsMatch(name) ? name : SettingJson.ToText(name);

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Identifier();
}
