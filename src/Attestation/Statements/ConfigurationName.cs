namespace Gates.Attestation.Statements;

/// <summary>What the entries of a statement's <c>configuration</c> are called.</summary>
internal static class ConfigurationName
{
    public const string Policy = "policy";
    public const string Settings = "settings";
    public const string Evidence = "evidence";

    /// <value>What the gate looked for, where its evidence says it.</value>
    public const string Rules = "rules";
    public const string Tool = "tool";
}
