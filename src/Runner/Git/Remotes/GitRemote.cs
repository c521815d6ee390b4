using Gates.Runner.Git.Private;

namespace Gates.Runner.Git.Remotes;

/// <summary>A place that git may connect to, and all that it is told for that.</summary>
/// <param name="Address">As people name it.</param>
/// <param name="Url">As git gets it, built by us.</param>
/// <param name="Settings">Configuration that may be seen.</param>
/// <param name="Secrets">Configuration that must not be seen: it travels in the environment, where no list of processes shows it.</param>
/// <param name="Variables">What its programs need of the environment.</param>
internal sealed record GitRemote(
    string Address, string Url, IReadOnlyDictionary<string, string> Settings, IReadOnlyDictionary<string, string> Secrets, IReadOnlyDictionary<string, string> Variables)
{
    /// <value>The remote's name in commands; no repository's own remote is ever used.</value>
    public const string Name = "gates";

    /// <value>The repository, when it is on this machine: it is read without git's transport, which would run its hooks.</value>
    public GitFolder? Local { get; init; }

    /// <summary>Also what it left out at first, and sends when it is read.</summary>
    public GitRemote WithPromises() => this with { Settings = new Dictionary<string, string>(Settings, StringComparer.Ordinal) { [$"remote.{Name}.promisor"] = "true" } };

    /// <value>Before the command.</value>
    public IEnumerable<string> Options => Settings.Append(KeyValuePair.Create($"remote.{Name}.url", Url)).SelectMany(setting => (string[])["-c", $"{setting.Key}={setting.Value}"]);

    public IEnumerable<KeyValuePair<string, string>> Environment
    {
        get
        {
            foreach (var variable in Variables)
            {
                yield return variable;
            }

            if (Secrets.Count > 0)
            {
                yield return KeyValuePair.Create("GIT_CONFIG_COUNT", FormattableString.Invariant($"{Secrets.Count}"));
            }

            foreach (var (index, (key, value)) in Secrets.Index())
            {
                yield return KeyValuePair.Create(FormattableString.Invariant($"GIT_CONFIG_KEY_{index}"), key);
                yield return KeyValuePair.Create(FormattableString.Invariant($"GIT_CONFIG_VALUE_{index}"), value);
            }
        }
    }
}
