using System.Text.Json;
using Gates.Policies;

namespace Gates.Runner.Configuration;

/// <summary>What a configured gate turns out to be.</summary>
internal sealed record ResolvedGate(string Title, IGate Gate, PolicySource Policy, JsonElement Settings, IReadOnlyDictionary<string, string> Help);
