using Gates.Attestation.Keys;

namespace Gates.Runner.Commands;

/// <summary>An environment variable that a command reads.</summary>
/// <param name="Name">Its name, or several names.</param>
/// <param name="Meaning">What it changes.</param>
internal sealed record Variable(string Name, string Meaning)
{
    public static Variable NoColor { get; } = new("NO_COLOR", "When set, nothing is coloured, and the cursor is never moved.");

    public static Variable Term { get; } = new("TERM", "`dumb` or unset: no colours, and the cursor is never moved.");

    public static Variable Locale { get; } = new("LC_ALL, LC_CTYPE, LANG", "A terminal whose locale is not UTF-8 gets ASCII.");

    public static Variable Ci { get; } = new("CI", "When set, progress is shown in whole lines.");

    public static Variable Token { get; } = new("GITHUB_TOKEN", "Fetches what is not here, and speaks to GitHub.");

    public static Variable Job { get; } = new(
        "GITHUB_ACTIONS, GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, …",
        "In a job: what is judged, and annotations of what is wrong.");

    public static Variable Outputs { get; } = new("GITHUB_STEP_SUMMARY, GITHUB_OUTPUT", "In a job: where the summary and the outputs go.");

    public static Variable Cache { get; } = new("XDG_CACHE_HOME", "Where policies of other repositories are kept (default: ~/.cache).");

    public static Variable EvidenceKey { get; } = Key(KeyUse.Evidence, "signs results and evidence");

    public static Variable LogKey { get; } = Key(KeyUse.Log, "signs the log");

    public static Variable ReleaseKey { get; } = Key(KeyUse.Release, "signs what is said of a release");

    public static Variable WitnessKey { get; } = Key(KeyUse.Witness, "cosigns another repository's log");

    private static Variable Key(KeyUse use, string what) =>
        new($"{PrivateKeySource.FileVariable(use)}, {PrivateKeySource.Variable(use)}", $"The private key that {what}: a file, or its text.");
}
