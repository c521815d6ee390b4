using System.Text.Json.Serialization;
using Gates.Attestation.Controls;
using Gates.Attestation.Keys;
using Gates.Formats.Settings;

namespace Gates.BuiltIn.ControlAttestation;

/// <summary>What a workflow author can set for <c>control-attestation</c>.</summary>
internal sealed class ControlAttestationOptions
{
    [Option("The control catalogue, in the repository.")]
    public string Catalog { get; set; } = ControlCatalogue.DefaultPath;

    [Option("The folder that holds the evidence, in the workspace; git may ignore it. The catalogue's paths are below it.")]
    public string Evidence { get; set; } = EvidenceFolder.DefaultPath;

    [Option("The keys that signatures are held against: a keyring, or public keys as PEM. Without such a file nothing that is signed can be verified, and no assertion about signatures holds.")]
    public string Trust { get; set; } = Keyring.Path;

    [Option("Only the controls that support one of these frameworks or requirements, such as SOC2 or ISO27001:2022:A.8.32. Empty: all.")]
    public IReadOnlyList<string> Frameworks { get; set; } = [];
}

/// <summary>What the JSON source generator knows of the options.</summary>
[JsonSerializable(typeof(ControlAttestationOptions), GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ControlAttestationOptionsJson : JsonSerializerContext;
