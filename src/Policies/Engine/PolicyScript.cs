using System.Text.Json;
using Gates.Policies.Engine.Modules;

namespace Gates.Policies.Engine;

/// <summary>A loaded policy, ready to judge. Call it only inside the worker process: hostile scripts can exhaust or crash their host.</summary>
public sealed class PolicyScript
{
    private readonly ModuleGraph graph;
    private volatile Judging? judging;
    private volatile Observer? observer;

    private PolicyScript(PolicySource source)
    {
        Source = source;
        graph = ModuleGraph.Load(source);
    }

    public PolicySource Source { get; }

    /// <value>The paths of the files that it consists of: its entry and what that imports.</value>
    public IEnumerable<string> Files => graph.Modules.Keys;

    /// <value>Where the judgement now running stands, for another thread that has given up on it: to look ends it.</value>
    public Location? Position => judging?.Position;

    /// <value>
    /// What the last judgement did so far, whether it finished or not; <see langword="null"/> when it is not observed. Readable from another thread.
    /// </value>
    public PolicyObservation? Observation => observer?.Observation;

    /// <summary>Reads the files, JavaScript or TypeScript, and runs nothing of them.</summary>
    /// <exception cref="PolicyException">They are no valid policy.</exception>
    public static PolicyScript Load(PolicySource source) => new(source);

    /// <summary>Runs the policy in an engine of its own; one judgement at a time.</summary>
    /// <param name="evidence">What it judges.</param>
    /// <param name="settings">How it is told to.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="observe">Whether to keep an <see cref="Observation"/>. Default: no, which costs nothing.</param>
    /// <exception cref="PolicyException">The policy threw, or reached a limit.</exception>
    public Judgement Judge(Evidence evidence, JsonElement settings, PolicyLimits limits, bool observe = false)
    {
        var watching = observe ? new Observer(graph) : null;
        using var once = new Judging(graph, limits, watching);
        (observer, judging) = (watching, once);
        try
        {
            return once.Run(evidence, settings);
        }
        finally
        {
            judging = null; // A script is kept for the next judgement, and what the policy made in this one is not.
        }
    }
}
