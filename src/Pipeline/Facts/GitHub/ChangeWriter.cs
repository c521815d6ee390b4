using System.Text.Json;
using Gates.Doors.GitHub.Source;
using Gates.Formats.Foundation.Text;

namespace Gates.Pipeline.Facts.GitHub;

/// <summary>Writes pull requests in the shape that <c>gates.d.ts</c> describes; people only as roles.</summary>
internal sealed class ChangeWriter(Utf8JsonWriter facts, People people)
{
    /// <value>Characters; what is longer is cut and said to be.</value>
    public const int MaxTitle = 1_000;

    /// <value>Characters.</value>
    public const int MaxBody = 32_768;

    private const int MaxLabels = 100;

    public void Write(IReadOnlyList<SeenChange>? changes)
    {
        if (changes is null)
        {
            facts.WriteNull(GitHubFacts.PullRequests);
            return;
        }

        // First, so that the order of texts does not decide who is who.
        foreach (var change in changes)
        {
            _ = (people.Of(change.Pull.User), (change.Reviews ?? []).Select(review => people.Of(review.User)).ToList(), people.Of(change.Pull.MergedBy));
        }

        facts.WriteStartArray(GitHubFacts.PullRequests);
        foreach (var change in changes)
        {
            Write(change);
        }

        facts.WriteEndArray();
    }

    private void Write(SeenChange change)
    {
        var pull = change.Pull;
        facts.WriteStartObject();
        facts.WriteNumber("number", pull.Number);
        facts.WriteString("state", pull.MergedAt is null ? pull.State : "merged");
        facts.WriteBoolean("draft", pull.Draft);
        Text("title", pull.Title, MaxTitle);
        Text("body", pull.Body ?? "", MaxBody);
        facts.WriteBoolean("cut", pull.Title.Length > MaxTitle || pull.Body?.Length > MaxBody || pull.Labels.Count > MaxLabels);
        facts.WriteString("author", people.Of(pull.User));
        facts.WriteString("association", Word(pull.AuthorAssociation));
        Texts("labels", pull.Labels.Take(MaxLabels).Select(label => Escape.Cut(label.Name, MaxTitle)));
        Side("base", pull.Base, pull);
        Side("head", pull.Head, pull);
        Time("created", pull.CreatedAt);
        Time("merged", pull.MergedAt);
        facts.WriteString("mergedBy", people.Of(pull.MergedBy));
        facts.WriteString("mergeCommit", pull.MergedAt is null ? null : pull.MergeCommitSha);
        Reviews(change);
        Texts("requestedReviewers", (pull.RequestedReviewers ?? []).Select(one => people.Of(one)!));
        Texts("requestedTeams", (pull.RequestedTeams ?? []).Select(team => team.Slug));
        Issues(change);
        facts.WriteEndObject();
    }

    private void Reviews(SeenChange change)
    {
        if (change.Reviews is null)
        {
            facts.WriteNull("reviews");
            return;
        }

        facts.WriteStartArray("reviews");
        foreach (var review in change.Reviews)
        {
            facts.WriteStartObject();
            facts.WriteString("reviewer", people.Of(review.User));
            facts.WriteString("association", Word(review.AuthorAssociation));
            facts.WriteString("state", Word(review.State));
            facts.WriteString("commit", review.CommitId);
            facts.WriteBoolean("ofHead", review.CommitId is not null && review.CommitId == change.Pull.Head.Sha);
            facts.WriteBoolean("byAuthor", review.User is { } who && change.Pull.User is { } author && people.Of(who) == people.Of(author));
            Time("time", review.SubmittedAt);
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
    }

    private void Issues(SeenChange change)
    {
        if (change.Issues is null)
        {
            facts.WriteNull("issues");
            return;
        }

        facts.WriteStartArray("issues");
        foreach (var issue in change.Issues)
        {
            facts.WriteStartObject();
            facts.WriteString("repository", issue.Repository);
            facts.WriteNumber("number", issue.Number);
            facts.WriteString("state", Word(issue.State));
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
    }

    private void Side(string name, SeenPullSide side, SeenPull pull)
    {
        facts.WriteStartObject(name);
        facts.WriteString("branch", side.Ref);
        facts.WriteString("sha", side.Sha);
        facts.WriteBoolean("foreign", side.Repo?.FullName is not { } repository || repository != pull.Base.Repo?.FullName);
        facts.WriteEndObject();
    }

    private void Text(string name, string text, int limit) => facts.WriteString(name, people.Redact(text.Length > limit ? Escape.Cut(text, limit) : text));

    /// <summary>As policies write it: <c>changes-requested</c>.</summary>
    private static string Word(string text) => Escape.Cut(text, MaxTitle).ToLowerInvariant().Replace('_', '-');

    private void Time(string name, DateTimeOffset? time) => GitHubFactsWriter.Time(facts, name, time);

    private void Texts(string name, IEnumerable<string> texts) => GitHubFactsWriter.Texts(facts, name, texts);
}
