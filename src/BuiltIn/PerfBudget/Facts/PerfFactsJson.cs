using System.Text.Json.Serialization;

namespace Gates.BuiltIn.PerfBudget.Facts;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PerfFacts))]
internal sealed partial class PerfFactsJson : JsonSerializerContext;
