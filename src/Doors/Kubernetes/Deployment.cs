namespace Gates.Doors.Kubernetes;

/// <summary>A deployment as the cluster has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Annotations">Its annotations.</param>
/// <param name="Images">Of its template's containers.</param>
/// <param name="Wanted">How many pods there should be.</param>
/// <param name="Updated">How many have the newest template.</param>
/// <param name="Available">How many answer.</param>
/// <param name="IsObserved">Whether the numbers are of what was asked for last.</param>
internal sealed record Deployment(
    string Name,
    IReadOnlyDictionary<string, string> Annotations,
    IReadOnlyList<string> Images,
    int Wanted,
    int Updated,
    int Available,
    bool IsObserved);
