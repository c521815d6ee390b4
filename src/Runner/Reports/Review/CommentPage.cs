using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;

namespace Gates.Runner.Reports.Review;

/// <summary>The one comment on a pull request: what blocks and how to go on, first; folded away when there is nothing to do.</summary>
internal static class CommentPage
{
    /// <value>GitHub refuses a comment beyond 65,536 characters. In bytes.</value>
    public const int MaxBytes = 65_000;

    private const int MaxBlocking = 25;
    private const int MaxOther = 50;
    private const int Closing = 1_000;

    /// <summary>The comment, its marker in the first line.</summary>
    public static string Render(ReviewInput input)
    {
        var page = new BoundedText(MaxBytes);
        page.TryAdd($"{CommentMarker.From(input.Report)}\n");
        if (input.IsQuiet)
        {
            page.TryAdd($"<details><summary>{ReviewParts.Headline(input)}</summary>\n\n");
            Body(page, input);
            page.TryAdd("\n</details>\n");
        }
        else
        {
            page.TryAdd($"## {ReviewParts.Headline(input)}\n\n");
            Body(page, input);
        }

        return page.ToString();
    }

    private static void Body(BoundedText page, ReviewInput input)
    {
        ReviewParts.Head(page, input);
        ReviewParts.Notes(page, input.Report, MaxBytes / 2);
        ReviewParts.Table(page, input, MaxBytes / 2);
        var findings = FindingGroups.Told(input.Report).ToLookup(reported => reported.IsBlocking);
        Blocking(page, FindingGroups.Of(findings[true]), input);
        ReviewParts.Unseen(page, input, 4 * Closing);
        ReviewParts.Unverified(page, input, 3 * Closing);
        Others(page, FindingGroups.Of(findings[false]), input);
        ReviewParts.Metrics(page, input, 3 * Closing);
        ReviewParts.OwnRules(page, input, 2 * Closing);
        ReviewParts.Foot(page, input);
    }

    private static void Blocking(BoundedText page, IReadOnlyList<FindingGroup> groups, ReviewInput input)
    {
        if (groups.Count == 0)
        {
            return;
        }

        page.TryAdd($"\n### {Prose.Count(ReviewParts.Count(groups), "finding blocks", "findings block")}\n");
        var shown = page.AddWhile(groups.Take(MaxBlocking).Select((group, index) => ReviewParts.Blocking(group, index + 1, input)), 6 * Closing);
        ReviewParts.More(page, ReviewParts.Count(groups.Skip(shown)), "more blocks", "more block", input);
    }

    private static void Others(BoundedText page, IReadOnlyList<FindingGroup> groups, ReviewInput input)
    {
        if (groups.Count == 0
            || !page.TryAdd(
                $"\n<details><summary>{Prose.Count(ReviewParts.Count(groups), "new finding does not block", "new findings do not block")}</summary>\n\n",
                2 * Closing))
        {
            return;
        }

        var shown = page.AddWhile(groups.Take(MaxOther).Select(group => ReviewParts.Listed(group, input)), 2 * Closing);
        ReviewParts.More(page, ReviewParts.Count(groups.Skip(shown)), "more finding", "more findings", input);
        page.TryAdd("\n</details>\n");
    }
}
