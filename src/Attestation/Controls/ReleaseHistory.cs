using Gates.Doors.Git;
using Gates.Doors.Git.History;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.Attestation.Controls;

/// <summary>Reads from git what a release is and which releases and changes there were.</summary>
internal sealed class ReleaseHistory(GitRepository repository)
{
    private const int MaxTags = 5_000;
    private const int MaxChanges = 50_000;

    /// <exception cref="UsageException">There is no such tag.</exception>
    /// <exception cref="EvaluationException">This clone does not hold the history that must be counted.</exception>
    public async Task<ReleaseScope> ReadAsync(string tag, string name, CancellationToken cancellationToken)
    {
        var tags = await repository.TagsAsync(MaxTags, mergedInto: null, cancellationToken);
        var commit = tags.Any(one => one.Name == tag) ? await repository.CommitAsync("refs/tags/" + tag, cancellationToken) : null;
        if (commit is null)
        {
            throw new UsageException($"{Say.Quote(tag)} is not a tag of a commit in this clone{Suggestion.Words(tag, tags.Select(one => one.Name))} a tag that only the remote has comes with `git fetch --tags`");
        }

        var prefix = tag[..Math.Max(0, tag.AsSpan().IndexOfAnyInRange('0', '9'))];
        using var objects = repository.OpenObjects();
        var alike = (await repository.TagsAsync(MaxTags, mergedInto: commit, cancellationToken))
            .Where(one => one.Name.StartsWith(prefix, StringComparison.Ordinal) && one.Name.AsSpan(prefix.Length).IndexOfAnyInRange('0', '9') == 0)
            .Select(one => (one.Name, one.Target, Time: TimeOf(objects, one.Target)))
            .OrderBy(one => one.Time).ThenBy(one => one.Name, StringComparer.Ordinal)
            .ToList();
        var time = TimeOf(objects, commit) ?? throw new EvaluationException($"the commit {commit} does not say when it was made");
        var previous = alike.FindLast(one => one.Target != commit);
        var changes = await repository.ChangesOnLineAsync(previous.Name is null ? null : previous.Target, commit, MaxChanges, cancellationToken);
        await CheckCompleteAsync(changes, previous.Name, cancellationToken);
        return new ReleaseScope
        {
            Repository = name,
            Tag = tag,
            Commit = commit,
            Time = time,
            PreviousTag = previous.Name,
            PreviousTime = previous.Time,
            Population = new ReleasePopulation(
                prefix, time.UtcDateTime.Year, [.. alike.Where(one => one.Time?.UtcDateTime.Year == time.UtcDateTime.Year).Select(one => one.Name)], changes),
        };
    }

    private async Task CheckCompleteAsync(IReadOnlyList<string> changes, string? previous, CancellationToken cancellationToken)
    {
        var cut = await repository.ShallowAsync(cancellationToken);
        if (changes.Any(cut.Contains))
        {
            throw new EvaluationException(
                $"this clone does not hold all commits {(previous is null ? "of the release" : $"since {previous}")}, so nobody can count them. Add `fetch-depth: 0` to the `with:` of your actions/checkout step.");
        }
    }

    private static DateTimeOffset? TimeOf(GitObjects objects, string commit) => GitObjectText.Read(objects.Open(commit)).Signed("committer").Time;
}
