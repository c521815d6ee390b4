using Gates.BuiltIn.BaseImageAllowlist;
using Gates.BuiltIn.CanarySlo;
using Gates.BuiltIn.CanarySlo.Foreign;
using Gates.BuiltIn.ControlAttestation;
using Gates.BuiltIn.DlpScan;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.BuiltIn.HermeticBuild;
using Gates.BuiltIn.PerfBudget;
using Gates.BuiltIn.RedactionCoverage;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.RuleBooks;

namespace Gates.BuiltIn;

/// <summary>The built-in gates. A new gate is one folder under <c>BuiltIn/</c> and one line here.</summary>
internal static class GateCatalog
{
    public static IReadOnlyList<GateDefinition> All { get; } =
    [
        GateDefinition.For<DlpScanOptions>(
            "dlp-scan",
            "Secrets and personal data",
            DlpScanOptionsJson.Default,
            (options, services) => new DlpScanGate(options, services.Time)) with { Rules = DlpScanGate.RuleNames },
        GateDefinition.For<BaseImageAllowlistOptions>(
            "base-image-allowlist",
            "Container images",
            BaseImageAllowlistOptionsJson.Default,
            (options, services) => new BaseImageAllowlistGate(options, services)),
        GateDefinition.For<HermeticBuildOptions>(
            "hermetic-build",
            "Hermetic build",
            HermeticBuildOptionsJson.Default,
            HermeticBuildGate.Create) with { Rules = _ => HermeticRules.Ids },
        GateDefinition.For<ControlAttestationOptions>(
            "control-attestation",
            "Control attestation",
            ControlAttestationOptionsJson.Default,
            (options, services) => new ControlAttestationGate(options, services)) with { MadeInput = "evidence that other jobs made" },
        GateDefinition.For<PerfBudgetOptions>(
            "perf-budget",
            "Performance budget",
            PerfBudgetOptionsJson.Default,
            (options, _) => new PerfBudgetGate(options)) with { MadeInput = "the results of a load test" },
        GateDefinition.For<CanarySloOptions>(
            "canary-slo",
            "Canary objectives",
            CanarySloOptionsJson.Default,
            (options, services) => new CanarySloGate(options, services)) with { MadeInput = "what a Prometheus said of a rollout" },
        GateDefinition.For<RedactionCoverageOptions>(
            "redaction-coverage",
            "Redaction coverage",
            RedactionCoverageOptionsJson.Default,
            (options, services) => new RedactionCoverageGate(options, SecretRules, token => Secrets(services.Time, token))) with
        {
            MadeInput = "what a redactor made of samples"
        },
    ];

    /// <value>Rules by which two gates say the same of one file; the second one says it.</value>
    public static IReadOnlyList<(string Gate, string Rule, string Other, string OtherRule)> Overlaps { get; } =
    [
        ("hermetic-build", "unpinned-image", "base-image-allowlist", "image-unpinned"),
        ("hermetic-build", "unpinned-image", "base-image-allowlist", "image-not-allowed"),
    ];

    /// <value>The rules for secrets and personal data.</value>
    public static IRuleBook Rules { get; } = new DlpRuleBook();

    /// <summary>Every image that a tree builds on or runs.</summary>
    public static UsedImages Images(ISourceTree tree, CancellationToken cancellationToken) => ImageUses.Of(tree, cancellationToken);

    /// <summary>What another tool defined, as objectives of canary-slo in YAML.</summary>
    public static string ReadObjectives(string text, string path) => ObjectivesYaml.Of(ForeignObjectives.Read(text, path), path);

    /// <value>The ids of the shipped ones, sorted.</value>
    public static IReadOnlyList<string> SecretRules => [.. RuleReader.Shipped.Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal)];

    /// <summary>What finds secrets where nobody looks for them with a gate.</summary>
    public static ISecretFinder Secrets(TimeProvider time, CancellationToken cancellationToken) =>
        new SecretFinder(RuleReader.Shipped, time, cancellationToken);

    /// <summary>The same for a whole file, with all that it wraps.</summary>
    public static IFileSecrets FileSecrets(TimeProvider time, CancellationToken cancellationToken) =>
        new FileSecrets(RuleReader.Shipped, time, cancellationToken);

    /// <summary>The same for keys and tokens alone, whose shape nothing else has.</summary>
    public static ISecretFinder Tokens(TimeProvider time, CancellationToken cancellationToken) =>
        new SecretFinder(RuleReader.Shipped.KnownShapes, time, cancellationToken);
}
