namespace Gates.Doors.GitHub.Releases;

/// <summary>What is sent; unset parts are left out.</summary>
internal sealed record ReleaseBody
{
    public string? TagName { get; init; }

    public string? TargetCommitish { get; init; }

    public string? Name { get; init; }

    public string? Body { get; init; }

    public bool? Draft { get; init; }

    public bool? Prerelease { get; init; }
}
