using System.Text.Json.Serialization;
using Gates.Attestation.Controls.Assertions.JsonPaths;
using Gates.Attestation.Controls.Assertions.Levels;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>The types of assertion, by the name that catalogues use. A new one is one file and two lines here.</summary>
internal static class AssertionTypes
{
    public const string Policy = "policy";

    public static IReadOnlyDictionary<string, OptionClass> All { get; } = new SortedDictionary<string, OptionClass>(StringComparer.Ordinal)
    {
        ["cosign_verify_attestation"] = OptionClass.Of<CosignVerifyAttestation>(AssertionJson.Default),
        ["gate_passed"] = OptionClass.Of<GatePassed>(AssertionJson.Default),
        ["json_path"] = OptionClass.Of<JsonPathComparison>(AssertionJson.Default),
        ["junit_no_failures"] = OptionClass.Of<JUnitNoFailures>(AssertionJson.Default),
        ["max_age"] = OptionClass.Of<MaxAge>(AssertionJson.Default),
        [Policy] = OptionClass.Of<PolicyAssertion>(AssertionJson.Default),
        ["sarif_no_levels"] = OptionClass.Of<SarifNoLevels>(AssertionJson.Default),
        ["sbom_present"] = OptionClass.Of<SbomPresent>(AssertionJson.Default),
        ["signed_by"] = OptionClass.Of<SignedBy>(AssertionJson.Default),
        ["slsa_build_level"] = OptionClass.Of<SlsaBuildLevel>(AssertionJson.Default),
        ["svr_properties"] = OptionClass.Of<SvrProperties>(AssertionJson.Default),
        ["vsa_passed"] = OptionClass.Of<VsaPassed>(AssertionJson.Default),
        ["vulnerabilities_at_most"] = OptionClass.Of<VulnerabilitiesAtMost>(AssertionJson.Default),
    };
}

/// <summary>What the JSON source generator knows of the keys of assertions.</summary>
[JsonSerializable(typeof(CosignVerifyAttestation), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(GatePassed), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(JsonPathComparison), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(JUnitNoFailures), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(MaxAge), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PolicyAssertion), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SarifNoLevels), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SbomPresent), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SignedBy), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SlsaBuildLevel), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SvrProperties), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(VsaPassed), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(VulnerabilitiesAtMost), GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class AssertionJson : JsonSerializerContext;
