namespace Gates.Formats.Settings;

/// <summary>The values of a list setting.</summary>
internal sealed class SettingList(IReadOnlyList<object?> items)
{
    public IReadOnlyList<object?> Items { get; } = items;
}
