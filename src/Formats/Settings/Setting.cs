namespace Gates.Formats.Settings;

/// <summary>One key under <c>with:</c>.</summary>
internal sealed record Setting(string Name, SettingType Type)
{
    public string Description { get; init; } = "";

    /// <value>The value when the key is left out: a string, long, double, bool, <see cref="TimeSpan"/>, <see cref="DateOnly"/>,
    /// <see cref="SettingList"/>, <see cref="SettingMap"/>, or <see langword="null"/> for none.</value>
    public object? Default { get; init; }

    public bool Required { get; init; }
}
