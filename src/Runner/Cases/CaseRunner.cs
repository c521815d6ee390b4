using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
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

        var input = new PipelineInput(one.Tree, ChangeSet.None, null, ReadOnlyMemory<byte>.Empty);
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
        var request = new PlanRequest { Tree = policies, Services = services, Today = DateOnly.FromDateTime(services.Time.GetUtcNow().UtcDateTime) };
        var plan = Planner.Plan(configuration, request);
        if (one.Evidence is null
            && plan.Gates.Select(planned => planned.Gate).OfType<FactsGate>().SelectMany(gate => gate.KindsBeyondFiles).ToList() is { Count: > 0 } kinds)
        {
            throw new UsageException($"{Say.Path(one.Name)}: no files/ can give `{string.Join("` and `", kinds)}` facts; write an evidence.json instead, as a run writes it to evidence/{one.Subject.GateId}.json");
        }

        return one.Evidence is null
            ? plan
            : plan with { Gates = [.. plan.Gates.Select(planned => planned with { Gate = new RecordedEvidence(one.Evidence) })] };
    }
}

/// <summary>Stands in for a gate and hands out what was collected before.</summary>
internal sealed class RecordedEvidence(Evidence evidence) : IGate
{
    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) => Task.FromResult(evidence);
}
