using System.Text.Json;

namespace Gates.Policies;

/// <summary>A loaded policy, ready to judge. Call it only inside the worker process: hostile scripts can exhaust or crash their host.</summary>
public sealed class PolicyScript
{
    private PolicyScript(PolicySource source) => Source = source;

    public PolicySource Source { get; }

    /// <exception cref="PolicyException">The text is not a valid policy.</exception>
    public static PolicyScript Load(PolicySource source) => new(source);

    /// <exception cref="PolicyException">The policy threw, or reached a limit.</exception>
    public Judgement Judge(Evidence evidence, JsonElement settings, PolicyLimits limits) => throw new PolicyException(Source.Name, "not built yet");
}
