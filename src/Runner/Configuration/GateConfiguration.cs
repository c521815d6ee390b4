using Gates.Formats.Documents;
using Gates.Formats.Settings;
using Gates.Pipeline.Results;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration;

/// <summary>One gate, as written.</summary>
internal sealed record GateConfiguration(string Id)
{
    public Place Place { get; init; }

    /// <value>What it is written under, which says what gate or policy it is; the id where no folder stands before it.</value>
    public string Name { get; init; } = Id;

    /// <value>The folder whose own file has it, with a slash at its end; empty for the repository's.</value>
    public string Folder { get; init; } = "";

    /// <value>The folder's own file; <see langword="null"/> for the repository's.</value>
    public string? Source { get; init; }

    /// <value>What a folder's own file says under <c>with:</c> while a policy has yet to say which of it are globs; the rest is <see cref="With"/>.</value>
    public DocumentNode? FolderWith { get; init; }

    /// <value>The gate's own mode; <see langword="null"/> when it writes none.</value>
    public GateMode? Mode { get; init; }

    /// <value>The day (UTC) from which <c>warn</c> becomes <c>enforce</c>.</value>
    public DateOnly? EnforceAfter { get; init; }

    public TimeSpan? Timeout { get; init; }

    public TimeSpan? PolicyTimeout { get; init; }

    public IReadOnlyList<Placed<string>> Needs { get; init; } = [];

    /// <value>Globs: the gate runs only when a changed file matches one. Empty means always.</value>
    public IReadOnlyList<string> WhenChanged { get; init; } = [];

    public bool SkipWhenMissing { get; init; }

    /// <value>A policy: a folder or script of the repository, or a <see cref="PolicyPin"/> as text.</value>
    public Placed<string>? Policy { get; init; }

    /// <value>What to collect for a policy-only gate, as globs by kind; <see langword="null"/> leaves it to the policy's manifest.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Facts { get; init; }

    /// <value>Whether <see cref="Facts"/> are those of a file above, which may select nothing in this folder.</value>
    public bool HasFactsFromAbove { get; init; }

    /// <value>The <c>with:</c> block as written.</value>
    public DocumentNode? With { get; init; }

    /// <value>The settings, with defaults; <see langword="null"/> while a policy in the repository has yet to say which it has.</value>
    public SettingMap? Values { get; init; }
}
