using Gates.Attestation.Branch;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Attestation.Lifetime;

/// <summary>Places and ends legal holds: a signed entry of this year's log each.</summary>
/// <param name="tools">Doors and clock.</param>
internal sealed class HoldSession(LifetimeTools tools)
{
    /// <value>Fewer digits of a hold's id could mean another one some day.</value>
    private const int LeastId = 6;

    /// <param name="request">Where, by whom and why.</param>
    /// <param name="years">The years to hold; none means all, also those to come.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<ExitCode> PlaceAsync(RetentionRequest request, IReadOnlyList<int> years, CancellationToken cancellationToken)
    {
        using var repository = await tools.OpenAsync(request.Evidence, cancellationToken);
        var shards = await ShardsAsync(repository, request, cancellationToken);
        foreach (var year in years.Where(year => !shards.Any(shard => shard.Year == year)))
        {
            throw new UsageException($"--year {year}: there is no {LogIdentity.Branch(year)} to hold");
        }

        var log = shards[^1];
        var about = Subject.File(BranchLog.FolderOf(log.Year) + LogReader.CheckpointFile, Sha256Hex.Of(log.Log.Note.Bytes));
        var id = await LogAsync(request, repository, hold => hold with { Years = years }, about, cancellationToken);
        var held = years.Count == 0 ? "every year" : string.Join(", ", years.Select(year => FormattableString.Invariant($"{year:D4}")));
        tools.Say($"placed: legal hold {id} on {held}. "
            + $"Nothing of that can be erased or dropped until `gates retention release {id}`.");
        return ExitCode.Holds;
    }

    /// <param name="request">Where, by whom and why.</param>
    /// <param name="id">The hold, or how its id begins.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<ExitCode> ReleaseAsync(RetentionRequest request, string id, CancellationToken cancellationToken)
    {
        using var repository = await tools.OpenAsync(request.Evidence, cancellationToken);
        var active = LegalHolds.Read(await ShardsAsync(repository, request, cancellationToken)).Active;
        if (id.Length < LeastId || active.Where(hold => hold.Leaf.Sha256.StartsWith(id, StringComparison.Ordinal)).ToList() is not [var found])
        {
            var known = active.Count == 0 ? "there is none" : "there are " + string.Join(", ", active.Select(hold => hold.Id));
            throw new UsageException($"{Escape.OneLine(id)}: no legal hold in force has this id; {known}");
        }

        await LogAsync(
            request, repository, hold => hold with { Releases = found.Leaf.Sha256 }, Subject.File(found.Leaf.Path, found.Leaf.Sha256), cancellationToken);
        tools.Say($"released: legal hold {found.Id}. {Prose.Count(active.Count - 1, "legal hold")} still in force.");
        return ExitCode.Holds;
    }

    private static async Task<IReadOnlyList<EvidenceShard>> ShardsAsync(
        EvidenceRepository repository, RetentionRequest request, CancellationToken cancellationToken) =>
        await EvidenceShard.AllAsync(repository, LifetimeTools.Trust(request.Evidence), cancellationToken) is { Count: > 0 } shards
            ? shards
            : throw new UsageException("there is no evidence branch yet, and nothing to hold");

    /// <returns>The statement's id.</returns>
    private async Task<string> LogAsync(
        RetentionRequest request, EvidenceRepository repository, Func<LegalHold, LegalHold> hold, Subject about, CancellationToken cancellationToken)
    {
        if (request.By is null || string.IsNullOrWhiteSpace(request.Reason))
        {
            throw new UsageException("a legal hold says by whom and why: give --by FILE (in a job of GitHub Actions it is who started it) and --reason TEXT");
        }

        using var keys = tools.Keys(request.Evidence);
        using var key = tools.EvidenceKey(request.Key, keys);
        var commitments = LifetimeTools.NewCommitments();
        var statement = hold(new LegalHold(tools.Now, commitments.To("by", request.By), commitments.To("reason", request.Reason))).ToStatement(about);
        var year = tools.Now.Year;
        var item = tools.Item(LegalHold.Name, statement, key);
        var logged = await tools.Appender(repository, request.Evidence, keys).AppendAsync([item], year, cancellationToken);
        using var disclosures = await tools.DisclosuresAsync(request.Evidence, cancellationToken);
        await disclosures.UpdateAsync(now => now.With(year, LifetimeTools.OpeningsOf(commitments, PersonValues.Nobody)), cancellationToken);
        tools.Say($"entry {Prose.Number((int)logged.Items[0].Proof.Index)} of {LogIdentity.Branch(year)}, {item.Path}");
        return Sha256Hex.Of(item.Bytes)[..PlacedHold.ShortId];
    }
}
