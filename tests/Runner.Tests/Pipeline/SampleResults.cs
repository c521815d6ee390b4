using System.Text.Json;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Policies;
using Support;

namespace Runner.Tests.Pipeline;

internal static class SampleResults
{
    public static JsonElement EmptyObject { get; } = JsonElement.Parse("{}");

    public static Evidence Nothing { get; } = new("test/v1", EmptyObject);

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

    public static PlannedGate Planned(string id, Func<GateContext, CancellationToken, Task<Evidence>>? inspect = null) =>
        Planned(id, new DelegateGate(inspect ?? ((_, _) => Task.FromResult(Nothing))));

    public static PlannedGate Planned(string id, IGate gate) => new()
    {
        Id = id,
        Title = id,
        Gate = gate,
        Policy = new PolicySource(id, ""),
        Settings = EmptyObject,
        Mode = GateMode.Enforce,
    };
}
