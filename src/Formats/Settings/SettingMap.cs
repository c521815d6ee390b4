namespace Gates.Formats.Settings;

/// <summary>The values of a map setting or a group, in a fixed order.</summary>
internal sealed class SettingMap(IReadOnlyList<KeyValuePair<string, object?>> entries)
{
    public static SettingMap Empty { get; } = new([]);

    public IReadOnlyList<KeyValuePair<string, object?>> Entries { get; } = entries;
}
