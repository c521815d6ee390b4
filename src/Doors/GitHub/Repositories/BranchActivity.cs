namespace Gates.Doors.GitHub.Repositories;

/// <summary>The latest thing that happened to a branch.</summary>
/// <param name="After">The commit that the branch has been at since.</param>
/// <param name="Timestamp">When, by GitHub's clock: a commit's own dates are whatever its author wrote. None in GitHub's own example.</param>
/// <param name="Actor">Who did it; none when the account is gone.</param>
internal sealed record BranchActivity(string After, DateTimeOffset? Timestamp = null, EventActor? Actor = null);
