using System.Text.Json;

namespace Gates.Policies;

/// <summary>Runs a policy over evidence, somewhere it can do no harm.</summary>
internal interface IPolicyJudge
{
    /// <exception cref="PolicyException">The policy is invalid, threw, or reached a limit.</exception>
    Task<Judgement> JudgeAsync(PolicySource policy, Evidence evidence, JsonElement settings, PolicyLimits limits, CancellationToken cancellationToken);
}
