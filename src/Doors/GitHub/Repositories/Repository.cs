namespace Gates.Doors.GitHub.Repositories;

/// <summary>The repository that this job is about.</summary>
/// <param name="Id">Never given to another repository.</param>
/// <param name="FullName">For example <c>acme/web</c>.</param>
/// <param name="DefaultBranch">Without <c>refs/heads/</c>.</param>
/// <param name="Fork">Whether it was made from another.</param>
/// <param name="Private">Whether not everybody can read it.</param>
internal sealed record Repository(long Id, string FullName, string DefaultBranch, bool Fork, bool Private);

/// <summary>A user's place in a team.</summary>
/// <param name="State"><c>active</c>, or <c>pending</c> until the invitation is accepted.</param>
internal sealed record TeamMembership(string State);
