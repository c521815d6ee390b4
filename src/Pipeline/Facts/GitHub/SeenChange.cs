using Gates.Doors.GitHub.GraphQl;
using Gates.Doors.GitHub.Source;

namespace Gates.Pipeline.Facts.GitHub;

/// <summary>A pull request and what was said of it.</summary>
/// <param name="Pull">The pull request.</param>
/// <param name="Reviews">The one that counts of each reviewer; <see langword="null"/> when they could not be seen.</param>
/// <param name="AllReviews">Whether no review was left unread.</param>
/// <param name="Issues">Those that it closes; <see langword="null"/> when they could not be seen.</param>
internal sealed record SeenChange(SeenPull Pull, IReadOnlyList<SeenReview>? Reviews, bool AllReviews, IReadOnlyList<LinkedIssue>? Issues)
{
    private static readonly string[] Opinions = ["APPROVED", "CHANGES_REQUESTED", "DISMISSED"];

    /// <summary>
    /// The last opinion of each reviewer, as GitHub counts them: a comment takes no approval back. Whoever only commented has their last comment. What is not
    /// handed in is left out.
    /// </summary>
    public static IReadOnlyList<SeenReview> Latest(IReadOnlyList<SeenReview> reviews) =>
    [
        .. reviews.Where(review => review.State != "PENDING")
            .Index()
            .GroupBy(one => one.Item.User?.Login ?? FormattableString.Invariant($"\0{one.Index}"), StringComparer.OrdinalIgnoreCase)
            .Select(all => all.Where(one => Opinions.Contains(one.Item.State, StringComparer.Ordinal)).DefaultIfEmpty(all.Last()).Last())
            .OrderBy(one => one.Index)
            .Select(one => one.Item),
    ];
}
