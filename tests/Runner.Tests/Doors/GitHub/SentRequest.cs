namespace Runner.Tests.Doors.GitHub;

/// <summary>What a client sent.</summary>
internal sealed record SentRequest(string Line, string? Authorization, string IfNoneMatch, string Body)
{
    public string? ApiVersion { get; init; }
}
