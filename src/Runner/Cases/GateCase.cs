using System.Text.Json;
using Gates.Doors.Kubernetes;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;
using Gates.Policies;

namespace Gates.Runner.Cases;

/// <summary>One case: what a gate is shown, and what must come of it.</summary>
internal sealed record GateCase
{
    /// <value>The case's folder, relative to the root.</value>
    public required string Name { get; init; }

    public required CaseSubject Subject { get; init; }

    /// <value>The files to inspect; empty when the case brings evidence.</value>
    public required ISourceTree Tree { get; init; }

    /// <value>Evidence to judge instead of files, as an earlier run recorded it.</value>
    public Evidence? Evidence { get; init; }

    /// <value>What stands for the cluster; <see langword="null"/> when there is none.</value>
    public IClusterObjects? Cluster { get; init; }

    /// <value>The files at the base; <see langword="null"/> when there is nothing to compare with.</value>
    public ISourceTree? Before { get; init; }

    /// <value>Facts that no files can give, by kind, as the policy receives them.</value>
    public IReadOnlyDictionary<string, JsonElement> Given { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <value>The <c>with:</c> block.</value>
    public DocumentNode? Settings { get; init; }

    /// <value>Globs by kind of fact; <see langword="null"/> leaves them to the policy's manifest.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Facts { get; init; }

    public required CaseExpectation Expected { get; init; }
}
