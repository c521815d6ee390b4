using System.Text.Json.Serialization;

namespace Gates.Attestation.Controls.Assertions;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EvidenceItem))]
internal sealed partial class ControlFactsJson : JsonSerializerContext;
