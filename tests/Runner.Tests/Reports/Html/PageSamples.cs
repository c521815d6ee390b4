using Gates.Pipeline.Results;
using Gates.Policies;

namespace Runner.Tests.Reports.Html;

/// <summary>Runs that fill every part of the page.</summary>
internal static class PageSamples
{
    /// <summary>A failed pull request with notes, numbers, a log, and a gate that could not be evaluated.</summary>
    public static RunReport Failed()
    {
        var red = Samples.Red();
        return red with
        {
            Results =
            [
                .. red.Results,
                Samples.Gate("perf-budget", "Performance budget", Verdict.Passed) with
                {
                    Metrics = [
                        new Metric("p95, checkout", 412.4, "ms"),
                        new Metric("p95, search", 188, "ms"),
                        new Metric("p95, login", 96.25, "ms"),
                        new Metric("requests", 18_220),
                        new Metric("failed", double.NaN)
                    ],
                    Log = ["read k6/current-1.json", "read k6/baseline-1.json: 18,220 requests"],
                    Passed = [new Check("budget", "http_req_duration p(95) <= baseline * 1.10"), new Check("budget", "http_req_failed rate <= 0.01")],
                },
                Samples.Gate(
                    "image-tags",
                    "Image tags",
                    Verdict.Warned) with
                    {
                        Mode = GateMode.Warn,
                        Error = "k8s/app.yaml:14: not valid YAML: a mapping key is missing its colon. Mend the file, or exclude it in .github/gates.yml."
                    },
                Samples.Gate("required-keys", "Required keys", Verdict.Skipped) with { SkipReason = "no changed file matches `paths: [\"k8s/**\"]`" },
            ],
            Notes = ["this pull request edits .github/gates.yml: its own version becomes binding once an owner has approved 9c1e5b77. Waiting for acme/platform."],
            Proposed = new Dictionary<string, Verdict>(StringComparer.Ordinal) { ["dlp-scan"] = Verdict.Passed },
        };
    }
}
