using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Gates.Formats.Settings;

/// <summary>Reads the settings that an options class declares; each class once, and only when its gate is used.</summary>
internal static class OptionTypes
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Setting>> Known = new();

    public static IReadOnlyList<Setting> Of(Type options) => Known.GetOrAdd(options, Reflect);

    /// <summary>A property's or enum member's name as it stands in files: <c>BuildArgs</c> is <c>build-args</c>.</summary>
    public static string KebabCase(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private static Setting[] Reflect(Type options)
    {
        var defaults = Activator.CreateInstance(options)!;
        return [.. options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .OrderBy(property => property.MetadataToken)
            .Select(property => Describe(property, defaults))];
    }

    private static Setting Describe(PropertyInfo property, object defaults)
    {
        var option = property.GetCustomAttribute<OptionAttribute>();
        var type = TypeOf(property.PropertyType, property, option);
        var required = option?.Required == true || property.IsDefined(typeof(RequiredMemberAttribute));
        return new Setting(KebabCase(property.Name), type)
        {
            Description = option?.Description ?? "",
            Default = required ? null : ToValue(property.GetValue(defaults), type),
            Required = required,
            Property = property,
        };
    }

    private static SettingType TypeOf(Type declared, PropertyInfo property, OptionAttribute? option)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (KindOfScalar(type) is { } kind)
        {
            return kind == SettingKind.Text ? Text(type, option) : Scalar(kind, type, option);
        }

        if (ArgumentsOf(type, typeof(IReadOnlyDictionary<,>)) is [{ } key, { } value] && key == typeof(string))
        {
            return new SettingType(SettingKind.Map) { ClrType = type, Item = TypeOf(value, property, option) };
        }

        if (ItemOfList(type) is { } item)
        {
            return new SettingType(SettingKind.List) { ClrType = type, Item = TypeOf(item, property, option), Pairs = option?.Pairs == true };
        }

        if (type.IsInterface || typeof(IEnumerable).IsAssignableFrom(type))
        {
            throw new NotSupportedException($"{property.DeclaringType}.{property.Name}: an option cannot be a {type}");
        }

        return new SettingType(SettingKind.Group) { ClrType = type, Members = Of(type) };
    }

    private static SettingType Text(Type type, OptionAttribute? option) => new(SettingKind.Text)
    {
        ClrType = type,
        IsGlob = option?.Glob == true,
        OneOf = type.IsEnum ? [.. Enum.GetNames(type).Select(KebabCase)] : option?.OneOf ?? [],
    };

    private static SettingType Scalar(SettingKind kind, Type type, OptionAttribute? option)
    {
        var isInt = type == typeof(int);
        return new SettingType(kind)
        {
            ClrType = type,
            IsGlob = option?.Glob == true,
            Min = Bound(option?.Min) ?? (isInt ? int.MinValue : null),
            Max = Bound(option?.Max) ?? (isInt ? int.MaxValue : null),
        };
    }

    /// <summary>What an array, or a type that an array or a list can be given to, holds; <see langword="null"/> for others.</summary>
    private static Type? ItemOfList(Type type)
    {
        if (type.IsArray)
        {
            return type.GetElementType();
        }

        if (ArgumentsOf(type, typeof(IEnumerable<>)) is not [{ } item])
        {
            return null;
        }

        var canBeMade = type.IsAssignableFrom(item.MakeArrayType()) || type == typeof(List<>).MakeGenericType(item);
        return canBeMade ? item : null;
    }

    private static SettingKind? KindOfScalar(Type type) =>
        type == typeof(string) || type.IsEnum ? SettingKind.Text
        : type == typeof(object) ? SettingKind.Scalar
        : type == typeof(bool) ? SettingKind.Boolean
        : type == typeof(int) || type == typeof(long) ? SettingKind.Integer
        : type == typeof(double) || type == typeof(decimal) ? SettingKind.Number
        : type == typeof(TimeSpan) ? SettingKind.Duration
        : type == typeof(DateOnly) ? SettingKind.Date
        : null;

    private static double? Bound(double? bound) => bound is null || double.IsNaN(bound.Value) ? null : bound;

    /// <summary>The type arguments with which a type is, or implements, a generic interface.</summary>
    private static Type[]? ArgumentsOf(Type type, Type generic) =>
        type.GetInterfaces()
            .Prepend(type)
            .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == generic)
            ?.GetGenericArguments();

    private static object? ToValue(object? value, SettingType type) => (type.Kind, value) switch
    {
        (_, null) => null,
        (SettingKind.Text, Enum) => KebabCase(value.ToString()!),
        (SettingKind.Integer, _) => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
        (SettingKind.Number, _) => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
        (SettingKind.List, IEnumerable items) => new SettingList([.. items.Cast<object?>().Select(item => ToValue(item, type.Item!))]),
        (SettingKind.Map, IEnumerable entries) => new SettingMap([.. entries.Cast<object>().Select(e => ToEntry(e, type.Item!))]),
        (SettingKind.Group, _) => new SettingMap([.. type.Members
            .Select(m => KeyValuePair.Create(m.Name, ToValue(m.Property!.GetValue(value), m.Type))).Where(e => e.Value is not null)]),
        _ => value,
    };

    private static KeyValuePair<string, object?> ToEntry(object entry, SettingType item)
    {
        var type = entry.GetType();
        return KeyValuePair.Create((string)type.GetProperty("Key")!.GetValue(entry)!, ToValue(type.GetProperty("Value")!.GetValue(entry), item));
    }
}
