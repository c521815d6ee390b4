using Gates.Formats.Documents;

namespace Gates.Formats.Settings;

/// <summary>The type of a setting, read from an options class or from a policy's manifest. Validation, schema and documentation all come from it.</summary>
internal sealed record SettingType(SettingKind Kind)
{
    /// <value>The allowed texts; empty when any will do.</value>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <value>The smallest number, or seconds of a duration.</value>
    public double? Min { get; init; }

    /// <value>The largest number, or seconds of a duration.</value>
    public double? Max { get; init; }

    /// <value>What a list or map holds.</value>
    public SettingType? Item { get; init; }

    /// <value>See <see cref="OptionAttribute.Pairs"/>.</value>
    public bool Pairs { get; init; }

    /// <value>See <see cref="OptionAttribute.OneOrMany"/>.</value>
    public bool OneOrMany { get; init; }

    /// <value>See <see cref="OptionAttribute.Glob"/>.</value>
    public bool IsGlob { get; init; }

    /// <value>The settings of a group.</value>
    public IReadOnlyList<Setting> Members { get; init; } = [];

    /// <summary>The type in the words that documentation and messages use.</summary>
    public string Describe() => Kind switch
    {
        SettingKind.Text when OneOf.Count > 0 => "one of " + Say.List(OneOf),
        SettingKind.Text => "string",
        SettingKind.Scalar => "string, number, true or false",
        SettingKind.Boolean => "true or false",
        SettingKind.List => (Item is null ? "list" : "list of " + Item.Describe()) + (Pairs ? " or map of " + Item!.Describe() : "") + (OneOrMany
            ? " or one " + Item!.Describe() : ""),
        SettingKind.Group => "map",
        SettingKind.Map => Item is null ? "map" : "map of " + Item.Describe(),
        _ => Kind.ToString().ToLowerInvariant(),
    };
}
