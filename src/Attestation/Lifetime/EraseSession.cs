using Gates.Attestation.Branch;
using Gates.Attestation.Log;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Attestation.Lifetime;

/// <summary>
/// Erases what shows a person. The tombstone is logged first: whoever is interrupted then runs it again, and finds what is left to do. Nothing that was
/// signed changes.
/// </summary>
/// <param name="tools">Doors and clock.</param>
internal sealed class EraseSession(LifetimeTools tools)
{
    private const int MaxNamed = 100;

    /// <exception cref="UsageException">Something cannot be erased at all, or a key is missing.</exception>
    /// <exception cref="EvaluationException">A branch or the ref could not be written; running it again goes on.</exception>
    public async Task<ExitCode> RunAsync(EraseRequest request, CancellationToken cancellationToken)
    {
        Demand(request);
        using var repository = await tools.OpenAsync(request.Evidence, cancellationToken);
        using var disclosures = await tools.DisclosuresAsync(request.Evidence, cancellationToken);
        var shards = await EvidenceShard.AllAsync(repository, LifetimeTools.Trust(request.Evidence), cancellationToken);
        var openings = await disclosures.ReadAsync(cancellationToken);
        var plan = await ErasePlan.MakeAsync(request, openings, shards, cancellationToken);
        Show(plan, request.IsDryRun);
        if (plan.Held is { } hold)
        {
            tools.Say($"The legal hold {hold.Id} of {EvidenceTime.Write(hold.Hold.Time)} keeps it. "
                + $"Nothing was erased; `gates retention release {hold.Id}` ends the hold.");
            return ExitCode.Fails;
        }

        if (plan.IsEmpty || request.IsDryRun)
        {
            tools.Say(plan.IsEmpty ? "There is nothing to erase." : "Nothing was changed: this was a dry run.");
            return ExitCode.Holds;
        }

        await EraseAsync(request, plan, repository, disclosures, cancellationToken);
        SayWhatStays(plan, request);
        return ExitCode.Holds;
    }

    private async Task EraseAsync(
        EraseRequest request, ErasePlan plan, EvidenceRepository repository, DisclosureRef disclosures, CancellationToken cancellationToken)
    {
        using var keys = tools.Keys(request.Evidence);
        using var key = tools.EvidenceKey(request.Key, keys);
        var commitments = LifetimeTools.NewCommitments();
        var by = commitments.To("by", request.By!);
        var (year, trust) = (tools.Now.Year, LifetimeTools.Trust(request.Evidence));
        var appender = tools.Appender(repository, request.Evidence, keys);
        AppendResult? logged = null;
        if (plan.Unsaid([]).Count > 0 || plan.Files.Any(file => file.Year == year))
        {
            logged = await appender.AppendAsync((tip, log) => Task.FromResult(Change(tip, log)), year, cancellationToken);
            SayLogged(logged, year);
        }

        foreach (var files in plan.Files.Where(file => file.Year != year).GroupBy(file => file.Year))
        {
            var change = new BranchChange([]) { Removed = [.. files.Select(file => file.Path)], KeepsHistory = request.KeepsHistory };
            await appender.AppendAsync((_, _) => Task.FromResult(change), files.Key, cancellationToken);
        }

        var more = logged is { Items.Count: > 0 } ? LifetimeTools.OpeningsOf(commitments, request.Person).ToList() : [];
        await disclosures.UpdateAsync(now => now.Without(plan.Commitments).With(year, more), cancellationToken);

        BranchChange Change(string? tip, LogReader? log)
        {
            var since = log is null ? [] : LoggedStatement.Leaves(log, leaf => leaf.Type == LeafType.Tombstone)
                .Select(leaf => LoggedStatement.Read(log.Checkpoint.Origin, leaf, repository.Read(tip!, leaf.Path), trust))
                .Select(one => Tombstone.Read(one.Statement, one.Leaf.Path)).ToList();
            var erased = plan.Unsaid(since);
            var tombstone = new Tombstone(tools.Now, request.LegalBasis, erased, by);
            return new BranchChange(erased.Count == 0 ? [] : [tools.Item(Tombstone.Name, tombstone.ToStatement(), key, LeafType.Tombstone)])
            {
                Removed = [.. plan.Files.Where(file => file.Year == year).Select(file => file.Path)],
                KeepsHistory = request.KeepsHistory,
            };
        }
    }

    private static void Demand(EraseRequest request)
    {
        if (request.Person.IsNobody && request.Files.Count == 0)
        {
            throw new UsageException("nobody and nothing is named: give --person FILE, or --file PATH of an evidence branch");
        }

        if (request.Person.IsNamedIn(request.LegalBasis))
        {
            throw new UsageException("--basis names the person, and it is signed and logged for good: name the law or the contract only");
        }

        if (!request.IsDryRun && request.By is null)
        {
            throw new UsageException("nobody says who asked: give --by FILE, a file with the name; in a job of GitHub Actions it is who started it");
        }
    }

    private void Show(ErasePlan plan, bool isDryRun)
    {
        var would = isDryRun ? "would go" : "goes";
        foreach (var kind in plan.Openings.GroupBy(one => (one.Year, one.Opening.Name)).OrderBy(group => group.Key))
        {
            tools.Say(FormattableString.Invariant($"{would}  {Prose.Count(kind.Count(), "opening")} of \"{kind.Key.Name}\" of {kind.Key.Year}"));
        }

        foreach (var (year, path) in plan.Files.Take(MaxNamed))
        {
            tools.Say($"{would}  {path} of {LogIdentity.Branch(year)}");
        }

        foreach (var (year, entry) in plan.Entries.Take(MaxNamed))
        {
            tools.Say(FormattableString.Invariant($"stays  entry {entry.Sequence} of {LogIdentity.Branch(year)}, {entry.Path}, and its signature"));
        }

        if (plan.Entries.Count > MaxNamed)
        {
            tools.Say($"and {Prose.Count(plan.Entries.Count - MaxNamed, "more entry", "more entries")}");
        }

        if (plan.Near > 0)
        {
            tools.Say($"{Prose.Count(plan.Near, "other opening")} {(plan.Near == 1 ? "holds" : "hold")} one of the values among other words; "
                + "if the same person is meant, give that whole value on a line of its own");
        }
    }

    private void SayLogged(AppendResult logged, int year)
    {
        foreach (var (item, proof, _) in logged.Items)
        {
            tools.Say($"tombstone  entry {Prose.Number((int)proof.Index)} of {LogIdentity.Branch(year)}, {item.Path}");
        }
    }

    private void SayWhatStays(ErasePlan plan, EraseRequest request)
    {
        tools.Say($"Erased: {Prose.Count(plan.Openings.Count, "opening")}, {Prose.Count(plan.Files.Count, "file")}. "
            + "No ref that this program writes leads to them any more.");
        if (request.KeepsHistory && plan.Files.Count > 0)
        {
            tools.Say("With --keep-history the older commits of the branch still hold the files: whoever has the branch has them.");
        }

        tools.Say("Still there, and out of reach of this command: clones and forks; objects that the host keeps until it collects them "
            + "(on GitHub, ask support to remove unreachable objects and cached views); artifacts and logs of jobs; "
            + "results.json, reports and disclosures.json of runs; checks, comments and the waiver file of the repository.");
    }
}
