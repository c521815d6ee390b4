using System.Text.Json;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Pipeline;

/// <summary>A gate ready to run: everything configuration can say about it is decided.</summary>
internal sealed record PlannedGate
{
    private readonly string? name;

    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <value>What it is, whichever folder's file asks for it: the root's gate of this name looks for the same. Default: the id.</value>
    public string Name { get => name ?? Id; init => name = value; }

    /// <value>The folder that it looks at, with a slash at its end; empty for the whole repository.</value>
    public string Folder { get; init; } = "";

    public required IGate Gate { get; init; }

    /// <value>The policy that judges; as written until it is compiled.</value>
    public required PolicySource Policy { get; init; }

    /// <value>The policy as its author wrote it, with all that it may import; <see langword="null"/> when it came with the program, ready to judge.</value>
    public PolicyFiles? PolicyFiles { get; init; }

    /// <value>The settings the policy receives: the <c>with:</c> block with its defaults, keys as written in the file.</value>
    public required JsonElement Settings { get; init; }

    /// <value>The mode in force, after environments and <c>enforce-after</c>.</value>
    public required GateMode Mode { get; init; }

    /// <value>Why the mode is not the one written, for example "warn until 2027-01-15"; <see langword="null"/> when it is.</value>
    public string? ModeReason { get; init; }

    /// <value>Why the gate does not run at all, for example a path filter; <see langword="null"/> when it runs.</value>
    public string? SkipReason { get; init; }

    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <value>Whether the gate is skipped, instead of errored, when an input that it requires is absent.</value>
    public bool SkipWhenMissing { get; init; }

    /// <value>Whether the gate is errored instead of skipped, whyever it is.</value>
    public bool IsRequired { get; init; }

    /// <value>Time for collecting facts, once for the head and once for the base. Default: 5 minutes.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    public PolicyLimits Limits { get; init; } = new();

    /// <value>What a policy-only gate collects: globs by kind; <see langword="null"/> for a built-in gate.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Facts { get; init; }

    /// <value>The files that the gate is judged by beside its policy; see <see cref="IRuledGate"/>.</value>
    public IReadOnlyList<string> RuleFiles { get; init; } = [];

    /// <value>Help texts by rule, from the policy's manifest.</value>
    public IReadOnlyDictionary<string, string> Help { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
