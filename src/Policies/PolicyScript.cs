using System.Text.Json;
using Gates.Policies.Engine;

namespace Gates.Policies;

/// <summary>A loaded policy, ready to judge. Call it only inside the worker process: hostile scripts can exhaust or crash their host.</summary>
public sealed class PolicyScript
{
    private readonly Syntax _syntax;
    private Watch? _watch;

    private PolicyScript(PolicySource source)
    {
        Source = source;
        _syntax = new Syntax(source);
    }

    public PolicySource Source { get; }

    /// <value>Where the judgement now running stands, in what the author wrote; readable from another thread.</value>
    public Location? Position => _watch?.PlaceIn(Source);

    /// <summary>Reads the script, which must be ECMAScript 5; translate other dialects before.</summary>
    /// <exception cref="PolicyException">The text is not a valid policy.</exception>
    public static PolicyScript Load(PolicySource source) => new(source);

    /// <summary>Runs the policy in an engine of its own; one judgement at a time.</summary>
    /// <exception cref="PolicyException">The policy threw, or reached a limit.</exception>
    public Judgement Judge(Evidence evidence, JsonElement settings, PolicyLimits limits)
    {
        _watch = new Watch(limits.RecursionDepth);
        return new Judging(Source, limits, _watch).Run(_syntax.Take(), evidence, settings);
    }
}
