namespace Gates.Formats.Settings;

/// <summary>What a setting's value may be.</summary>
internal enum SettingKind
{
    Text,

    /// <summary>A text, a number, true or false.</summary>
    Scalar,
    Integer,
    Number,
    Boolean,

    /// <summary>Such as <c>1h30m</c>.</summary>
    Duration,

    /// <summary>Such as <c>2027-01-15</c>.</summary>
    Date,
    List,

    /// <summary>Free keys, one type of value.</summary>
    Map,

    /// <summary>Known keys, each a setting.</summary>
    Group,
}
