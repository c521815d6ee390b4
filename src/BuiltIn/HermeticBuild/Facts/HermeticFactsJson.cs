using System.Text.Json.Serialization;

namespace Gates.BuiltIn.HermeticBuild.Facts;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HermeticFacts))]
internal sealed partial class HermeticFactsJson : JsonSerializerContext;
