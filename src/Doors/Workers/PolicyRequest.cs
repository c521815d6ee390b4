using System.Text.Json;
using System.Text.Json.Serialization;
using Gates.Policies;

namespace Gates.Doors.Workers;

/// <summary>What the worker is asked: one line of JSON.</summary>
internal sealed record PolicyRequest(string Name, string Text, string Kind, JsonElement Facts, JsonElement Settings, PolicyLimits Limits)
{
    /// <value>Only read the files, and answer which of them the policy consists of.</value>
    public bool ReadOnly { get; init; }

    /// <value>Answer with an observation as well.</value>
    public bool Observe { get; init; }
}

/// <summary>The wire format of requests, generated: the worker's start counts.</summary>
[JsonSourceGenerationOptions(MaxDepth = MaxDepth, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PolicyRequest))]
internal sealed partial class PolicyRequestJson : JsonSerializerContext
{
    /// <value>Deep enough for documents of the depth that their readers allow, which take three levels for each of theirs.</value>
    public const int MaxDepth = 500;
}
