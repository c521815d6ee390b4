using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Facts.Change;
using Gates.Pipeline.Facts.Kubernetes;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Cases;

/// <summary>Runs cases through the same planner, pipeline and verdicts as a repository.</summary>
/// <param name="judge">Where policies run.</param>
/// <param name="linker">Makes scripts of policies.</param>
/// <param name="services">What gates need to exist.</param>
/// <param name="policies">Where the policies under test stand.</param>
internal sealed class CaseRunner(IPolicyJudge judge, PolicyLinker linker, GateServices services, ISourceTree policies)
{
    public async Task<CaseResult> RunAsync(GateCase one, CancellationToken cancellationToken)
    {
        RunPlan plan;
        try
        {
            plan = await linker.LinkAsync(Plan(one), cancellationToken);
        }
        catch (UsageException e)
        {
            return new CaseResult(one, null, CaseDiff.Compare(one.Expected, Verdict.Errored, e.Message, [], []));
        }

        var input = new PipelineInput(one.Tree, CaseChanges.Of(one), null, ReadOnlyMemory<byte>.Empty) { FormerTree = one.Before };
        var results = await new GatePipeline(judge, services.Time).RunAsync(plan, input, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var result = results[0];
        var differences = CaseDiff.Compare(one.Expected, result.Verdict, result.Error, [.. result.Findings.Select(f => f.Finding)], result.Outputs);
        return new CaseResult(one, result, [.. differences, .. CaseChecks.Check(one, result)]);
    }

    private RunPlan Plan(GateCase one)
    {
        var gate = new GateConfiguration(one.Subject.GateId)
        {
            Policy = one.Subject.Policy is { } path ? new Placed<string>(path, default) : null,
            Facts = one.Facts,
            With = one.Settings,
            SkipWhenMissing = one.Expected.Nothing,
        };
        var configuration = new GatesConfiguration { Source = one.Name + "/expected.json", Gates = [gate] };
        var request = new PlanRequest
        {
            Tree = policies,
            Services = services with { Cluster = _ => one.Cluster ?? throw NoCluster(one), Given = one.Given },
            Today = DateOnly.FromDateTime(services.Time.GetUtcNow().UtcDateTime),
        };
        var plan = Planner.Plan(configuration, request);
        var kinds = plan.Gates.Select(planned => planned.Gate).OfType<FactsGate>().SelectMany(gate => Lacking(gate, one)).ToList();
        if (one.Evidence is null && kinds.Count > 0)
        {
            throw new UsageException($"{Say.Path(one.Name)}: no files/ can give `{string.Join("` and `", kinds)}` facts; "
                + $"write an evidence.json instead, as a run writes it to evidence/{one.Subject.GateId}.json, "
                + $"or what the policy receives into {CaseReader.Facts}, under the kind"
                + (kinds.Contains(KubernetesFacts.Kind, StringComparer.Ordinal) ? $", or the cluster's objects into {ClusterFile.Name}" : "")
                + (kinds.Contains(ChangeFacts.Kind, StringComparer.Ordinal) ? $", or the files at the base into {CaseReader.Before}/" : ""));
        }

        return one.Evidence is null
            ? plan
            : plan with { Gates = [.. plan.Gates.Select(planned => planned with { Gate = new RecordedEvidence(one.Evidence) })] };
    }

    /// <summary>The kinds that nothing of the case gives.</summary>
    private static IEnumerable<string> Lacking(FactsGate gate, GateCase one) => gate.KindsBeyondFiles.Where(kind =>
        !one.Given.ContainsKey(kind) && (kind != KubernetesFacts.Kind || one.Cluster is null) && (kind != ChangeFacts.Kind || one.Before is null));

    /// <summary>No case asks a real one.</summary>
    private static EvaluationException NoCluster(GateCase one) =>
        new($"{Say.Path(one.Name)}: no cluster is asked for a case; write its objects into {ClusterFile.Name}, as `kubectl get -o yaml` does");
}

/// <summary>Stands in for a gate and hands out what was collected before.</summary>
internal sealed class RecordedEvidence(Evidence evidence) : IGate
{
    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) => Task.FromResult(evidence);
}
