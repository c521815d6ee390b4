namespace Gates.Doors.GitHub.Api;

/// <summary>All pages of a list, or as many as were read.</summary>
/// <param name="Items">In GitHub's order.</param>
/// <param name="IsComplete">False when there are more pages than the client reads.</param>
internal sealed record Listing<T>(IReadOnlyList<T> Items, bool IsComplete);
