using System.Text.Json.Serialization;

namespace Gates.Formats.Sbom;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SbomDocument))]
internal sealed partial class SbomJson : JsonSerializerContext;
