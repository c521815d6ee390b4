using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Results;
using Gates.Pipeline.Waivers;
using Gates.Policies;

namespace Runner.Tests.Reports;

/// <summary>Runs that look like real ones.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    private static readonly ChangeSet PullRequest = new(
        "9c1e5b7700aa41d2b3c4d5e6f708192a3b4c5d6e",
        "3f2a9c1d88bb42e3a1b2c3d4e5f60718293a4b5c",
        [.. new[] { "Dockerfile", "config/prod.env", "docs/users.csv", "src/app.js" }.Select(path => new ChangedFile(path, path, false, [new LineRange(1, 20)]))]);

    public static RunReport Red() => Run(
        [
            Gate("hermetic-build", "Hermetic build", Verdict.Passed) with { Passed = Enumerable.Range(1, 12).Select(number => new Check("pinned", $"step {number} is pinned")).ToList() },
            Gate("base-image-allowlist", "Container images", Verdict.Warned) with
            {
                Mode = GateMode.Warn,
                ModeReason = "warn until 2027-01-15, then enforce",
                Findings =
                [
                    Found(new Finding("not-allowed", Severity.Error, "docker.io/evil/base:1 (ARG BASE, Dockerfile:1) is not on the allow list. Closest: ghcr.io/acme/base. Add it to `allow` in .github/gates.yml or change the base.", new Location("Dockerfile", 3))),
                    Found(new Finding("unpinned", Severity.Warning, "alpine:3.22 has no digest, so tomorrow's build may differ.", new Location("Dockerfile", 9)), inDiff: false),
                ],
            },
            Secrets(),
        ]) with
    { Verdict = Verdict.Failed, Changes = PullRequest, Signature = new RunSignature("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", IsDevelopment: false, null) };

    /// <summary>Many findings of one kind, a few of another, and some that were only counted.</summary>
    public static RunReport Grouped() => Run(
        [
            Gate("dlp-scan", "Secrets and personal data", Verdict.Failed) with
            {
                Findings =
                [
                    .. Enumerable.Range(1, 200).Select(number => Found(
                        new Finding(
                            "aws-access-key",
                            Severity.Error,
                            $"AWS access key (AKIA…{number:0000}) in config/{number / 20}/prod.env. Anyone who reads the repository can use it.",
                            new Location($"config/{number / 20}/prod.env", number, number, 12, 32)),
                        number: number)),
                    Found(
                        new Finding(
                            "aws-access-key",
                            Severity.Error,
                            "502 more places hold: AWS access key (the first in old/keys.env). They are counted but not listed.",
                            new Location("old/keys.env"))
                        { Count = 502 },
                        number: 900),
                ],
            },
            Gate("hermetic-build", "Hermetic build", Verdict.Failed) with
            {
                Findings =
                [
                    .. new[] { ("actions/checkout", "v4", 9), ("actions/setup-node", "v4", 12), ("actions/cache", "v3", 20) }.Select(action => Found(
                        new Finding(
                            "unpinned-action",
                            Severity.Error,
                            $"{action.Item1}@{action.Item2} (.github/workflows/ci.yml:{action.Item3}, job build) is a tag that its owner can move. "
                                + $"Pin the commit: `{action.Item1}@<40-hex sha> # {action.Item2}`.",
                            new Location(".github/workflows/ci.yml", action.Item3)),
                        number: 1000 + action.Item3) with { Line = $"- uses: {action.Item1}@{action.Item2}" }),
                ],
                Metrics = [new Metric("p95, baseline", 120, "ms"), new Metric("p95, now", 131, "ms"), new Metric("actions", 3)],
            },
        ]) with
    { Verdict = Verdict.Failed, IsFirstLook = true };

    public static RunReport Green() => Run(
        [
            Gate("dlp-scan", "Secrets and personal data", Verdict.Passed) with { Passed = [new Check("scanned", "104 files hold no secret")] },
            Gate("base-image-allowlist", "Container images", Verdict.Passed) with { Passed = [new Check("allowed", "a"), new Check("allowed", "b")] },
            Gate("hermetic-build", "Hermetic build", Verdict.Skipped) with { SkipReason = "no changed file matches `paths: [\"**/Dockerfile\"]`" },
        ]) with
    { Configuration = "built-in defaults" };

    public static RunReport CouldNotEvaluate() => Run(
        [
            Gate("image-tags", "Image tags", Verdict.Warned) with { Mode = GateMode.Warn, Error = "k8s/app.yaml:14: not valid YAML: a mapping key is missing its colon. Mend the file, or exclude it in .github/gates.yml." },
            Gate("no-latest-tags", "No latest tags", Verdict.Errored) with { Error = "policies/no-latest-tags/policy.js:14:3: stopped after 5 s (timeout). Make the policy faster, or raise policy-timeout in .github/gates.yml." },
            Secrets(),
        ]) with
    { Verdict = Verdict.Errored };

    public static RunReport Interrupted() => Run(
        [
            Gate("dlp-scan", "Secrets and personal data", Verdict.Failed) with
            {
                Findings = [Found(new Finding("aws-access-key", Severity.Error, "An AWS access key is committed here.", new Location("deploy/run.sh", 7)))],
            },
            Gate("canary-slo", "Canary", Verdict.Errored) with { Mode = GateMode.Audit, Interrupted = true, Error = "the run was interrupted before this gate had finished" },
            Gate("hermetic-build", "Hermetic build", Verdict.Passed),
        ]) with
    { Interrupted = true, Verdict = Verdict.Errored };

    public static RunReport OwnJudge() => Run(
        [
            Gate("dlp-scan", "Secrets and personal data", Verdict.Warned) with
            {
                Mode = GateMode.Warn,
                ModeReason = "warn until 2027-01-15",
                Findings = [Found(new Finding("aws-access-key", Severity.Error, "An AWS access key (AKIA…7Q2M) is committed here.", new Location("deploy/run.sh", 7, Column: 20), Help: "Deactivate it in IAM, then remove it from the file."))],
                Metrics = [new Metric("scanned", 1.5, "MB")],
                Log = ["2 files were binary"],
            },
        ]) with
    {
        Verdict = Verdict.Warned,
        Configuration = "built-in defaults",
        Changes = PullRequest,
        Signature = new RunSignature("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", IsDevelopment: true, null),
        Notes = ["The base has no configuration, so the built-in defaults judge. What this change's own configuration would say stands beside each gate and is not binding."],
        Proposed = new Dictionary<string, Verdict>(StringComparer.Ordinal) { ["dlp-scan"] = Verdict.Failed },
    };

    /// <summary>A canary that is rolled back, with numbers over time.</summary>
    public static RunReport Rollout() => Run(
        [
            Gate("canary-slo", "Canary objectives", Verdict.Failed) with
            {
                Findings = [Found(new Finding("rollback", Severity.Error, "Roll back: error-rate was beyond its limit without a pause from 12:20 to 12:26 UTC, longer than 5 min at 12:25."))],
                Outputs = [new Output("decision", "rollback")],
                Charts = [Errors(), Latency()],
            },
            Gate("soak", "Soak test", Verdict.Passed) with { Charts = [new Chart("memory", Start, 60, [new ChartLine("resident", [212, 214, null, 213.5])]) { Unit = "MB" }] },
        ]) with
    { Verdict = Verdict.Failed };

    public static Chart Errors() => new("error-rate", Start, 15, [new ChartLine("canary", [.. Enumerable.Range(0, 121).Select(i => (double?)(i is > 40 and < 66 ? 5.8 : 0.2))]), new ChartLine("stable", [.. Enumerable.Repeat<double?>(0.1, 121)])])
    {
        Unit = "%",
        Limits = [new ChartLine("at most 1 %", [.. Enumerable.Repeat<double?>(1, 121)])],
        Spans = [new ChartSpan(0, "5 %", "0.2 % of 1200"), new ChartSpan(40, "25 %", "4.1 % of 1210", Severity.Error), new ChartSpan(80, "50 %", "0.2 % of 1190")],
        Marks = [new ChartMark(41, 65, "was beyond its limit, longer than 5 min at 12:25", Severity.Error)],
    };

    private static Chart Latency() => new("p95", Start, 15, [new ChartLine("canary", [.. Enumerable.Range(0, 121).Select(i => i is > 90 and < 110 ? null : (double?)(97 + (i % 3)))])])
    {
        Unit = "%",
        Limits = [new ChartLine("at least 95 % within 500 ms", [.. Enumerable.Repeat<double?>(95, 121)])],
        Spans = [new ChartSpan(0, "5 %", "98 % of 1200"), new ChartSpan(40, "25 %", "98 % of 1210"), new ChartSpan(80, "50 %", "98 % of 600", Severity.Warning)],
        Marks = [new ChartMark(91, 109, "has a gap", Severity.Warning)],
    };

    public static GateResult Gate(string id, string title, Verdict verdict) => new()
    {
        GateId = id,
        Title = title,
        Mode = GateMode.Enforce,
        Verdict = verdict,
        Policy = new PolicySource(id, "function judge(evidence, settings, report) {}\n"),
        Settings = JsonDocument.Parse("""{"paths":["**"]}""").RootElement,
        Evidence = new Evidence(id + "/v1", JsonDocument.Parse("""{"files":[]}""").RootElement),
        Started = Start,
        Elapsed = TimeSpan.FromMilliseconds(312),
    };

    public static GateFinding Found(Finding finding, FindingState state = FindingState.New, bool inDiff = true, int number = 1) =>
        new(finding, $"v2:{number:x16}", state, inDiff) { Masked = $"v2m:{number:x16}" };

    public static RunReport Run(IReadOnlyList<GateResult> results) => new()
    {
        Results = results,
        Verdict = results.Max(result => result.Verdict),
        Changes = ChangeSet.None,
        Configuration = ".github/gates.yml at 3f2a9c1d",
        Signature = RunSignature.Unsigned("no key"),
        Started = Start,
        Elapsed = TimeSpan.FromMilliseconds(834),
        ToolVersion = "0.1.0",
    };

    /// <summary>One enforced gate with many findings of all kinds; each has a fix of its own, so that no two are one entry.</summary>
    public static RunReport Many(int count, int textLength = 120) => Run(
        [
            Gate("dlp-scan", "Secrets and personal data", Verdict.Failed) with
            {
                Findings = [.. Enumerable.Range(0, count).Select(number => Found(
                    new Finding(
                        $"rule-{number % 40}",
                        (Severity)(number % 3),
                        $"Finding {number}: " + new string('x', textLength),
                        new Location($"src/folder {number % 97}/file{number % 1009}.txt", (number % 500) + 1, Column: 4),
                            Help: $"Remove it from {number}."),
                    (number % 10) switch { 0 => FindingState.Waived, 1 or 2 => FindingState.Existing, _ => FindingState.New },
                    number % 2 == 0,
                    number))],
            },
        ]);

    private static Waiver CardWaiver { get; } = new()
    {
        Gate = "dlp-scan",
        Path = "tests/fixtures/**",
        Reason = "The test number of the card scheme",
        Owner = "@acme/payments",
        Ticket = "https://acme.example/SEC-12",
        Added = new DateOnly(2026, 11, 1),
        Expires = new DateOnly(2027, 1, 31),
        Line = 4,
    };

    private static GateResult Secrets() => Gate("dlp-scan", "Secrets and personal data", Verdict.Failed) with
    {
        Findings =
        [
            Found(new Finding("email", Severity.Warning, "12 e-mail addresses, the first j***@e***.org.", new Location("docs/users.csv", 3)), inDiff: false, number: 2),
            Found(new Finding("github-token", Severity.Error, "A GitHub token (ghp_…9f3a) is committed here.", new Location("config/prod.env", 12, Column: 14), Help: "Revoke it at https://github.com/settings/tokens, then remove it from the file."), number: 3),
            Found(new Finding("private-key", Severity.Error, "A private key (RSA, 2048 bits) is committed here.", new Location("deploy/id_rsa", 1, EndLine: 27), Help: "Replace the key pair wherever it is trusted, then remove the file."), number: 4),
            Found(new Finding("github-token", Severity.Error, "A GitHub token (ghp_…77aa) is committed here.", new Location("old/setup.sh", 2)), FindingState.Existing, false, number: 5),
            Found(new Finding("card-number", Severity.Error, "A card number (4111…1111).", new Location("tests/fixtures/cards.txt", 1)), FindingState.Waived, false, number: 6) with { Waiver = CardWaiver },
        ],
        Waivers = [CardWaiver],
    };
}
