using Gates.Attestation.Controls;

namespace Gates.Attestation.Auditing;

/// <summary>
/// A criterion of SOC 2 and what this audit shows for it, by its id and in our words: the framework's text is its owner's. Showing evidence is not being
/// compliant, so that the words are "supported" and "not covered".
/// </summary>
/// <param name="Id">Such as <c>CC8.1</c>.</param>
/// <param name="Support">What of this audit supports it; empty where it is not covered.</param>
/// <param name="Gap">What of it nothing here shows.</param>
internal sealed record TrustCriterion(string Id, IReadOnlyList<string> Support, string Gap)
{
    private const string Edition = "SOC2";
    private const string ByPeople = "Everything: it is done by people and in systems that no release pipeline sees.";

    /// <value>The audit itself, beside the gates.</value>
    private const string Population = "population and sample of releases";

    private const string Log = "evidence log";
    private const string Waivers = "waiver register";
    private const string Keys = "keys changed";

    /// <value>Each criterion with the gates and the parts of an audit that may support it, and what is left to the organisation.</value>
    private static readonly (string Id, string[] From, string Gap)[] All =
    [
        ("CC6.1", ["dlp-scan", Keys], "Who has access to systems and data, and how that is granted."),
        ("CC6.2", [], ByPeople),
        ("CC6.3", [], ByPeople),
        ("CC6.4", [], ByPeople),
        ("CC6.5", [], ByPeople),
        ("CC6.6", ["base-image-allowlist"], "Boundaries of networks, and what crosses them."),
        ("CC6.7", ["dlp-scan", "redaction-coverage"], "Encryption on the way, devices and removable media."),
        ("CC6.8", ["base-image-allowlist", "hermetic-build"], "Protection of machines against malicious software."),
        ("CC7.1", ["dlp-scan", "base-image-allowlist", "hermetic-build"], "Scans of what runs, and watching of its configuration."),
        ("CC7.2", ["canary-slo"], "Watching of systems for what is out of the ordinary."),
        ("CC7.3", [], ByPeople),
        ("CC7.4", [], ByPeople),
        ("CC7.5", [], ByPeople),
        ("CC8.1", [Population, Log, Waivers], "Whether people reviewed with care, and changes that went round the pipeline."),
        ("CC9.1", ["canary-slo"], "Plans for the interruption of business."),
        ("CC9.2", ["base-image-allowlist", "hermetic-build"], "Assessment of vendors and partners."),
        ("A1.1", ["perf-budget"], "Planning of capacity, and its use in production."),
        ("A1.2", [], ByPeople),
        ("A1.3", [], ByPeople),
        ("PI1.1", [], ByPeople),
        ("PI1.2", [], ByPeople),
        ("PI1.3", ["perf-budget", "canary-slo"], "Whether processing is complete and right in production."),
        ("PI1.4", [], ByPeople),
        ("PI1.5", [Log], "Keeping of what the product itself processes."),
        ("C1.1", ["dlp-scan", "redaction-coverage"], "What is confidential, and where it is kept outside the repository."),
        ("C1.2", [], ByPeople),
        ("P1.1", [], ByPeople),
    ];

    /// <value>What it asks for, in our words.</value>
    public string Paraphrase { get; } = new FrameworkRequirement(Edition, null, Id).Paraphrase ?? "";

    public bool IsCovered => Support.Count > 0;

    /// <param name="gates">How many signed results each gate has about releases of the quarter.</param>
    /// <param name="isLogged">Whether there is a log that holds.</param>
    public static IReadOnlyList<TrustCriterion> For(IReadOnlyDictionary<string, int> gates, bool isLogged) =>
        [.. All.Select(one => new TrustCriterion(one.Id, [.. one.From.Select(from => Say(from, gates, isLogged)).OfType<string>()], one.Gap))];

    private static string? Say(string from, IReadOnlyDictionary<string, int> gates, bool isLogged) => from switch
    {
        Population or Waivers or Keys => from,
        Log => isLogged ? from : null,
        _ => gates.TryGetValue(from, out var results) ? FormattableString.Invariant($"{from} ({results} results)") : null,
    };
}
