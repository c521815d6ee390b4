using Gates.Formats.Foundation;
using Gates.Formats.Settings;

namespace Gates.Runner.Configuration.Policies;

/// <summary>What a policy says about itself in <c>policy.json</c>.</summary>
internal sealed record PolicyManifest(string Title)
{
    public string Description { get; init; } = "";

    /// <value>What to collect when the configuration does not say, as globs by kind; <see langword="null"/> when it must say.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Facts { get; init; }

    /// <value>The built-in gate whose default policy it replaces; <see langword="null"/> when it is a gate of its own.</value>
    public string? Gate { get; init; }

    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <value>How to mend a finding, by rule.</value>
    public IReadOnlyDictionary<string, string> Help { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <exception cref="UsageException">The manifest is not valid; the message names every problem.</exception>
    public static PolicyManifest Read(string text, string path) => PolicyManifestReader.Read(text, path);
}
