using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Results;
using Gates.Runner.Configuration;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Configuration;

public sealed class PlannerTests
{
    private const string Manifest =
        """{ "title": "No latest tags", "settings": { "exempt": { "type": "list", "items": "string", "default": [], "description": "Globs." }, "limit": { "type": "integer", "min": 1, "default": 3, "description": "How many." } }, "help": { "no-latest": "Pin it." } }""";

    private static readonly MemoryTree Tree = new(
        ("policies/no-latest-tags/policy.js", "function judge() {}"),
        ("policies/no-latest-tags/policy.json", Manifest),
        ("policies/with-facts/policy.js", "function judge() {}"),
        ("policies/with-facts/policy.json", """{ "title": "T", "facts": { "json": ["**/*.json"] } }"""),
        ("policies/bare/policy.js", ""),
        ("policies/empty/policy.json", "{}"),
        ("policies/broken/policy.js", ""),
        ("policies/broken/policy.json", "{ \"title\": 3, \"setings\": {} }"),
        ("policies/clash/policy.js", ""),
        ("policies/clash/policy.json", """{ "title": "C", "settings": { "paths": { "type": "list", "description": "d" } } }"""),
        ("policies/others/policy.js", "function judge() {}"),
        ("policies/others/policy.json", """{ "title": "O", "gate": "dlp-scan" }"""),
        ("one.js", "function judge() { }"));

    [Fact]
    public void The_defaults_are_three_gates_of_which_only_secrets_can_block()
    {
        var plan = Planner.Plan(DefaultConfiguration.Create(), Request());

        plan.Source.ShouldBe("built-in defaults");
        plan.Gates
            .Select(g => (g.Id, g.Mode))
            .ShouldBe([("dlp-scan", GateMode.Enforce), ("base-image-allowlist", GateMode.Warn), ("hermetic-build", GateMode.Warn)]);
        plan.Gates.ShouldAllBe(g => g.SkipReason == null && g.ModeReason == null && g.Policy.Text.Contains("judge", StringComparison.Ordinal));
        plan.Gates[0].Settings.GetProperty("paths").GetRawText().ShouldBe("[\"**\"]");
    }

    [Fact]
    public void A_policy_of_the_repository_becomes_a_gate_over_facts()
    {
        var gate = Plan("no-latest-tags: { policy: policies/no-latest-tags, facts: { yaml: [\"k8s/**\"] }, with: { exempt: [\"dev/**\"] } }").Gates.ShouldHaveSingleItem();

        gate.Gate.ShouldBeOfType<FactsGate>();
        gate.Title.ShouldBe("No latest tags");
        gate.Policy.Name.ShouldBe("policies/no-latest-tags/policy.js");
        gate.Policy.Modules.ShouldHaveSingleItem().Value.ShouldBe("function judge() {}");
        gate.Settings.GetRawText().ShouldBe("""{"exempt":["dev/**"],"limit":3}""");
        gate.Help["no-latest"].ShouldBe("Pin it.");
    }

    [Fact]
    public void A_required_gate_is_marked_and_runs_also_where_it_is_not_selected()
    {
        var plan = Planner.Plan(
            ConfigurationReader.Read("version: 1\ngates: { dlp-scan: {}, hermetic-build: {} }\nrequire: [dlp-scan]\n", "gates.yml"),
            Request() with { Gates = ["hermetic-build"] });

        plan.Gates.Select(gate => (gate.Id, gate.IsRequired)).ShouldBe([("dlp-scan", true), ("hermetic-build", false)]);
        plan.Notes.ShouldBe(["dlp-scan also ran, because the configuration requires it"]);
    }

    [Fact]
    public void A_policy_that_is_one_file_needs_only_facts() =>
        Plan("own: { policy: one.js, facts: { files: [\"*\"] } }").Gates[0].Policy.Name.ShouldBe("one.js");

    [Fact]
    public void A_manifest_can_say_what_to_collect() => Plan("own: { policy: policies/with-facts }").Gates.ShouldHaveSingleItem().Title.ShouldBe("T");

    [Fact]
    public void A_shipped_policy_needs_no_path()
    {
        var gate = Plan("image-tags-pinned: { with: { require-digest: true } }").Gates.ShouldHaveSingleItem();

        gate.Policy.Name.ShouldBe("image-tags-pinned");
        gate.Settings.GetProperty("require-digest").GetBoolean().ShouldBeTrue();
        gate.Settings.GetProperty("floating-tags").GetRawText().ShouldBe("[\"latest\"]");
    }

    [Fact]
    public void A_policy_on_a_built_in_gate_replaces_its_own_and_adds_settings()
    {
        var gate = Plan("dlp-scan: { policy: policies/no-latest-tags, with: { limit: 5, exclude: [a] } }").Gates.ShouldHaveSingleItem();

        gate.Title.ShouldBe("Secrets and personal data");
        gate.Policy.Name.ShouldBe("policies/no-latest-tags/policy.js");
        gate.Settings.GetProperty("limit").GetInt32().ShouldBe(5);
        gate.Settings.GetProperty("exclude").GetRawText().ShouldBe("[\"a\"]");
    }

    [Theory]
    [InlineData(
        "own: { policy: policies/no-latest-tgas, facts: { yaml: [a] } }",
        "3:18: key `gates.own.policy`: \"policies/no-latest-tgas\" is not a folder of the repository with a policy.js and a policy.json; did you mean \"policies/no-latest-tags\"?")]
    [InlineData(
        "own: { policy: nowhere, facts: { yaml: [a] } }",
        "3:18: key `gates.own.policy`: \"nowhere\" is not a folder of the repository with a policy.js and a policy.json; symbolic links are not followed")]
    [InlineData(
        "own: { policy: oen.js, facts: { yaml: [a] } }",
        "3:18: key `gates.own.policy`: \"oen.js\" is not a file of the repository; did you mean \"one.js\"?")]
    [InlineData(
        "own: { policy: policies/bare, facts: { yaml: [a] } }",
        "3:18: key `gates.own.policy`: \"policies/bare\" has no policy.json beside its script; the smallest is { \"title\": \"…\" }")]
    [InlineData(
        "own: { policy: policies/empty, facts: { yaml: [a] } }",
        "3:18: key `gates.own.policy`: \"policies/empty\" has no policy.js or policy.ts beside its policy.json")]
    [InlineData(
        "own: { policy: policies/no-latest-tags }",
        "3:3: key `gates.own`: says nothing about what to collect; add `facts`, for example `facts: { yaml: [\"k8s/**/*.yaml\"] }`; kinds: change, csv, dockerfile, evidence, files, git, github, hcl, images, ini, json, jsonl, junit, kubernetes, markdown, needs, openapi, profiles, prometheus, properties, provenance, run, sarif, sbom, summaries, toml, xml, yaml")]
    [InlineData(
        "own: { policy: policies/no-latest-tags, facts: { yaml: [a] }, with: { exmept: [] } }",
        "3:73: key `gates.own.with.exmept`: is not known; did you mean \"exempt\"? valid: exempt, limit")]
    [InlineData(
        "own: { policy: policies/no-latest-tags, facts: { yaml: [a] }, with: { limit: 0 } }",
        "3:80: key `gates.own.with.limit`: 0 is too small; the smallest is 1")]
    [InlineData(
        "own: { policy: one.js, facts: { yaml: [a] }, with: { a: 1 } }",
        "3:54: key `gates.own.with`: one.js declares no settings; put the script into a folder as policy.js, with a policy.json that declares them")]
    [InlineData(
        "own: { policy: policies/with-facts, with: { a: 1 } }",
        "3:45: key `gates.own.with`: its policy.json declares no settings; declare them under `settings` there")]
    [InlineData(
        "base-image-allowlist: { with: { platforms: [linux] } }",
        "3:33: key `gates.base-image-allowlist.with`: \"linux\" in `platforms` is not a platform; write os/architecture, for example linux/arm64.")]
    [InlineData(
        "dlp-scan: { policy: policies/clash }",
        "3:23: key `gates.dlp-scan.policy`: its policy.json declares `paths`, which is already an option of dlp-scan; remove the declaration")]
    [InlineData(
        "own: { policy: policies/others }",
        "3:18: key `gates.own.policy`: judges what dlp-scan collects; write it under `dlp-scan:`, as its `policy`")]
    [InlineData(
        "own: { policy: one.js, with: { a: 1 } }",
        "3:3: key `gates.own`: says nothing about what to collect; add `facts`, for example `facts: { yaml: [\"k8s/**/*.yaml\"] }`; "
            + "kinds: change, csv, dockerfile, evidence, files, git, github, hcl, images, ini, json, jsonl, junit, kubernetes, markdown, needs, openapi, profiles, prometheus, properties, provenance, run, sarif, sbom, summaries, toml, xml, yaml\n"
            + "gates.yml:3:32: key `gates.own.with`: one.js declares no settings; "
            + "put the script into a folder as policy.js, with a policy.json that declares them")]
    [InlineData(
        "own: { policy: policies/broken }",
        "3:18: key `gates.own.policy`: policies/broken/policy.json:1:12: key `title`: 3 is not text\npolicies/broken/policy.json:1:15: key `setings`: is not known; did you mean \"settings\"? valid: $schema, title, description, gate, facts, settings, help")]
    public void A_policy_that_cannot_be_used_is_explained(string gate, string message) =>
        Should.Throw<UsageException>(() => Plan(gate)).Message.ShouldBe("gates.yml:" + message);

    [Theory]
    [InlineData("mode: warn", null, GateMode.Warn, null)]
    [InlineData("mode: enforce", null, GateMode.Enforce, null)]
    [InlineData("mode: warn, enforce-after: 2027-01-15", null, GateMode.Warn, "warn until 2027-01-15")]
    [InlineData("enforce-after: 2027-01-15", null, GateMode.Warn, "warn until 2027-01-15")]
    [InlineData("mode: warn, enforce-after: 2026-11-22", null, GateMode.Enforce, "enforce since 2026-11-22")]
    [InlineData("mode: warn, enforce-after: 2026-11-23", null, GateMode.Warn, "warn until 2026-11-23")]
    [InlineData("mode: enforce", "stage", GateMode.Warn, "warn in environment stage")]
    [InlineData("mode: warn, enforce-after: 2020-01-01", "stage", GateMode.Warn, "warn in environment stage")]
    [InlineData("mode: warn", "stage", GateMode.Warn, null)]
    [InlineData("mode: off", "stage", GateMode.Off, null)]
    [InlineData("mode: off", "prod", GateMode.Enforce, "enforce in environment prod")]
    public void The_later_rule_decides_the_mode(string gate, string? environment, object mode, string? reason)
    {
        var configuration = ConfigurationReader.Read(
            $"version: 1\ngates: {{ dlp-scan: {{ {gate} }} }}\nenvironments: {{ stage: {{ mode: warn }}, prod: {{ gates: {{ dlp-scan: {{ mode: enforce }} }} }} }}\n", "gates.yml");

        var planned = Planner.Plan(configuration, Request() with { Environment = environment }).Gates.ShouldHaveSingleItem();

        planned.Mode.ShouldBe((GateMode)mode);
        planned.ModeReason.ShouldBe(reason);
    }

    [Fact]
    public void The_defaults_of_the_file_hold_for_gates_that_write_nothing()
    {
        var configuration = ConfigurationReader.Read(
            "version: 1\ndefaults: { mode: audit, timeout: 1m, policy-timeout: 2s }\ngates: { dlp-scan: {}, hermetic-build: { mode: warn, timeout: 3m, policy-timeout: 4s } }\n", "gates.yml");

        Planner.Plan(configuration, Request()).Gates.Select(g => (g.Mode, g.Timeout.TotalSeconds, g.Limits.Timeout.TotalSeconds))
            .ShouldBe([(GateMode.Audit, 60, 2), (GateMode.Warn, 180, 4)]);
    }

    [Fact]
    public void A_run_in_which_every_gate_is_off_says_so() =>
        Plan("dlp-scan: { mode: off }").Notes.ShouldBe(["every gate is off, so nothing was checked"]);

    [Theory]
    [InlineData("k8s/a.yaml", null)]
    [InlineData("src/Program.cs", "no changed file matches its `when-changed` (k8s/**, !k8s/dev/**)")]
    [InlineData("k8s/dev/a.yaml", "no changed file matches its `when-changed` (k8s/**, !k8s/dev/**)")]
    public void A_path_filter_skips_a_gate_and_names_itself(string changed, string? reason)
    {
        var changes = new ChangeSet("b", "a", [new ChangedFile(changed, changed, false, [])]);

        var plan = Plan("dlp-scan: { when-changed: [\"k8s/**\", \"!k8s/dev/**\"] }", Request() with { Changes = changes });

        plan.Gates[0].SkipReason.ShouldBe(reason);
        plan.Notes.ShouldBe(reason is null ? [] : ["every gate was skipped, because no changed file matches its `when-changed`"]);
    }

    [Fact]
    public void A_file_that_left_a_filtered_folder_counts_as_changed_there() =>
        Plan(
            "dlp-scan: { when-changed: [\"k8s/**\"] }",
            Request() with { Changes = new ChangeSet("b", "a", [new ChangedFile("old.yaml", "k8s/old.yaml", false, [])]) })
            .Gates[0].SkipReason.ShouldBeNull();

    [Fact]
    public void Without_a_base_a_path_filter_skips_nothing() => Plan("dlp-scan: { when-changed: [\"k8s/**\"] }").Gates[0].SkipReason.ShouldBeNull();

    [Fact]
    public void Selected_gates_bring_what_they_need()
    {
        var plan = Plan(
            "hermetic-build: {}\n  dlp-scan: {}\n  base-image-allowlist: { needs: [dlp-scan] }",
            Request() with { Gates = ["base-image-allowlist"] });

        plan.Gates.Select(g => g.Id).ShouldBe(["dlp-scan", "base-image-allowlist"]);
        plan.Gates[1].Needs.ShouldBe(["dlp-scan"]);
        plan.Notes.ShouldBe(["dlp-scan also ran, because the selected gates need it"]);
    }

    [Theory]
    [InlineData("dlp-sacn", "--gates: \"dlp-sacn\" is not a gate of gates.yml; did you mean \"dlp-scan\"? valid: dlp-scan")]
    [InlineData("hermetic-build", "--gates: hermetic-build is not in gates.yml; add `hermetic-build: {}` under `gates:`")]
    public void An_unknown_selection_is_refused(string id, string message) =>
        Should.Throw<UsageException>(() => Plan("dlp-scan: {}", Request() with { Gates = [id] })).Message.ShouldBe(message);

    [Fact]
    public void An_unknown_environment_is_refused()
    {
        Should.Throw<UsageException>(() => Plan("dlp-scan: {}", Request() with { Environment = "prod" })).Message
            .ShouldBe("--environment: \"prod\" is not known, because gates.yml has no `environments`");
        Should.Throw<UsageException>(() => Plan("dlp-scan: {}\nenvironments: { stage: {}, production: {} }", Request() with { Environment = "stagee" })).Message
            .ShouldBe("--environment: \"stagee\" is not an environment of gates.yml; did you mean \"stage\"? valid: stage, production");
    }

    private static RunPlan Plan(string gates, PlanRequest? request = null) =>
        Planner.Plan(ConfigurationReader.Read($"version: 1\ngates:\n  {gates}\n", "gates.yml"), request ?? Request());

    private static PlanRequest Request() => new()
    {
        Tree = Tree,
        Services = new GateServices(TimeProvider.System),
        Today = new DateOnly(2026, 11, 22),
    };
}
