using System.Text;
using System.Text.Json;
using Gates.Attestation;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.CheckRuns;
using Gates.Doors.GitHub.PullRequests;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Runner.Reports.Review;

namespace Gates.Runner.Commands.Publish.Overriding;

/// <summary>
/// What the log keeps of an override, made after the merge by a job that holds keys: what GitHub shows then. Who it was stands there as a commitment.
/// </summary>
/// <param name="gitHub">The repository.</param>
/// <param name="review">Knows which checks are shown as overridden.</param>
/// <param name="commitments">Takes what is personal.</param>
internal sealed class OverrideRecords(GitHubClient gitHub, BreakGlassReview review, Commitments commitments)
{
    /// <value>Commits of a push that GitHub is asked about, the newest, a request each.</value>
    private const int MaxCommits = 50;

    /// <param name="commits">What was pushed, the oldest first.</param>
    /// <param name="check">The check's name.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A record for each pull request that got in overridden, by its number.</returns>
    /// <exception cref="EvaluationException">More was pushed than can be looked through.</exception>
    public async Task<IReadOnlyList<OverrideRecord>> FindAsync(IReadOnlyList<string> commits, string check, CancellationToken cancellationToken)
    {
        if (commits.Count > MaxCommits)
        {
            throw new EvaluationException(
                $"{Prose.Number(commits.Count)} commits were pushed at once, and overrides are looked for in {Prose.Number(MaxCommits)} at most; "
                + "add the record of each override by hand with `gates evidence add --type override`");
        }

        var pulls = new SortedDictionary<int, PullRequest>();
        foreach (var commit in commits)
        {
            foreach (var pull in (await gitHub.PullRequests.ListByCommitAsync(commit, cancellationToken)).Where(pull => pull.MergedAt is not null))
            {
                pulls[pull.Number] = pull;
            }
        }

        var records = new List<OverrideRecord>();
        foreach (var pull in pulls.Values)
        {
            if (await review.ShownAsync(pull.Head.Sha, check, cancellationToken) is { } shown && Override.Read(shown.Output!.Title!) is { } said)
            {
                records.Add(new OverrideRecord(pull.Number, Write(pull, shown, said)));
            }
        }

        return records;
    }

    private byte[] Write(PullRequest pull, CheckRun shown, ShownOverride said) => CanonicalJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("repository", gitHub.Endpoint.Repository);
        json.WriteNumber("pull_request", pull.Number);
        json.WriteString("head", pull.Head.Sha);
        json.WriteString("base", pull.Base.Sha);
        json.WriteString("merged_at", EvidenceTime.Write(pull.MergedAt!.Value));
        json.WriteString("until", said.Until);
        if (said.Team is not null)
        {
            json.WriteString("team", said.Team);
        }

        json.WriteStartObject("by");
        json.WriteString(Commitments.AlgorithmProperty, Commitments.Algorithm);
        json.WriteStartArray(Commitments.Property);
        json.WriteStringValue(commitments.To("login", said.Login));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("check");
        json.WriteString("name", shown.Name);
        json.WriteNumber("id", shown.Id);
        json.WriteString("app", shown.App?.Slug ?? "");
        json.WriteString("says", said.Rest);
        json.WriteString("summary_sha256", Sha256Hex.Of(Encoding.UTF8.GetBytes(shown.Output!.Summary ?? "")));
        json.WriteEndObject();
        json.WriteEndObject();
    });
}

/// <summary>That a pull request got in although its gates did not pass.</summary>
/// <param name="Number">The pull request.</param>
/// <param name="Bytes">Canonical JSON.</param>
internal sealed record OverrideRecord(int Number, byte[] Bytes);
