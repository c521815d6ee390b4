using System.Text.RegularExpressions;
using Gates.Doors.Git.Objects;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.GitData;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.Runner.Commands.Publish.Suggestions;

/// <summary>Asks GitHub which commit the tag of an action means today. A policy cannot know it, and a branch is no tag.</summary>
internal sealed partial class ActionCommits(GitHubClient gitHub)
{
    /// <value>Actions that are asked about; each takes up to three requests.</value>
    private const int MaxAsked = 10;

    private readonly Dictionary<string, Pin?> asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The line with the commit in place of the tag, and the version in a comment before whatever the line says besides.</summary>
    /// <param name="line">As the diff shows it.</param>
    /// <param name="message">The finding's, which begins with what it is about.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns><see langword="null"/> when the line uses no action at a version, or GitHub knows no such tag.</returns>
    public async Task<string?> PinAsync(string line, string message, CancellationToken cancellationToken)
    {
        if (line.Length > Fix.MaxLineLength || !Fix.IsVisible(line) || Uses().Match(line) is not { Success: true } match
            || !message.StartsWith($"{match.Groups["action"].Value}@{match.Groups["tag"].Value} ", StringComparison.Ordinal)
            || await FindAsync(match.Groups["owner"].Value, match.Groups["name"].Value, match.Groups["tag"].Value, cancellationToken) is not { } pin)
        {
            return null;
        }

        var said = match.Groups["comment"].Value.Trim();
        var comment = said.Length == 0 || said == pin.Version || said == match.Groups["tag"].Value ? pin.Version : $"{pin.Version} {said}";
        return $"{match.Groups["head"].Value}@{pin.Commit}{match.Groups["quote"].Value} # {comment}";
    }

    private async Task<Pin?> FindAsync(string owner, string name, string tag, CancellationToken cancellationToken)
    {
        var key = $"{owner}/{name}@{tag}";
        if (!asked.TryGetValue(key, out var pin))
        {
            if (asked.Count == MaxAsked || name is "." or "..")
            {
                return null;
            }

            asked[key] = null;
            try
            {
                pin = asked[key] = await AskAsync(owner, name, tag, cancellationToken);
            }
            catch (EvaluationException)
            {
                // An action that GitHub does not show costs its own suggestion only.
            }
        }

        return pin;
    }

    private async Task<Pin?> AskAsync(string owner, string name, string tag, CancellationToken cancellationToken)
    {
        var tags = await gitHub.GitData.ListTagsAsync(owner, name, tag, cancellationToken);
        if (tags.FirstOrDefault(one => one.Ref == $"refs/tags/{tag}") is not { } meant
            || await PeelAsync(owner, name, meant.Object, cancellationToken) is not { } commit)
        {
            return null;
        }

        // The whole version that the tag stands for: the highest of the release is looked into, others only where they point there without a detour.
        var whole = tags.Select(one => (Tag: one, Version: Whole().Match(one.Ref["refs/tags/".Length..])))
            .Where(one => one.Version.Success && (one.Version.Value == tag || one.Version.Value.StartsWith(tag + ".", StringComparison.Ordinal)))
            .OrderByDescending(one => System.Version.Parse(one.Version.Groups["number"].Value))
            .ToList();
        var version = whole.FirstOrDefault(one => one.Tag.Object == meant.Object || one.Tag.Object.Sha == commit).Version?.Value
            ?? (whole is [var highest, ..] && await PeelAsync(owner, name, highest.Tag.Object, cancellationToken) == commit ? highest.Version.Value : tag);
        return new Pin(commit, version);
    }

    private async Task<string?> PeelAsync(string owner, string name, TagTarget target, CancellationToken cancellationToken)
    {
        var end = target.Type == "tag" ? await gitHub.GitData.ReadTagAsync(owner, name, target.Sha, cancellationToken) : target;
        return end.Type == "commit" && ObjectId.IsFull(end.Sha) ? end.Sha : null;
    }

    [GeneratedRegex(
        """\A(?<head>\s*(?:- +)?uses: +["']?(?<action>(?<owner>[A-Za-z0-9][A-Za-z0-9-]{0,38})/(?<name>[A-Za-z0-9_.-]{1,100})(?:/[A-Za-z0-9_.-]{1,100}){0,8}))"""
        + """@(?<tag>v?[0-9]{1,9}(?:\.[0-9]{1,9}){0,2})(?<quote>["']?)\s*(?:\s#(?<comment>.*))?\z""",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Uses();

    [GeneratedRegex(@"\Av?(?<number>[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    private sealed record Pin(string Commit, string Version);
}
