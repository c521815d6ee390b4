using System.Text.Json.Serialization;

namespace Gates.Formats.JUnit;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JUnitReport))]
internal sealed partial class JUnitJson : JsonSerializerContext;
