using System.Text.Json;
using Gates.BuiltIn.DlpScan;
using Gates.Doors.Git;
using Gates.Pipeline;
using Gates.Pipeline.Unseen;

namespace Runner.Tests.BuiltIn.DlpScan;

/// <summary>Runs the gate on a clone.</summary>
internal sealed class HistoryInspection
{
    /// <value>What the last run looked at.</value>
    public CoverageSummary? Coverage { get; private set; }

    public async Task<JsonElement> RunAsync(DirectoryInfo folder, string? from, DlpScanOptions? options = null)
    {
        using var workspace = await Workspace.OpenAsync(folder, null, CancellationToken.None);
        if (from is not null)
        {
            await workspace.CompareWithAsync(from, CancellationToken.None);
        }

        var context = new GateContext(workspace.Tree, workspace.Changes, Scanning.Salt) { History = workspace.History() };
        var facts = (await new DlpScanGate(options ?? new DlpScanOptions(), TimeProvider.System).InspectAsync(context, CancellationToken.None)).Facts;
        Coverage = context.Coverage.Summary();
        return facts;
    }

    public static JsonElement[] Hits(JsonElement facts) => [.. facts.GetProperty("hits").EnumerateArray()];

    public static string[] Places(JsonElement facts) =>
    [
        .. Hits(facts).Select(hit => $"{hit.GetProperty("path").GetString()}:{hit.GetProperty("line").GetInt32()} "
            + (hit.TryGetProperty("commit", out var commit) ? commit.GetString() : "")),
    ];
}
