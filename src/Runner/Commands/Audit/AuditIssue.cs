using Gates.Attestation.Auditing;
using Gates.Attestation.Keys;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Comments;
using Gates.Doors.GitHub.Issues;
using Gates.Pipeline.Waivers;
using Gates.Runner.Reports.Review;

namespace Gates.Runner.Commands.Audit;

/// <summary>The one issue of a quarter's audit: found again by its title, its marker and its author, and written over in place.</summary>
/// <param name="gitHub">Where it stands.</param>
/// <param name="author">Whose it is; title and marker anybody could copy.</param>
internal sealed class AuditIssue(GitHubClient gitHub, string author)
{
    private const string Cut = "\n\nThe report is longer than an issue may be; the rest is in its signed files.\n";

    /// <returns>What was done, in a sentence.</returns>
    public async Task<string> PublishAsync(ReleaseAudit audit, string markdown, string head, CancellationToken cancellationToken)
    {
        var marker = $"<!-- gates-release-audit {audit.Quarter} -->";
        var title = $"Release audit {audit.Quarter}";
        var owners = audit.Failures.Count > 0 ? await OwnersAsync(head, cancellationToken) : null;
        var body = Body(marker, owners, markdown);
        bool IsOurs(Issue issue) => !issue.IsPullRequest && issue.Title == title && issue.User?.Is(author) == true
            && issue.Body?.StartsWith(marker, StringComparison.Ordinal) == true;
        var there = (await gitHub.Issues.ListAsync(author, cancellationToken)).Items.Where(IsOurs).MinBy(issue => issue.Number);
        if (there is null)
        {
            var made = await gitHub.Issues.CreateAsync(title, body, author, IsOurs, cancellationToken);
            return $"opened {made.HtmlUrl}";
        }

        if (there.Body == body && (there.IsOpen || audit.Failures.Count == 0))
        {
            return $"{there.HtmlUrl} says it already";
        }

        await gitHub.Issues.UpdateAsync(there.Number, body, audit.Failures.Count > 0, cancellationToken);
        return $"updated {there.HtmlUrl}";
    }

    private static string Body(string marker, string? owners, string markdown)
    {
        var text = new BoundedText(CommentApi.MaximumLength - Cut.Length);
        text.TryAdd(marker + "\n");
        text.TryAdd(owners is null ? "" : owners + "\n\n");
        var lines = markdown.Split('\n').Select(line => line + "\n").ToList();
        return text.AddWhile(lines, floor: 0) == lines.Count ? text.ToString() : text + Cut;
    }

    /// <summary>Who answers for keys and waivers.</summary>
    private async Task<string> OwnersAsync(string head, CancellationToken cancellationToken)
    {
        var file = await gitHub.CodeOwners.ReadAsync(head, cancellationToken);
        var owners = ((string[])[Keyring.Path, WaiverFile.DefaultPath]).SelectMany(path => file?.OwnersOf(path) ?? [])
            .Where(owner => owner.StartsWith('@')).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return owners.Count > 0
            ? $"{string.Join(' ', owners)}: something does not hold."
            : $"Something does not hold, and CODEOWNERS names nobody for `{Keyring.Path}` who could be told.";
    }
}
