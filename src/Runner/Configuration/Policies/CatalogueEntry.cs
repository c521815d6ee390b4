using Gates.Formats.Settings;

namespace Gates.Runner.Configuration.Policies;

/// <summary>One gate that anyone can configure.</summary>
/// <param name="Id">Its key under <c>gates:</c>.</param>
/// <param name="Title">What it looks at.</param>
/// <param name="Description">What it asks for; may be empty.</param>
/// <param name="Settings">What may stand under <c>with:</c>.</param>
/// <param name="Facts">For a policy, what it collects by default; <see langword="null"/> for a built-in gate, which collects its own facts.</param>
internal sealed record CatalogueEntry(
    string Id, string Title, string Description, IReadOnlyList<Setting> Settings, IReadOnlyDictionary<string, IReadOnlyList<string>>? Facts)
{
    /// <summary>Every setting, each followed by the keys inside it: <c>allow</c>, <c>allow[].rule</c>, <c>limits.size</c>.</summary>
    public IEnumerable<Setting> AllSettings() => Settings.SelectMany(WithKeys);

    private static IEnumerable<Setting> WithKeys(Setting setting)
    {
        var (type, suffix) = (setting.Type, "");
        while (type is { Kind: SettingKind.List or SettingKind.Map, Item: { } item })
        {
            suffix += type.Kind == SettingKind.List ? "[]" : ".*";
            type = item;
        }

        return type.Members
            .SelectMany(member => WithKeys(member with { Name = $"{setting.Name}{suffix}.{member.Name}" }))
            .Prepend(setting);
    }
}
