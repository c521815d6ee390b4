using System.Text.Json.Serialization;

namespace Gates.Runner.TypeScript;

/// <summary>How requests and answers are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TranslationRequest))]
[JsonSerializable(typeof(TranslationAnswer))]
[JsonSerializable(typeof(Translation))]
internal sealed partial class TranslationJson : JsonSerializerContext;
