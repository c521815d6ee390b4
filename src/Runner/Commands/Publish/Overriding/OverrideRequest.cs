using Gates.Doors.GitHub;
using Gates.Doors.GitHub.PullRequests;
using Gates.Doors.GitHub.Repositories;
using Gates.Runner.Configuration;
using Gates.Runner.Reports.Review;

namespace Gates.Runner.Commands.Publish.Overriding;

/// <summary>What decides whether a label overrides the check.</summary>
internal sealed record OverrideRequest
{
    /// <value>The base's.</value>
    public required BreakGlass Settings { get; init; }

    public required string HeadSha { get; init; }

    /// <value>The login of the pull request's author.</value>
    public required string Author { get; init; }

    /// <value>All that happened to the pull request, in any order.</value>
    public required IReadOnlyList<PullRequestEvent> Events { get; init; }

    /// <value>The latest thing that happened to the head's branch; <see langword="null"/> when GitHub does not say.</value>
    public required BranchActivity? Pushed { get; init; }

    /// <value>The teams of <see cref="BreakGlass.By"/> to which whoever put the label on is seen to belong; others have unknown members.</value>
    public IReadOnlyList<string> Teams { get; init; } = [];

    public required DateTimeOffset Now { get; init; }
}

/// <summary>What became of the label.</summary>
/// <param name="Override">Who overrides the check; <see langword="null"/> when nobody does.</param>
/// <param name="Words">Why not; <see langword="null"/> when there is nothing to say.</param>
internal sealed record OverrideDecision(Override? Override, string? Words)
{
    /// <value>Nobody has asked for anything.</value>
    public static OverrideDecision None { get; } = new(null, null);

    public static OverrideDecision Refuse(string label, string why) => new(null, $"The label {label} does not override: {why}");
}
