using System.Text.Json;
using Gates.Policies;

namespace Gates.BuiltIn.HermeticBuild.Facts;

/// <summary>Everything the gate saw, in the order of paths and lines.</summary>
internal sealed class HermeticFacts
{
    /// <value>How many files of each kind were looked at.</value>
    public SortedDictionary<string, int> Files { get; } = new(StringComparer.Ordinal);

    public List<ActionFact> Actions { get; } = [];

    public List<ToolchainFact> Toolchains { get; } = [];

    public List<RunnerFact> Runners { get; } = [];

    public List<ImageFact> Images { get; } = [];

    public List<RemoteAddFact> Adds { get; } = [];

    public List<CommandFact> Commands { get; } = [];

    public List<LockFact> Locks { get; } = [];

    public List<RequirementsFact> Requirements { get; } = [];

    public List<UnreadFact> Unread { get; } = [];

    public Evidence ToEvidence() =>
        new("hermetic-build/v1", JsonSerializer.SerializeToElement(this, HermeticFactsJson.Default.HermeticFacts));
}
