using Gates.Attestation.Branch;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Attestation.Lifetime;

/// <summary>Shows what may go of the evidence, and drops a year that may.</summary>
/// <param name="tools">Doors and clock.</param>
internal sealed class RetentionSession(LifetimeTools tools)
{
    /// <summary>Says of each year until when it is kept, what blocks it, and how it can be dropped.</summary>
    public async Task<ExitCode> ShowAsync(RetentionRequest request, CancellationToken cancellationToken)
    {
        using var repository = await tools.OpenAsync(request.Evidence, cancellationToken);
        var plan = await PlanAsync(repository, request, cancellationToken);
        tools.Say($"rule: each year is kept for {Prose.Count(request.Rule.Years, "year")} after its end");
        foreach (var year in plan.Years)
        {
            var name = LogIdentity.Branch(year.Shard.Year);
            var answer = year.MayGo ? "may go" : "stays";
            tools.Say($"{name}: {Prose.Number((int)year.Shard.Log.Size)} entries, kept until {request.Rule.LastDay(year.Shard.Year)}, {answer}");
            foreach (var reason in year.Blocks)
            {
                tools.Say($"  {reason}");
            }

            if (year.MayGo)
            {
                tools.Say($"  {LogIdentity.Branch(year.Shard.Year + 1)} keeps its last checkpoint; to drop it: gates retention drop {Name(year.Shard.Year)}");
            }
        }

        foreach (var hold in plan.Holds.Active)
        {
            var years = hold.Hold.Years.Count == 0 ? "every year" : string.Join(", ", hold.Hold.Years.Select(Name));
            var entry = Prose.Number((int)hold.Leaf.Sequence);
            tools.Say($"legal hold {hold.Id} of {EvidenceTime.Write(hold.Hold.Time)} on {years}, entry {entry} of {LogIdentity.Branch(hold.Year)}");
        }

        if (plan.Years.Count == 0)
        {
            tools.Say("there is no evidence branch");
        }

        return ExitCode.Holds;
    }

    /// <summary>Drops a year whole: logs that, deletes its branch, and removes what opened its commitments.</summary>
    /// <exception cref="EvaluationException">A branch could not be written; running it again goes on.</exception>
    public async Task<ExitCode> DropAsync(RetentionRequest request, int year, CancellationToken cancellationToken)
    {
        using var repository = await tools.OpenAsync(request.Evidence, cancellationToken);
        using var disclosures = await tools.DisclosuresAsync(request.Evidence, cancellationToken);
        var plan = await PlanAsync(repository, request, cancellationToken);
        var branch = LogIdentity.Branch(year);
        var isSaid = plan.Years.SelectMany(other => other.Shard.Named(DroppedShard.Name))
            .Any(logged => DroppedShard.Read(logged.Statement, logged.Leaf.Path).Year == year);
        if (plan.Years.FirstOrDefault(one => one.Shard.Year == year) is not { } retained)
        {
            await (isSaid
                ? disclosures.UpdateAsync(now => now.WithoutYear(year), cancellationToken)
                : throw new UsageException($"{branch}: there is no such branch; `gates retention` shows those that there are"));
            tools.Say($"{branch} is gone already.");
            return ExitCode.Holds;
        }

        if (!retained.MayGo)
        {
            tools.Say($"{branch} stays:");
            retained.Blocks.ToList().ForEach(reason => tools.Say($"  {reason}"));
            return ExitCode.Fails;
        }

        if (!isSaid)
        {
            await LogAsync(request, plan, retained.Shard, repository, cancellationToken);
        }

        if (await repository.DeleteAsync(branch, retained.Shard.Tip, cancellationToken) is { } refusal)
        {
            throw new EvaluationException($"{branch} could not be deleted, and is whole: {refusal}\n"
                + "That it is dropped is logged; run the command again when that is mended.");
        }

        await disclosures.UpdateAsync(now => now.WithoutYear(year), cancellationToken);
        tools.Say($"dropped {branch}: {Prose.Number((int)retained.Shard.Log.Size)} entries. "
            + $"{LogIdentity.Branch(year + 1)} keeps its last checkpoint; what opened its commitments is gone from {DisclosureRef.Name}.");
        tools.Say("Still there: clones and forks, packs on releases, and what the host keeps of unreachable objects until it collects them.");
        return ExitCode.Holds;
    }

    private static string Name(int year) => FormattableString.Invariant($"{year:D4}");

    private async Task<RetentionPlan> PlanAsync(EvidenceRepository repository, RetentionRequest request, CancellationToken cancellationToken)
    {
        var trust = LifetimeTools.Trust(request.Evidence);
        return RetentionPlan.Make(await EvidenceShard.AllAsync(repository, trust, cancellationToken), trust, request.Rule, tools.Now);
    }

    private async Task LogAsync(
        RetentionRequest request, RetentionPlan plan, EvidenceShard shard, EvidenceRepository repository, CancellationToken cancellationToken)
    {
        using var keys = tools.Keys(request.Evidence);
        using var key = tools.EvidenceKey(request.Key, keys);
        var checkpoint = RetentionPlan.Kept(shard, [.. plan.Years.Select(one => one.Shard)], LifetimeTools.Trust(request.Evidence)).Checkpoint!;
        var dropped = new DroppedShard(tools.Now, shard.Year, request.Rule.Years, shard.Log.Checkpoint);
        await tools.Appender(repository, request.Evidence, keys)
            .AppendAsync([tools.Item(DroppedShard.Name, dropped.ToStatement(checkpoint), key)], tools.Now.Year, cancellationToken);
    }
}
