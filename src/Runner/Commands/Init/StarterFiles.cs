using System.Text.RegularExpressions;
using Gates.Formats.Settings;
using Gates.Runner.Configuration;

namespace Gates.Runner.Commands.Init;

/// <summary>What <c>gates init</c> writes. Its modes are those of the built-in defaults, so that nothing turns red by running it.</summary>
internal static partial class StarterFiles
{
    public const string ConfigurationPath = ".github/gates.yml";

    public const string WorkflowPath = ".github/workflows/gates.yml";

    public const string Configuration = $$"""
        # yaml-language-server: $schema={{ConfigurationSchema.Address}}
        version: 1

        # What every gate does unless it says otherwise.
        # enforce: errors fail the run · warn: they are shown · audit: they are recorded · off: the gate does not run
        defaults:
          mode: enforce
          timeout: 5m           # for collecting facts
          policy-timeout: 5s    # for judging them

        gates:
          # Secrets and personal data. Provider tokens and private keys are errors, the rest are warnings.
          dlp-scan:
            with:
              exclude: []       # for example ["vendor/**"]

          # Container images in Dockerfiles, manifests and workflows.
          base-image-allowlist:
            mode: warn
            # enforce-after: 2027-01-15    # from that day (UTC) on errors block

          # Build steps that use the network or take whatever is newest.
          hermetic-build:
            mode: warn

          # A shipped policy; `gates list` shows all of them with their settings.
          # image-tags-pinned:
          #   mode: warn

          # A policy of your own: policies/no-latest-tags/policy.js and policy.json.
          # no-latest-tags:
          #   policy: policies/no-latest-tags
          #   facts: { yaml: ["k8s/**/*.yaml"] }
          #   with: { exempt: ["dev/**"] }

        # Other modes for `gates run --environment stage`.
        # environments:
        #   stage: { mode: warn }

        """;

    /// <summary>A workflow for pull requests, merge queues and pushes to a branch.</summary>
    public static string Workflow(string branch) => $$"""
        name: gates
        on:
          pull_request:
            types: [opened, synchronize, reopened, edited]    # edited: pointed at another base
          merge_group:
          push:
            branches: [{{Scalar(branch)}}]

        permissions: {}

        jobs:
          gates:
            runs-on: ubuntu-24.04
            timeout-minutes: 15
            permissions:
              contents: read
            steps:
              - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
                with:
                  fetch-depth: 2    # the base commit, which findings are compared with
                  persist-credentials: false
              - uses: gates-ci/gates@47c2fb2be15214b44ce718b9ee63e1d423266b35 # before v0.1.0

        """;

    /// <summary>A branch as YAML takes it for nothing else, and GitHub for no pattern.</summary>
    private static string Scalar(string branch) => Plain().IsMatch(branch) ? branch : SettingJson.ToText(Pattern().Replace(branch, "\\$0"));

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]*(?:[._/-][A-Za-z0-9]+)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();

    [GeneratedRegex(@"[!+*?\[\]]", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
