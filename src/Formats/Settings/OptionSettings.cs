using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gates.Formats.Foundation;

namespace Gates.Formats.Settings;

/// <summary>Reads the settings that an options class declares.</summary>
internal static class OptionSettings
{
    public static IReadOnlyList<Setting> Of(JsonTypeInfo options)
    {
        var defaults = options.CreateObject!();
        return [.. options.Properties.Where(property => property.Set is not null).Select(property => Describe(property, defaults))];
    }

    private static Setting Describe(JsonPropertyInfo property, object defaults)
    {
        var option = property.AttributeProvider?.GetCustomAttributes(typeof(OptionAttribute), inherit: true).OfType<OptionAttribute>().FirstOrDefault();
        var type = TypeOf(property.PropertyType, property, option);
        return new Setting(property.Name, type)
        {
            Description = option?.Description ?? "",
            Default = option?.Required == true ? null : Default(property, defaults, type),
            Required = option?.Required == true,
        };
    }

    private static SettingType TypeOf(Type declared, JsonPropertyInfo property, OptionAttribute? option)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (KindOfScalar(type) is { } kind)
        {
            return Scalar(kind, type, option);
        }

        var info = property.Options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Dictionary when info.KeyType == typeof(string) =>
                new SettingType(SettingKind.Map) { Item = TypeOf(info.ElementType!, property, option) },
            JsonTypeInfoKind.Enumerable =>
                new SettingType(SettingKind.List)
                {
                    Item = TypeOf(info.ElementType!, property, option),
                    Pairs = option?.Pairs == true,
                    OneOrMany = option?.OneOrMany == true,
                },
            JsonTypeInfoKind.Object when info.CreateObject is not null => new SettingType(SettingKind.Group) { Members = Of(info) },
            _ => throw new NotSupportedException($"{property.DeclaringType}.{property.Name}: an option cannot be a {type}"),
        };
    }

    private static SettingType Scalar(SettingKind kind, Type type, OptionAttribute? option)
    {
        var isInt = type == typeof(int);
        var hasBounds = kind != SettingKind.Text;
        return new SettingType(kind)
        {
            IsGlob = option?.Glob == true,
            OneOf = kind == SettingKind.Text ? option?.OneOf ?? [] : [],
            Min = hasBounds ? Bound(option?.Min) ?? (isInt ? int.MinValue : null) : null,
            Max = hasBounds ? Bound(option?.Max) ?? (isInt ? int.MaxValue : null) : null,
        };
    }

    private static SettingKind? KindOfScalar(Type type) =>
        type == typeof(string) ? SettingKind.Text
        : type == typeof(object) ? SettingKind.Scalar
        : type == typeof(bool) ? SettingKind.Boolean
        : type == typeof(int) || type == typeof(long) ? SettingKind.Integer
        : type == typeof(double) || type == typeof(decimal) ? SettingKind.Number
        : type == typeof(TimeSpan) ? SettingKind.Duration
        : type == typeof(DateOnly) ? SettingKind.Date
        : null;

    private static double? Bound(double? bound) => bound is null || double.IsNaN(bound.Value) ? null : bound;

    private static object? Default(JsonPropertyInfo property, object defaults, SettingType type) =>
        ToValue(JsonSerializer.SerializeToElement(property.Get!(defaults), property.Options.GetTypeInfo(property.PropertyType)), type);

    private static object? ToValue(JsonElement json, SettingType type) => (type.Kind, json.ValueKind) switch
    {
        (_, JsonValueKind.Null) => null,
        (SettingKind.Duration, _) => Durations.TryParse(json.GetString()!, out var duration) ? duration : null,
        (SettingKind.Date, _) => DateOnly.ParseExact(json.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        (SettingKind.List, _) => new SettingList([.. json.EnumerateArray().Select(item => ToValue(item, type.Item!))]),
        (SettingKind.Map, _) => new SettingMap([.. json.EnumerateObject().Select(one => KeyValuePair.Create(one.Name, ToValue(one.Value, type.Item!)))]),
        (SettingKind.Group, _) => new SettingMap([.. type.Members
            .Select(member => KeyValuePair.Create(member.Name, json.TryGetProperty(member.Name, out var value) ? ToValue(value, member.Type) : null))
            .Where(entry => entry.Value is not null)]),
        (SettingKind.Integer, _) => json.GetInt64(),
        (SettingKind.Number, _) => json.GetDouble(),
        (_, JsonValueKind.True) => true,
        (_, JsonValueKind.False) => false,
        (_, JsonValueKind.Number) => json.TryGetInt64(out var whole) ? (object)whole : json.GetDouble(),
        _ => json.GetString(),
    };
}
