using System.Text.Json.Serialization;

namespace Gates.Runner.Facts.Sbom;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SbomDocument))]
internal sealed partial class SbomJson : JsonSerializerContext;
