using System.Text;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Runner.Configuration;
using Shouldly;
using Xunit;

namespace Runner.Tests.Configuration;

public sealed class ConfigurationReaderTests
{
    [Fact]
    public void Every_key_is_read()
    {
        var configuration = ConfigurationReader.Read(
            """
            version: 1
            defaults: { mode: audit, timeout: 1h30m, policy-timeout: 500ms }
            environments:
              stage: { mode: warn, gates: { dlp-scan: { mode: enforce } } }
            gates:
              dlp-scan:
                with: { exclude: ["vendor/**"] }
              base-image-allowlist:
                mode: warn
                enforce-after: 2027-01-15
                timeout: 90s
                policy-timeout: 1s
                needs: [dlp-scan]
                when-changed: ["**/Dockerfile", "!vendor/**"]
                when-missing: skip
              own:
                policy: policies/own
                facts: { yaml: ["k8s/**/*.yaml"] }
            waivers: w.yml
            baseline: b.json
            """,
            "gates.yml");

        configuration.Source.ShouldBe("gates.yml");
        (
            configuration.Mode,
            configuration.Timeout,
            configuration.PolicyTimeout).ShouldBe((GateMode.Audit, TimeSpan.FromMinutes(90), TimeSpan.FromMilliseconds(500)));
        (configuration.Waivers, configuration.Baseline).ShouldBe(("w.yml", "b.json"));
        configuration.Environments["stage"].Mode.ShouldBe(GateMode.Warn);
        configuration.Environments["stage"].Gates["dlp-scan"].Mode.ShouldBe(GateMode.Enforce);
        configuration.Gates.Select(g => g.Id).ShouldBe(["dlp-scan", "base-image-allowlist", "own"]);
        var gate = configuration.Gates[1];
        (gate.Mode, gate.EnforceAfter, gate.Timeout, gate.PolicyTimeout).ShouldBe(
            ((GateMode?)GateMode.Warn, (DateOnly?)new DateOnly(2027, 1, 15), (TimeSpan?)TimeSpan.FromSeconds(90), (TimeSpan?)TimeSpan.FromSeconds(1)));
        gate.Needs.Select(n => n.Value).ShouldBe(["dlp-scan"]);
        gate.WhenChanged.ShouldBe(["**/Dockerfile", "!vendor/**"]);
        gate.SkipWhenMissing.ShouldBeTrue();
        configuration.Gates[2].Policy!.Value.Value.ShouldBe("policies/own");
        configuration.Gates[2].Facts!["yaml"].ShouldBe(["k8s/**/*.yaml"]);
    }

    [Fact]
    public void A_gate_may_be_named_and_left_empty() =>
        ConfigurationReader.Read("version: 1\ndefaults:\ngates:\n  dlp-scan:\n", "gates.yml").Gates.ShouldHaveSingleItem().Mode.ShouldBeNull();

    [Theory]
    [InlineData(
        "dlp-scan: { mode: enfroce }",
        "4:21: key `gates.dlp-scan.mode`: \"enfroce\" is not a mode; did you mean \"enforce\"? valid: enforce, warn, audit, off")]
    [InlineData("dlp-scan: { mode: true }", "4:21: key `gates.dlp-scan.mode`: true is not a mode; valid: enforce, warn, audit, off")]
    [InlineData("dlp-scan: { mode: }", "4:21: key `gates.dlp-scan.mode`: nothing is not a mode; valid: enforce, warn, audit, off")]
    [InlineData(
        "dlp-scan: { mdoe: warn }",
        "4:15: key `gates.dlp-scan.mdoe`: is not known; did you mean \"mode\"? valid: mode, enforce-after, timeout, policy-timeout, needs, when-changed, when-missing, policy, facts, with")]
    [InlineData("dlp-scan: { with: { exlude: [] } }", "4:23: key `gates.dlp-scan.with.exlude`: is not known; did you mean \"exclude\"? valid: ")]
    [InlineData("dlp-scan: { with: { exclude: vendor } }", "4:32: key `gates.dlp-scan.with.exclude`: \"vendor\" is not a list; write [one, two]")]
    [InlineData("dlp-scan: { with: { exclude: [a, 3.10] } }", "4:36: key `gates.dlp-scan.with.exclude[1]`: 3.10 is not text; quote it: \"3.10\"")]
    [InlineData("dlp-scan: { with: [a] }", "4:21: key `gates.dlp-scan.with`: a list is not a map; write `name: value` pairs")]
    [InlineData("dlp-scan: { timeout: 5 }", "4:24: key `gates.dlp-scan.timeout`: 5 is not a duration; examples: 5m, 90s, 500ms, 1h30m")]
    [InlineData("dlp-scan: { timeout: 0s }", "4:24: key `gates.dlp-scan.timeout`: \"0s\" is too small; the smallest is 1ms")]
    [InlineData("dlp-scan: { timeout: 25h }", "4:24: key `gates.dlp-scan.timeout`: \"25h\" is too large; the largest is 24h")]
    [InlineData(
        "dlp-scan: { mode: warn, enforce-after: 15.01.2027 }",
        "4:42: key `gates.dlp-scan.enforce-after`: \"15.01.2027\" is not a date; write year-month-day, such as 2027-01-15")]
    [InlineData(
        "dlp-scan: { mode: warn, enforce-after: 2027-02-30 }",
        "4:42: key `gates.dlp-scan.enforce-after`: \"2027-02-30\" is not a date; write year-month-day, such as 2027-01-15")]
    [InlineData(
        "dlp-scan: { mode: audit, enforce-after: 2027-01-15 }",
        "4:43: key `gates.dlp-scan.enforce-after`: turns `warn` into `enforce`, but the mode is audit; write `mode: warn`, or remove this key")]
    [InlineData(
        "dlp-scan: { needs: [dlp-sacn] }",
        "4:23: key `gates.dlp-scan.needs`: \"dlp-sacn\" names no gate of this file; did you mean \"dlp-scan\"? valid: dlp-scan")]
    [InlineData("dlp-scan: { needs: dlp-scan }", "4:22: key `gates.dlp-scan.needs`: \"dlp-scan\" is not a list of gates; write [one, two]")]
    [InlineData("dlp-scan: { needs: [dlp-scan] }", "4:23: key `gates.dlp-scan.needs`: the gates wait for each other: dlp-scan → dlp-scan")]
    [InlineData(
        "dlp-scan: { when-changed: [] }",
        "4:29: key `gates.dlp-scan.when-changed`: an empty list is not a list of globs; write for example [\"k8s/**/*.yaml\"]")]
    [InlineData(
        "dlp-scan: { when-changed: [/src] }",
        "4:30: key `gates.dlp-scan.when-changed[0]`: \"/src\" starts with /; paths are relative to the repository's root")]
    [InlineData(
        "dlp-scan: { when-changed: [\"!src/**\"] }",
        "4:29: key `gates.dlp-scan.when-changed`: only leaves files out, so nothing would match; add a glob without !, such as \"**\"")]
    [InlineData("dlp-scan: { when-missing: ignore }", "4:29: key `gates.dlp-scan.when-missing`: \"ignore\" is not a valid value; valid: skip, error")]
    [InlineData("dlp-scan: { facts: { yaml: [a] } }", "4:22: key `gates.dlp-scan.facts`: dlp-scan collects its own facts; remove this key")]
    [InlineData(
        "dpl-scan: {}",
        "4:3: key `gates.dpl-scan`: is not a gate; did you mean \"dlp-scan\"? valid: dlp-scan, base-image-allowlist, hermetic-build, control-attestation, perf-budget, canary-slo, redaction-coverage, alert-routing, api-compatible, backups, changelog, chaos-result, conftest, cost-budget, deploy-window, dora, hotspots, image-signed, image-tags-pinned, licences, lineage, log-fields, log-volume, migration-guide, org-config, orr, phase-exit, plan-no-drift, recovery-drill, regions, release-tag-signed, required-files, required-keys, reviewers, right-size, runbooks, runtime-quiet, sarif-severity, sbom-vulnerabilities, schema-change, secret-age, secret-references, tenant-policies, tests-passed, tls, two-person-review, workload-security-context, workload, or a gate of your own with `policy`")]
    [InlineData("Own: { policy: p }", "4:3: key `gates.Own`: is not a gate's name; use lower-case letters, digits and single dashes, at most 64 characters")]
    [InlineData("own: { policy: ../p }", "4:18: key `gates.own.policy`: \"../p\" leaves its folder with ..; paths stay inside the repository")]
    [InlineData("own: { policy: /etc/p }", "4:18: key `gates.own.policy`: \"/etc/p\" starts with /; paths are relative to the repository's root")]
    [InlineData(
        "own: { policy: p, facts: { ymal: [a] } }",
        "4:30: key `gates.own.facts.ymal`: is not known; did you mean \"yaml\"? "
            + "valid: change, csv, dockerfile, evidence, files, git, github, "
            + "hcl, images, ini, json, jsonl, junit, kubernetes, markdown, needs, openapi, profiles, prometheus, properties, "
            + "provenance, run, sarif, sbom, summaries, toml, xml, yaml")]
    [InlineData(
        "own: { policy: p, facts: {} }",
        "4:28: key `gates.own.facts`: names nothing to collect; valid: change, csv, dockerfile, evidence, files, git, github, "
            + "hcl, images, ini, json, jsonl, junit, kubernetes, markdown, needs, openapi, profiles, prometheus, properties, "
            + "provenance, run, sarif, sbom, summaries, toml, xml, yaml")]
    [InlineData(
        "licences: { image: \"ghcr.io/a/b\", policy: p }",
        "4:15: key `gates.licences.image`: gates that run as containers are not supported yet; use `policy` with `facts`")]
    [InlineData(
        "hermetic-build: { exclude: [\"a/**\"] }",
        "4:21: key `gates.hermetic-build.exclude`: is an option of hermetic-build and belongs under `with:`; write `with: { exclude: … }`")]
    [InlineData(
        "hermetic-build: { exlude: [\"a/**\"] }",
        "4:21: key `gates.hermetic-build.exlude`: is not known; did you mean the option \"exclude\"? It belongs under `with:`; write `with: { exclude: … }`")]
    [InlineData(
        "dlp-scan: { with: { mode: warn } }",
        "4:23: key `gates.dlp-scan.with.mode`: is a key of the gate itself and belongs beside `with:`, not under it")]
    [InlineData(
        "dlp_scan: {}",
        "4:3: key `gates.dlp_scan`: is not a gate's name; use lower-case letters, digits and single dashes, at most 64 characters; did you mean \"dlp-scan\"?")]
    [InlineData("own: { policy: p, facts: { yml: [a] } }", "4:30: key `gates.own.facts.yml`: is not known; did you mean \"yaml\"? valid: change, csv, dockerfile, ")]
    [InlineData("dlp-scan: { with: { exclude: !a/** } }", "4:32: key `gates.dlp-scan.with.exclude`: a value that begins with ! is a tag; quote it: \"!a/**\"")]
    [InlineData(
        "dlp-scan:\n    mode: ${{ vars.mode }}",
        "5:11: key `gates.dlp-scan.mode`: GitHub fills in ${{ … }} in workflows only, here it is text; quote it if that is meant: \"${{ vars")]
    [InlineData("dlp-scan: mode:warn", "4:13: key `gates.dlp-scan`: a space is missing after `mode:`; write `mode: warn`")]
    [InlineData("required-keys: {}", "4:3: key `gates.required-keys.with.require`: is missing: What must be there")]
    [InlineData("dlp-scan: { <<: { mode: warn } }", "4:15: key `gates.dlp-scan.\"<<\"`: merge keys are not read here; write the keys out")]
    [InlineData("dlp-scan: warn", "4:13: key `gates.dlp-scan`: \"warn\" is not a map; write `name: value` pairs")]
    public void A_wrong_gate_is_explained_at_its_place(string gate, string message) =>
        Explain($"# a comment\nversion: 1\ngates:\n  {gate}\n").ShouldStartWith(".github/gates.yml:" + message);

    [Theory]
    [InlineData("gates: { dlp-scan: {} }\n", "1:1: key `version`: is missing; write `version: 1`")]
    [InlineData("version: 2\ngates: { dlp-scan: {} }\n", "1:10: key `version`: 2 is not a version this program reads; valid: 1")]
    [InlineData("version: \"1\"\ngates: { dlp-scan: {} }\n", "1:10: key `version`: \"1\" is not a version this program reads; valid: 1")]
    [InlineData("version: 1\n", "1:1: key `gates`: is missing; name at least one gate under it")]
    [InlineData(
        "version: 1\ngates: {}\n",
        "2:8: key `gates`: names no gate, so nothing would run; add one of dlp-scan, base-image-allowlist, hermetic-build, control-attestation, perf-budget, canary-slo, redaction-coverage, alert-routing, api-compatible, backups, changelog, chaos-result, conftest, cost-budget, deploy-window, dora, hotspots, image-signed, image-tags-pinned, licences, lineage, log-fields, log-volume, migration-guide, org-config, orr, phase-exit, plan-no-drift, recovery-drill, regions, release-tag-signed, required-files, required-keys, reviewers, right-size, runbooks, runtime-quiet, sarif-severity, sbom-vulnerabilities, schema-change, secret-age, secret-references, tenant-policies, tests-passed, tls, two-person-review, workload-security-context, workload")]
    [InlineData("version: 1\ngates: [dlp-scan]\n", "2:8: key `gates`: a list is not a map; write `name: value` pairs")]
    [InlineData(
        "version: 1\ngates: { dlp-scan: {} }\nrequire: [dlp-scam]\n",
        "3:11: key `require`: \"dlp-scam\" names no gate of this file; did you mean \"dlp-scan\"? valid: dlp-scan")]
    [InlineData(
        "version: 1\ngates: { dlp-scan: {} }\nrequire: dlp-scan\n",
        "3:10: key `require`: \"dlp-scan\" is not a list of gates; write for example [dlp-scan]")]
    [InlineData(
        "version: 1\ngates: { dlp-scan: { with: { exclude: [\"a[b\"] } } }\n",
        "2:40: key `gates.dlp-scan.with.exclude[0]`: \"a[b\" has [ without ]; write [[] for the character itself")]
    [InlineData(
        "version: 1\ngates: { dlp-scan: { when-changed: [\"**.md\"] } }\n",
        "2:37: key `gates.dlp-scan.when-changed[0]`: \"**.md\" has **.md; ** stands alone between slashes, as in **/*.yaml, and within one name * is enough")]
    [InlineData(
        "version: 1\ngate: { dlp-scan: {} }\n",
        "1:1: key `gates`: is missing; name at least one gate under it\n"
            + ".github/gates.yml:2:1: key `gate`: is not known; did you mean \"gates\"? valid: version, defaults, environments, gates, folders, require, waivers, break-glass, baseline")]
    [InlineData("- version: 1\n", "1:1: a list is not a configuration; the file is a map that starts with `version: 1`")]
    [InlineData("version: 1\ngates: { dlp-scan: {} }\n---\nversion: 1\n", "4:1: a second document; a configuration is one document, so remove the `---`")]
    [InlineData("version: 1\nversion: 1\n", "2:1: the key \"version\" stands twice in this map")]
    [InlineData("version: 1\ngates:\n\tdlp-scan: {}\n", "3:1: not valid YAML: the line is indented with a tab; indent with spaces")]
    [InlineData("\tversion: 1\n", "1:1: not valid YAML: the line is indented with a tab; indent with spaces")]
    [InlineData(
        "version: 1\nenvironments: { stage: { gates: { dlp: { mode: warn } } } }\ngates: { dlp-scan: {} }\n",
        "2:35: key `environments.stage.gates.dlp`: names no gate of this file; valid: dlp-scan, waivers")]
    [InlineData(
        "version: 1\nenvironments: { stage: { mod: warn } }\ngates: { dlp-scan: {} }\n",
        "2:26: key `environments.stage.mod`: is not known; did you mean \"mode\"? valid: mode, gates")]
    [InlineData(
        "version: 1\nwaivers: ../w.yml\ngates: { dlp-scan: {} }\n",
        "2:10: key `waivers`: \"../w.yml\" leaves its folder with ..; paths stay inside the repository")]
    [InlineData(
        "version: 1\ngates: { dlp-scan: {} }\n\"\\e[31m`evil`\\n\": 1\n",
        "3:1: key `\"\\u{1b}[31m'evil'\\u{a}\"`: is not known; valid: version, defaults, environments, gates, folders, require, waivers, break-glass, baseline")]
    public void A_wrong_file_is_explained_at_its_place(string yaml, string message) => Explain(yaml).ShouldBe(".github/gates.yml:" + message);

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n---\n")]
    public void An_empty_file_is_refused(string yaml) =>
        Explain(yaml).ShouldBe(".github/gates.yml: the file is empty; `gates init` in an empty folder writes one to start from");

    [Fact]
    public void Everything_wrong_is_said_at_once_in_the_order_of_the_file() =>
        Explain("version: 2\ngates:\n  b: {policy: p, needs: [c]}\n  c: {policy: p, needs: [d]}\n  d: {policy: p, needs: [b], mode: no}\n").ShouldBe(
            """
            .github/gates.yml:1:10: key `version`: 2 is not a version this program reads; valid: 1
            .github/gates.yml:5:26: key `gates.d.needs`: the gates wait for each other: b → c → d → b
            .github/gates.yml:5:36: key `gates.d.mode`: "no" is not a mode; valid: enforce, warn, audit, off
            """);

    [Fact]
    public void Only_the_first_twenty_problems_are_shown()
    {
        var yaml = new StringBuilder("version: 1\ngates: { dlp-scan: {} }\n");
        for (var i = 0; i < 25; i++)
        {
            yaml.Append($"k{i}: 1\n");
        }

        var lines = Explain(yaml.ToString()).Split('\n');

        lines.Length.ShouldBe(21);
        lines[20].ShouldBe(".github/gates.yml: and 5 more");
    }

    [Fact]
    public void More_gates_than_anyone_needs_are_refused() =>
        Explain("version: 1\ngates:\n" + string.Concat(Enumerable.Range(0, 201).Select(i => $"  g{i}: {{policy: p, needs: [g{i + 1}]}}\n")))
            .ShouldBe(".github/gates.yml:3:3: key `gates`: names 201 gates; at most 200 are possible");

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused()
    {
        using var stream = new MemoryStream([.. "version: 1\n"u8, 0xff, 0xfe]);

        Should.Throw<UsageException>(() => ConfigurationReader.Read(stream, "g.yml")).Message.ShouldBe("g.yml:2:1: the file is not UTF-8; save it as UTF-8");
    }

    [Fact]
    public void A_huge_file_is_refused()
    {
        using var stream = new MemoryStream(Enumerable.Repeat((byte)'#', 10_000_001).ToArray());

        Should.Throw<UsageException>(() => ConfigurationReader.Read(stream, "g.yml")).Message.ShouldBe("g.yml:1:1: the file is larger than 10 MB");
    }

    private static string Explain(string yaml) => Should.Throw<UsageException>(() => ConfigurationReader.Read(yaml, ".github/gates.yml")).Message;
}
