using System.Text.Json.Serialization;

namespace Gates.BuiltIn.CanarySlo.Facts;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CanaryFacts))]
internal sealed partial class CanaryFactsJson : JsonSerializerContext;
