using Gates.Doors.Git.Private;

namespace Gates.Doors.Git.Remotes;

/// <summary>A place that git may connect to, and all that it is told for that.</summary>
/// <param name="Address">As people name it.</param>
/// <param name="Url">As git gets it, built by us.</param>
/// <param name="Settings">Configuration, which anybody may see.</param>
/// <param name="Variables">What its programs need of the environment.</param>
internal sealed record GitRemote(string Address, string Url, IReadOnlyDictionary<string, string> Settings, IReadOnlyDictionary<string, string> Variables)
{
    /// <inheritdoc cref="PrivateGitConfiguration.OwnRemoteName"/>
    public const string Name = PrivateGitConfiguration.OwnRemoteName;

    /// <value>The repository, when it is on this machine: it is read without git's transport, which would run its hooks.</value>
    public GitFolder? Local { get; init; }

    /// <summary>Also what it left out at first, and sends when it is read.</summary>
    public GitRemote WithPromises() =>
        this with { Settings = new Dictionary<string, string>(Settings, StringComparer.Ordinal) { [$"remote.{Name}.promisor"] = "true" } };

    /// <value>Before the command.</value>
    public IEnumerable<string> Options =>
        Settings.Append(KeyValuePair.Create($"remote.{Name}.url", Url)).SelectMany(setting => (string[])["-c", $"{setting.Key}={setting.Value}"]);
}
