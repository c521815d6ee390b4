using Gates.Doors.GitHub;
using Gates.Doors.GitHub.GraphQl;
using Gates.Doors.GitHub.PullRequests;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;

namespace Gates.Runner.Commands.Publish.Suggestions;

/// <summary>Offers fixes of one line as changes that a click commits, in one review, and settles those that were taken.</summary>
/// <param name="gitHub">The repository.</param>
/// <param name="author">As whom the token writes; a marker alone anybody could copy.</param>
internal sealed class SuggestionPublisher(GitHubClient gitHub, string author)
{
    /// <returns>How many were written and settled, in words; <see langword="null"/> when nothing was to be done.</returns>
    public async Task<string?> PublishAsync(JudgedPull judged, CancellationToken cancellationToken)
    {
        var pull = judged.Pull!;
        var candidates = SuggestionPlan.Candidates(judged.Input);
        var threads = await gitHub.GraphQl.ListThreadsAsync(pull.Number, cancellationToken);
        var own = threads.Items.Where(IsOwn).ToList();
        if (candidates.Count == 0 || !threads.IsComplete || own.Count >= SuggestionPlan.MaxCount)
        {
            return await SettleAsync(SuggestionPlan.Settle(judged.Input, own), cancellationToken);
        }

        var files = (await gitHub.PullRequests.ListFilesAsync(pull.Number, cancellationToken)).Items
            .Where(file => file.Patch is not null)
            .DistinctBy(file => file.Path, StringComparer.Ordinal)
            .ToDictionary(file => file.Path, file => DiffLines.Of(file.Patch!), StringComparer.Ordinal);
        var plan = SuggestionPlan.From(judged.Input, files, own, await PinsAsync(candidates, files, own, cancellationToken));
        var settled = await SettleAsync(plan.Settled, cancellationToken);
        if (plan.Changes.Count == 0)
        {
            return settled;
        }

        var review = new ReviewBody(
            pull.Head.Sha,
            "COMMENT",
            $"Gates can mend {Prose.Count(plan.Changes.Count, "finding")} with a change of one line each. "
                + "*Add suggestion to batch*, then *Commit suggestions*, takes all at once.",
            [.. plan.Changes.Select(change => new ReviewComment(change.Path, change.Line, "RIGHT", change.Render()))]);
        await gitHub.PullRequests.CommentAsync(pull.Number, review, () => FindAsync(pull.Number, plan.Changes[0].Marker, cancellationToken), cancellationToken);
        return $"{Prose.Count(plan.Changes.Count, "change")} suggested{(settled is null ? "" : $", {settled}")}";
    }

    /// <summary>What was suggested for an action once is not asked for again.</summary>
    private async Task<Dictionary<(string, int), string>> PinsAsync(
        IReadOnlyList<ReportedFinding> candidates,
        Dictionary<string, IReadOnlyDictionary<int, string>> files,
        List<ReviewThread> own,
        CancellationToken cancellationToken)
    {
        var said = own.Select(thread => SuggestionMarker.In(thread.Body)!.Finding).ToHashSet(StringComparer.Ordinal);
        var (pins, asking) = (new Dictionary<(string, int), string>(), new ActionCommits(gitHub));
        foreach (var reported in candidates.Where(one => SuggestionPlan.IsAction(one) && !said.Contains(SuggestionMarker.From(one).Finding)))
        {
            var (path, line) = (reported.Finding.Finding.Location!.Path, reported.Finding.Finding.Location.Line!.Value);
            if (files.TryGetValue(path, out var shown) && shown.TryGetValue(line, out var now)
                && await asking.PinAsync(now, reported.Finding.Finding.Message, cancellationToken) is { } pinned)
            {
                pins[(path, line)] = pinned;
            }
        }

        return pins;
    }

    private async Task<string?> SettleAsync(IReadOnlyList<ReviewThread> threads, CancellationToken cancellationToken)
    {
        foreach (var thread in threads)
        {
            await gitHub.GraphQl.ResolveAsync(thread, cancellationToken);
        }

        return threads.Count == 0 ? null : $"{Prose.Count(threads.Count, "suggestion")} resolved";
    }

    /// <summary>A review whose answer got lost is there when one of its conversations is.</summary>
    private async Task<CreatedReview?> FindAsync(int number, SuggestionMarker marker, CancellationToken cancellationToken) =>
        (await gitHub.GraphQl.ListThreadsAsync(number, cancellationToken)).Items.Any(thread => IsOwn(thread) && SuggestionMarker.In(thread.Body) == marker)
            ? new CreatedReview(0)
            : null;

    private bool IsOwn(ReviewThread thread) =>
        string.Equals(thread.Author, author, StringComparison.OrdinalIgnoreCase) && SuggestionMarker.In(thread.Body) is not null;
}
