namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>The kinds of rules, from the one that knows most about its value to the one that knows least.</summary>
internal static class RuleCategories
{
    public const string PrivateKey = "private-key";
    public const string ProviderSecret = "provider-secret";
    public const string GenericSecret = "generic-secret";
    public const string PersonalData = "personal-data";

    public static IReadOnlyList<string> All { get; } = [PrivateKey, ProviderSecret, GenericSecret, PersonalData];
}
