using System.Text.Json;
using Gates.Policies;

namespace Support;

/// <summary>A judge that says what the test says, without any script.</summary>
internal sealed class DelegateJudge(Func<Evidence, Judgement> judge) : IPolicyJudge
{
    public Task<Judgement> JudgeAsync(PolicySource policy, Evidence evidence, JsonElement settings, PolicyLimits limits, CancellationToken cancellationToken) =>
        Task.FromResult(judge(evidence));
}
