namespace Gates.Runner.Configuration;

/// <summary>Which names a gate may have.</summary>
internal static class GateIds
{
    /// <summary>Ids name files and checks, so they stay plain.</summary>
    public const string Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

    public const int Longest = 64;

    /// <value>Every gate that needs no <c>policy:</c> of its own.</value>
    public static IEnumerable<string> Offered => GateCatalog.All.Select(d => d.Id).Concat(ShippedPolicies.Ids);

    public static GateDefinition? BuiltIn(string id) => GateCatalog.All.FirstOrDefault(d => d.Id == id);

    /// <summary>What is wrong with an id, or <see langword="null"/>.</summary>
    public static string? Refuse(string id)
    {
        var plain = id.Length is > 0 and <= Longest && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && id[0] != '-' && id[^1] != '-' && !id.Contains("--", StringComparison.Ordinal);
        return plain ? null : "is not a gate's name; use lower-case letters, digits and single dashes, at most 64 characters";
    }
}
