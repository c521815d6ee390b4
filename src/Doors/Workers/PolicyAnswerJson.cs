using System.Text.Json.Serialization;

namespace Gates.Doors.Workers;

/// <summary>The wire format of answers. The parent trusts none: they are shallow, whole and bounded, or refused.</summary>
[JsonSourceGenerationOptions(
    MaxDepth = 8,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PolicyAnswer))]
internal sealed partial class PolicyAnswerJson : JsonSerializerContext;
