using System.Text.Json.Serialization;

namespace Gates.Runner.Facts.JUnit;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JUnitReport))]
internal sealed partial class JUnitJson : JsonSerializerContext;
