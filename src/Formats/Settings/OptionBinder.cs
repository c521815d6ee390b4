using System.Collections;
using System.Globalization;

namespace Gates.Formats.Settings;

/// <summary>Makes an options object from values that were read and found valid.</summary>
internal static class OptionBinder
{
    public static object Create(Type options, SettingMap values) => Create(options, OptionTypes.Of(options), values);

    private static object Create(Type options, IReadOnlyList<Setting> settings, SettingMap values)
    {
        var instance = Activator.CreateInstance(options)!;
        foreach (var (name, value) in values.Entries)
        {
            // A policy may have settings beside the gate's own.
            if (settings.FirstOrDefault(s => s.Name == name) is { Property: { } property } setting)
            {
                property.SetValue(instance, ToClr(value, setting.Type));
            }
        }

        return instance;
    }

    private static object? ToClr(object? value, SettingType type) => (type.Kind, value) switch
    {
        (_, null) => null,
        (SettingKind.Text, string text) when type.ClrType!.IsEnum => Member(type.ClrType, text),
        (SettingKind.Integer or SettingKind.Number, _) => Convert.ChangeType(value, type.ClrType!, CultureInfo.InvariantCulture),
        (SettingKind.List, SettingList list) => ToList(list, type),
        (SettingKind.Map, SettingMap map) => ToDictionary(map, type),
        (SettingKind.Group, SettingMap map) => Create(type.ClrType!, type.Members, map),
        _ => value,
    };

    private static object Member(Type type, string text) =>
        Enum.Parse(type, Enum.GetNames(type).First(name => OptionTypes.KebabCase(name) == text));

    private static IList ToList(SettingList list, SettingType type)
    {
        var item = type.Item!.ClrType!;
        var array = Array.CreateInstance(item, list.Items.Count);
        for (var i = 0; i < list.Items.Count; i++)
        {
            array.SetValue(ToClr(list.Items[i], type.Item), i);
        }

        return type.ClrType!.IsAssignableFrom(array.GetType()) ? array : (IList)Activator.CreateInstance(type.ClrType, array)!;
    }

    private static IDictionary ToDictionary(SettingMap map, SettingType type)
    {
        var dictionary = (IDictionary)Activator.CreateInstance(
            typeof(Dictionary<,>).MakeGenericType(typeof(string), type.Item!.ClrType!), StringComparer.Ordinal)!;
        foreach (var (key, value) in map.Entries)
        {
            dictionary.Add(key, ToClr(value, type.Item));
        }

        return dictionary;
    }
}
