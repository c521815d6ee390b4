using Gates.Attestation.Branch;
using Gates.Doors.Git;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Lifetime;

/// <summary>
/// The ref that keeps what opens commitments. It is one commit without parents, made anew for each change, so that what was taken out is in no commit that
/// the ref leads to. What is fetched of it goes into a folder that is removed at the end.
/// </summary>
internal sealed class DisclosureRef : IDisposable
{
    public const string Name = "refs/gates/disclosures";

    private readonly EvidenceRepository repository;
    private readonly TimeProvider time;
    private readonly Func<double> random;

    private DisclosureRef(EvidenceRepository repository, TimeProvider time, Func<double> random)
    {
        this.repository = repository;
        this.time = time;
        this.random = random;
    }

    /// <param name="request">Where it is.</param>
    /// <param name="token">The job's token, for its own server.</param>
    /// <param name="time">The commit's time, and the waits.</param>
    /// <param name="random">See <see cref="PushRace"/>.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public static async Task<DisclosureRef> OpenAsync(
        EvidenceRequest request, string? token, TimeProvider time, Func<double> random, CancellationToken cancellationToken)
    {
        var apart = FormattableString.Invariant($"gates-disclosures-{Environment.ProcessId}");
        return new DisclosureRef(await EvidenceRepository.OpenAsync(request.Workspace, request.Remote, token, cancellationToken, apart), time, random);
    }

    /// <exception cref="EvaluationException">The remote cannot be reached, or the ref holds something else.</exception>
    public async Task<Openings> ReadAsync(CancellationToken cancellationToken) =>
        await ReadAsync(await repository.TipAsync(Name, cancellationToken), cancellationToken);

    /// <summary>Changes what is kept, again and again until nobody else was faster.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="EvaluationException">The ref cannot be written; it is as it was.</exception>
    public async Task<bool> UpdateAsync(Func<Openings, Openings> change, CancellationToken cancellationToken)
    {
        var race = new PushRace(Name, time, random);
        while (true)
        {
            race.Begin();
            var tip = await repository.TipAsync(Name, cancellationToken);
            var before = await ReadAsync(tip, cancellationToken);
            var after = change(before);
            if (after.IsSame(before))
            {
                return false;
            }

            var commit = await repository.CommitAsync(new NewCommit(null, after.Files, "Openings\n", time.GetUtcNow()), cancellationToken);
            if (await repository.SwapAsync(Name, tip, commit, cancellationToken) is not { } reason)
            {
                return true;
            }

            await race.LoseAsync(tip, reason, cancellationToken);
        }
    }

    public void Dispose() => repository.Dispose();

    private async Task<Openings> ReadAsync(string? tip, CancellationToken cancellationToken)
    {
        if (tip is null)
        {
            return Openings.None;
        }

        var paths = await repository.ListAsync(tip, ".", cancellationToken);
        return Openings.Read(paths.Zip(repository.Read(tip, paths), (path, bytes) => (path, bytes!)), Name);
    }
}
