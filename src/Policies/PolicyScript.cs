using System.Text.Json;
using Gates.Policies.Engine;

namespace Gates.Policies;

/// <summary>A loaded policy, ready to judge. Call it only inside the worker process: hostile scripts can exhaust or crash their host.</summary>
public sealed class PolicyScript
{
    private readonly Syntax _syntax;
    private volatile Func<PolicyObservation>? _observation;
    private Watch? _watch;

    private PolicyScript(PolicySource source)
    {
        Source = source;
        _syntax = new Syntax(source);
    }

    public PolicySource Source { get; }

    /// <value>Where the judgement now running stands, in what the author wrote; readable from another thread.</value>
    public Location? Position => _watch?.PlaceIn(Source);

    /// <value>What the last judgement did so far, whether it finished or not; <see langword="null"/> when it is not observed. Readable from another thread.</value>
    public PolicyObservation? Observation => _observation?.Invoke();

    /// <summary>Reads the script, which must be ECMAScript 5; translate other dialects before.</summary>
    /// <exception cref="PolicyException">The text is not a valid policy.</exception>
    public static PolicyScript Load(PolicySource source) => new(source);

    /// <summary>Runs the policy in an engine of its own; one judgement at a time.</summary>
    /// <param name="evidence">What it judges.</param>
    /// <param name="settings">How it is told to.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="observe">Whether to keep an <see cref="Observation"/>. Default: no, which costs nothing.</param>
    /// <exception cref="PolicyException">The policy threw, or reached a limit.</exception>
    public Judgement Judge(Evidence evidence, JsonElement settings, PolicyLimits limits, bool observe = false)
    {
        var observer = observe ? new Observer(Source) : null;
        var program = _syntax.Take();
        _observation = observer is null ? null : () => observer.Of(program);
        _watch = new Watch(limits.RecursionDepth, observer);
        return new Judging(Source, limits, _watch).Run(program, evidence, settings);
    }
}
