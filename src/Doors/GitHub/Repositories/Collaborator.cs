namespace Gates.Doors.GitHub.Repositories;

/// <summary>What a user may do.</summary>
/// <param name="Permission"><c>admin</c>, <c>write</c>, <c>read</c> or <c>none</c>; roles in between count as the lower one.</param>
/// <param name="RoleName">The role's own name, for example <c>maintain</c>.</param>
internal sealed record Collaborator(string Permission, string RoleName)
{
    public bool CanWrite => Permission is "admin" or "write";
}
