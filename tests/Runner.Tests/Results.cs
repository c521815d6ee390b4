using System.Text.Json;
using Gates.Policies;
using Gates.Runner;

namespace Runner.Tests;

internal static class Results
{
    public static JsonElement EmptyObject { get; } = JsonElement.Parse("{}");

    public static GateResult Of(string id, Verdict verdict) => new()
    {
        GateId = id,
        Title = id,
        Mode = GateMode.Enforce,
        Verdict = verdict,
        Policy = new PolicySource(id, ""),
        Settings = EmptyObject,
        Started = DateTimeOffset.UnixEpoch,
        Elapsed = TimeSpan.Zero,
    };
}
