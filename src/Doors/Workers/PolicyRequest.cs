using System.Text.Json;
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
