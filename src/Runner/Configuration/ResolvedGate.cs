using System.Text.Json;
using Gates.Pipeline;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration;

/// <summary>What a configured gate turns out to be.</summary>
internal sealed record ResolvedGate(string Title, IGate Gate, LoadedPolicy Policy, JsonElement Settings, IReadOnlyDictionary<string, string> Help)
{
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Facts { get; init; }
}
