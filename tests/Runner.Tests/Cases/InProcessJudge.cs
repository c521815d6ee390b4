using System.Text.Json;
using Gates.Policies;
using Gates.Policies.Engine;

namespace Runner.Tests.Cases;

/// <summary>Judges right here: the policies of this repository are trusted, and the worker has tests of its own.</summary>
internal sealed class InProcessJudge : IPolicyJudge, IPolicyReader
{
    public Task<Judgement> JudgeAsync(
        PolicySource policy, Evidence evidence, JsonElement settings, PolicyLimits limits, CancellationToken cancellationToken) =>
        Task.Run(() => PolicyScript.Load(policy).Judge(evidence, settings, limits), cancellationToken);

    public Task<IReadOnlyList<string>> ReadAsync(PolicySource policy, CancellationToken cancellationToken) =>
        Task.Run<IReadOnlyList<string>>(() => [.. PolicyScript.Load(policy).Files], cancellationToken);
}
