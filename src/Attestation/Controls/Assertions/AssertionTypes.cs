namespace Gates.Attestation.Controls.Assertions;

/// <summary>The types of assertion, by the name that catalogues use. A new one is one file and one line here.</summary>
internal static class AssertionTypes
{
    public const string Policy = "policy";

    public static IReadOnlyDictionary<string, Type> All { get; } = new SortedDictionary<string, Type>(StringComparer.Ordinal)
    {
        ["cosign_verify_attestation"] = typeof(CosignVerifyAttestation),
        ["gate_passed"] = typeof(GatePassed),
        ["json_path"] = typeof(JsonPathComparison),
        ["junit_no_failures"] = typeof(JUnitNoFailures),
        ["max_age"] = typeof(MaxAge),
        [Policy] = typeof(PolicyAssertion),
        ["sarif_no_levels"] = typeof(SarifNoLevels),
        ["sbom_present"] = typeof(SbomPresent),
        ["signed_by"] = typeof(SignedBy),
        ["vulnerabilities_at_most"] = typeof(VulnerabilitiesAtMost),
    };
}
