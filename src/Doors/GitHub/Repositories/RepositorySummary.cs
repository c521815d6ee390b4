namespace Gates.Doors.GitHub.Repositories;

/// <summary>A repository as it is named elsewhere.</summary>
/// <param name="Id">Never given to another repository, unlike the name.</param>
/// <param name="FullName">For example <c>acme/web</c>.</param>
/// <param name="Fork">Whether it was made from another.</param>
internal sealed record RepositorySummary(long Id, string FullName, bool Fork)
{
    /// <value>The part before the slash.</value>
    public string Owner => FullName.Split('/')[0];
}
