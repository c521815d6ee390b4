using System.Text.Json.Serialization;

namespace Gates.Doors.Workers;

/// <summary>The wire format of requests, generated: the worker's start counts.</summary>
[JsonSourceGenerationOptions(MaxDepth = MaxDepth, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PolicyRequest))]
internal sealed partial class PolicyRequestJson : JsonSerializerContext
{
    /// <value>Deep enough for documents of the depth that their readers allow, which take three levels for each of theirs.</value>
    public const int MaxDepth = 500;
}
