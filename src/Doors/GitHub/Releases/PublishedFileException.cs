using Gates.Doors.GitHub.Api;

namespace Gates.Doors.GitHub.Releases;

/// <summary>A published release has another file of that name, which stays.</summary>
internal sealed class PublishedFileException(string message) : GitHubException(message);
