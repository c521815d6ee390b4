using System.Text.Json;
using Gates.Attestation.Packs;
using Gates.Attestation.Statements;
using Gates.Formats.Documents;

namespace Gates.Runner.Commands.Packing;

/// <summary>Each gate's newest result as a plain file, where control catalogues look for it.</summary>
internal static class GateRecords
{
    /// <summary>The file of a gate: what watches a rollout below <c>rollout/</c>, drills below <c>chaos-dr/</c>, all else below <c>policies/</c>.</summary>
    public static string PathOf(string gate) => gate switch
    {
        "canary-slo" or "perf-budget" => $"rollout/{gate}.json",
        _ when gate.StartsWith("chaos", StringComparison.Ordinal) || gate.StartsWith("drill", StringComparison.Ordinal) => $"chaos-dr/{gate}.json",
        _ => $"policies/{gate}.json",
    };

    /// <param name="bundles">The oldest first.</param>
    public static IEnumerable<KeyValuePair<string, byte[]>> Of(IReadOnlyList<PackedBundle> bundles)
    {
        var newest = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var bundle in bundles)
        {
            var statement = bundle.Statement;
            if (statement.PredicateType == StatementKinds.TestResult && StatementKinds.Gate(statement) is { } gate)
            {
                newest[PathOf(gate)] = [.. JsonSerializer.SerializeToUtf8Bytes(statement.Predicate, IndentedJson.Default.JsonElement), (byte)'\n'];
            }
        }

        return newest;
    }
}
