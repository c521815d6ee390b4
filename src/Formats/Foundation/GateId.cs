namespace Gates.Formats.Foundation;

/// <summary>Which names a gate may have.</summary>
internal static class GateId
{
    /// <summary>Ids name files and checks, so they stay plain.</summary>
    public const string Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /// <value>In characters.</value>
    public const int MaxLength = 64;

    /// <summary>What is wrong with an id, or <see langword="null"/>.</summary>
    public static string? Refuse(string id)
    {
        var plain = id.Length is > 0 and <= MaxLength && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && id[0] != '-' && id[^1] != '-' && !id.Contains("--", StringComparison.Ordinal);
        return plain ? null : "is not a gate's name; use lower-case letters, digits and single dashes, at most 64 characters";
    }
}
