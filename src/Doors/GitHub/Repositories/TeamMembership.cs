namespace Gates.Doors.GitHub.Repositories;

/// <summary>A user's place in a team.</summary>
/// <param name="State"><c>active</c>, or <c>pending</c> until the invitation is accepted.</param>
internal sealed record TeamMembership(string State);
