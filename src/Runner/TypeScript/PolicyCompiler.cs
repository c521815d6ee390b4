using System.Collections.Concurrent;
using Gates.Policies;

namespace Gates.Runner.TypeScript;

/// <summary>Turns policies as written into scripts that the engine runs. ES5 stays as it is; anything newer is translated.</summary>
/// <param name="check">Knows what the engine reads as it is.</param>
/// <param name="translator">Lowers the rest.</param>
internal sealed class PolicyCompiler(IScriptCheck check, PolicyTranslator translator)
{
    private readonly ConcurrentDictionary<PolicySource, PolicyException?> refusals = new();

    /// <summary>The plan with every policy ready to judge.</summary>
    /// <exception cref="UsageException">A policy has a syntax error, imports what it must not, or needs Node.js, which is not there.</exception>
    /// <exception cref="EvaluationException">The compiler is not available.</exception>
    public async Task<RunPlan> CompileAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        var written = plan.Gates.Where(gate => gate.PolicyFiles is not null).ToList();
        if (written.Count == 0)
        {
            return plan;
        }

        var compiled = await CompileAsync([.. written.Select(gate => gate.PolicyFiles!)], cancellationToken);
        var policies = written.Zip(compiled).ToDictionary(one => one.First.Id, one => one.Second, StringComparer.Ordinal);
        return plan with { Gates = [.. plan.Gates.Select(gate => policies.TryGetValue(gate.Id, out var policy) ? gate with { Policy = policy } : gate)] };
    }

    /// <summary>One script for each policy, in order.</summary>
    /// <inheritdoc cref="CompileAsync(RunPlan, CancellationToken)"/>
    public async Task<IReadOnlyList<PolicySource>> CompileAsync(IReadOnlyList<PolicyFiles> policies, CancellationToken cancellationToken)
    {
        var scripts = new PolicySource?[policies.Count];
        var modern = new List<(int Index, string Reason)>();
        for (var i = 0; i < policies.Count; i++)
        {
            var source = new PolicySource(policies[i].Entry, policies[i].Text);
            if (await ReasonToTranslateAsync(source, cancellationToken) is { } reason)
            {
                modern.Add((i, reason));
            }
            else
            {
                scripts[i] = source;
            }
        }

        if (modern.Count > 0)
        {
            var translations = await translator.TranslateAsync([.. modern.Select(one => policies[one.Index])], cancellationToken)
                ?? throw new UsageException(string.Join('\n', modern.Select(one => one.Reason)));
            foreach (var ((index, _), translation) in modern.Zip(translations))
            {
                scripts[index] = new PolicySource(policies[index].Entry, translation.Text ?? throw new UsageException(translation.Problem!.ToString()));
            }
        }

        return scripts!;
    }

    private async Task<string?> ReasonToTranslateAsync(PolicySource source, CancellationToken cancellationToken) =>
        source.Name.EndsWith(".ts", StringComparison.Ordinal)
            ? $"{source.Name}: TypeScript needs Node.js 20 or later to be translated; without it, write ES5 in a file policy.js"
            : (await RefusalAsync(source, cancellationToken))?.Message;

    private async Task<PolicyException?> RefusalAsync(PolicySource source, CancellationToken cancellationToken)
    {
        if (refusals.TryGetValue(source, out var known))
        {
            return known;
        }

        try
        {
            await check.CheckAsync(source, cancellationToken);
            return refusals[source] = null;
        }
        catch (PolicyException e)
        {
            // One that is too large or too deep is no matter of dialect: judging it says so.
            return refusals[source] = e.Limit is null ? e : null;
        }
    }
}
