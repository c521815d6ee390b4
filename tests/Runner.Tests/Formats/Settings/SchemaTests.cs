using System.Text;
using System.Text.Json.Nodes;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;
using Gates.Formats.Thresholds;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Waivers;
using Gates.Runner.Commands.Init;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Folders;
using Gates.Runner.Configuration.Policies;
using Runner.Tests.Configuration;
using Runner.Tests.Pipeline.Waivers;
using Shouldly;
using Support;
using Xunit;
using static Runner.Tests.Formats.Settings.SchemaAgreement;

namespace Runner.Tests.Formats.Settings;

/// <summary>The published schemas say what the readers say, wherever a schema can say it.</summary>
public sealed class SchemaTests
{
    private static readonly string[] Valid =
    [
        .. new[]
        {
            "dlp-scan: {}", "dlp-scan:", "dlp-scan: { mode: enforce }", "dlp-scan: { mode: warn }", "dlp-scan: { mode: audit }", "dlp-scan: { mode: off }",
            "dlp-scan: { mode: warn, enforce-after: 2027-01-15 }", "dlp-scan: { enforce-after: 2027-12-31 }",
            "dlp-scan: { timeout: 1h30m }", "dlp-scan: { timeout: 500ms, policy-timeout: 90s }",
            "dlp-scan: { needs: [] }", "dlp-scan: { when-changed: [\"**\", \"!vendor/**\"] }", "dlp-scan: { when-missing: skip }", "dlp-scan: { when-missing: error }",
            "dlp-scan: { with: }", "dlp-scan: { with: {} }", "dlp-scan: { with: { paths: [\"src/**\"], exclude: [] } }",
            "dlp-scan: { policy: policies/own, with: { anything: 1 } }", "dlp-scan: { policy: own.js }",
            "base-image-allowlist: {}", "hermetic-build: {}",
            "perf-budget: { with: { current: [a], baseline: [\"evidence:load/a*\"], budgets: { http_req_duration: { p95: +10%, med: \"+5%\" } } } }",
            "perf-budget: { with: { current: [\"k6/*\"], baseline: [b], budgets: { http_req_duration: [\"p95: +10%\"] }, floor: 5ms, inconclusive: fail, suspicious-improvement: 30 } }",
            "canary-slo: { with: { prometheus: { url: \"https://p\", token-env: T }, stages: [{ weight: 5, for: 15m }], breach: 5m, objectives: [{ name: p95, histogram: d, quantile: 0.95, max: 500ms }, { name: e, bad: a, total: b, max: 0.01 }] } }",
            "image-tags-pinned: { with: { exempt: [a], require-digest: true } }", "image-tags-pinned: { facts: { yaml: [\"k8s/**\"] } }",
            "image-tags-pinned: { policy: p, with: { other: 1 } }",
            "required-keys: { with: { require: [] } }", "required-keys: { with: { require: [{ files: a, keys: [b] }] } }", "required-keys: { policy: p }",
            "workload-security-context: { with: { severity: { no-privileged: off } } }",
            "waivers: { mode: warn }\n  dlp-scan:", "waivers: { mode: warn, enforce-after: 2027-01-15 }\n  dlp-scan:", "own: { policy: \"github:acme/p/a@9c1e5b7700aa41d2b3c4d5e6f708192a3b4c5d6e\" }",
            "own: { policy: policies/own }", "own: { policy: a/b.js, facts: { yaml: [a], json: [b], files: [\"*\"] } }", "o2: { policy: ...p, with: }",
        }.Select(gate => $"version: 1\ngates:\n  {gate}\n"),
        "version: 1.0\ngates: { dlp-scan: {} }\n",
        "version: 1\ndefaults:\nenvironments:\ngates: { dlp-scan: {} }\n",
        "version: 1\ndefaults: { mode: warn, timeout: 5m, policy-timeout: 5s }\ngates: { dlp-scan: {} }\n",
        "version: 1\nenvironments: { stage: , prod: { mode: enforce, gates: { dlp-scan: { mode: off } } }, eu: { gates: } }\ngates: { dlp-scan: {} }\n",
        "version: 1\nenvironments: { stage: { gates: { dlp-scan: { with: { scope: diff } } } }, eu: { gates: { dlp-scan: { with: } } } }\ngates: { dlp-scan: {} }\n",
        "version: 1\nwaivers: w.yml\nbaseline: a/b.json\ngates: { dlp-scan: {} }\n",
        StarterFiles.Configuration,
    ];

    private static readonly string[] Invalid =
    [
        .. new[]
        {
            "dlp-scan: { mode: enfroce }", "dlp-scan: { mode: true }", "dlp-scan: { mode: }", "dlp-scan: { mood: warn }", "dlp-scan: warn", "dlp-scan: [a]", "dlp-scan: 1",
            "dlp-scan: { mode: audit, enforce-after: 2027-01-15 }", "dlp-scan: { mode: enforce, enforce-after: 2027-01-15 }",
            "dlp-scan: { enforce-after: 15.01.2027 }", "dlp-scan: { enforce-after: 2027-13-01 }", "dlp-scan: { enforce-after: 20270115 }",
            "dlp-scan: { timeout: 5 }", "dlp-scan: { timeout: \"\" }", "dlp-scan: { timeout: 1.5h }", "dlp-scan: { timeout: 30m1h }", "dlp-scan: { policy-timeout: soon }",
            "dlp-scan: { needs: dlp-scan }", "dlp-scan: { needs: [1] }", "dlp-scan: { needs: [\"A B\"] }",
            "dlp-scan: { when-changed: [] }", "dlp-scan: { when-changed: a }", "dlp-scan: { when-changed: [/a] }", "dlp-scan: { when-changed: [\"!a\"] }",
            "dlp-scan: { when-changed: [\"a\", \"!!b\"] }", "dlp-scan: { when-changed: [./a] }", "dlp-scan: { when-changed: [a/../b] }", "dlp-scan: { when-changed: ['a\\b'] }", "dlp-scan: { when-changed: [\"\"] }",
            "dlp-scan: { when-changed: [\"a\\nb\"] }", "dlp-scan: { when-missing: ignore }", "dlp-scan: { when-missing: true }",
            "dlp-scan: { facts: { yaml: [a] } }", "dlp-scan: { image: a }", "own: { image: a, policy: p }",
            "dlp-scan: { with: [a] }", "dlp-scan: { with: { exlude: [] } }", "dlp-scan: { with: { exclude: a } }", "dlp-scan: { with: { exclude: [1] } }", "dlp-scan: { with: { exclude: } }",
            "dlp-scan: { policy: own.js, with: { exclude: 1 } }", "dlp-scan: { policy: }", "dlp-scan: { policy: ../p }", "dlp-scan: { policy: /p }", "dlp-scan: { policy: .. }",
            "image-tags-pinned: { with: { require-digest: yes } }", "image-tags-pinned: { with: { other: 1 } }", "image-tags-pinned: { facts: {} }", "image-tags-pinned: { facts: }",
            "perf-budget: { with: { current: [a], budgets: { m: { p95: 10 } } } }", "perf-budget: { with: { current: [a], budgets: { m: p95 } } }",
            "perf-budget: {}", "perf-budget: { with: { current: [a], inconclusive: error } }", "perf-budget: { with: { current: [a], budgets: [b] } }",
            "canary-slo: {}", "canary-slo: { with: { prometheus: {} } }", "canary-slo: { with: { prometheus: { url: a, token: b } } }", "canary-slo: { with: { prometheus: { url: a }, stages: [{ weight: 5 }] } }",
            "required-keys: {}", "required-keys:", "required-keys: { with: {} }", "required-keys: { with: { require: [a] } }",
            "workload-security-context: { with: { severity: [a] } }", "workload-security-context: { with: { severity: { a: 1 } } }",
            "waivers: { with: {} }", "waivers: { policy: p }", "own: { policy: \"github:acme/p/a@main\" }", "own: { policy: \"github:acme/p@9c1e5b7700aa41d2b3c4d5e6f708192a3b4c5d6e\" }",
            "own: {}", "own:", "own: { policy: p, facts: { xlsx: [a] } }", "own: { policy: p, facts: { yaml: a } }", "own: { policy: p, facts: { yaml: [] } }", "own: { policy: p, with: [a] }",
            "Own: { policy: p }", "o--n: { policy: p }", "\"\": { policy: p }", "own-: { policy: p }", new string('a', 65) + ": { policy: p }",
        }.Select(gate => $"version: 1\ngates:\n  {gate}\n"),
        "gates: { dlp-scan: {} }\n", "version: 2\ngates: { dlp-scan: {} }\n", "version: \"1\"\ngates: { dlp-scan: {} }\n", "version: 1\n", "version: 1\ngates: {}\n", "version: 1\ngates:\n", "version: 1\ngates: [dlp-scan]\n",
        "version: 1\nother: 1\ngates: { dlp-scan: {} }\n", "[]", "text",
        "version: 1\ndefaults: { mode: on }\ngates: { dlp-scan: {} }\n", "version: 1\ndefaults: [a]\ngates: { dlp-scan: {} }\n", "version: 1\ndefaults: { needs: [] }\ngates: { dlp-scan: {} }\n",
        "version: 1\nenvironments: { stage: warn }\ngates: { dlp-scan: {} }\n", "version: 1\nenvironments: { stage: { timeout: 5m } }\ngates: { dlp-scan: {} }\n",
        "version: 1\nenvironments: { stage: { gates: { dlp-scan: { mode: x } } } }\ngates: { dlp-scan: {} }\n", "version: 1\nenvironments: { stage: { gates: { dlp-scan: { with: [a] } } } }\ngates: { dlp-scan: {} }\n",
        "version: 1\nenvironments: { stage: { gates: { dlp-scan: { with: { scope: all } } } } }\ngates: { dlp-scan: {} }\n",
        "version: 1\nenvironments: { stage: { gates: { dlp-scan: { needs: [] } } } }\ngates: { dlp-scan: {} }\n",
        "version: 1\nwaivers: 1\ngates: { dlp-scan: {} }\n", "version: 1\nbaseline: /b\ngates: { dlp-scan: {} }\n",
    ];

    private static readonly string[] ValidManifests =
    [
        """{ "title": "T" }""", """{ "$schema": "x", "title": "T", "description": "D", "settings": {}, "help": { "a": "b" } }""",
        """{ "title": "T", "facts": { "yaml": ["**/*.yaml", "!a/**"] }, "settings": null }""",
        """{ "title": "T", "settings": { "a": { "type": "string", "one-of": ["x"], "default": "x", "description": "d" } } }""",
        """{ "title": "T", "settings": { "a": { "type": "number", "min": 0, "max": 1.5, "description": "d" }, "b": { "type": "integer", "required": true, "description": "d" } } }""",
        """{ "title": "T", "settings": { "a": { "type": "boolean", "required": false, "default": true, "description": "d" } } }""",
        """{ "title": "T", "settings": { "a": { "type": "list", "items": "string", "description": "d" }, "b": { "type": "list", "items": { "type": "string", "one-of": ["q"] }, "description": "d" } } }""",
        """{ "title": "T", "settings": { "a": { "type": "map", "items": { "type": "list", "items": "number" }, "description": "d" }, "b": { "type": "map", "description": "d", "keys": { "c": { "type": "string", "description": "d" } } } } }""",
    ];

    private static readonly string[] InvalidManifests =
    [
        "{}", "[]", """{ "title": "" }""", """{ "title": 1 }""", """{ "title": "T", "other": 1 }""", """{ "title": "T", "help": { "a": 1 } }""", """{ "title": "T", "help": [] }""",
        """{ "title": "T", "facts": {} }""", """{ "title": "T", "facts": { "xlsx": ["a"] } }""", """{ "title": "T", "facts": { "yaml": [] } }""", """{ "title": "T", "facts": { "yaml": ["!a"] } }""",
        """{ "title": "T", "settings": { "a": "string" } }""", """{ "title": "T", "settings": { "a": { "type": "string" } } }""", """{ "title": "T", "settings": { "a": { "description": "d" } } }""",
        """{ "title": "T", "settings": { "a": { "type": "text", "description": "d" } } }""", """{ "title": "T", "settings": { "a b": { "type": "string", "description": "d" } } }""",
        """{ "title": "T", "settings": { "a": { "type": "string", "min": 1, "description": "d" } } }""", """{ "title": "T", "settings": { "a": { "type": "string", "items": "string", "description": "d" } } }""",
        """{ "title": "T", "settings": { "a": { "type": "list", "items": "text", "description": "d" } } }""", """{ "title": "T", "settings": { "a": { "type": "list", "items": { "type": "string", "description": "d" }, "description": "d" } } }""",
        """{ "title": "T", "settings": { "a": { "type": "map", "items": "string", "keys": {}, "description": "d" } } }""", """{ "title": "T", "settings": { "a": { "type": "boolean", "default": true, "required": true, "description": "d" } } }""",
        """{ "title": "T", "settings": { "a": { "type": "string", "one-of": [], "description": "d" } } }""", """{ "title": "T", "settings": { "a": { "type": "integer", "min": "1", "description": "d" } } }""",
    ];

    [Fact]
    public void The_configuration_schema_and_the_reader_agree_about_every_document()
    {
        Agree(Published("gates"), [.. Valid, .. Invalid], yaml => ToJson(YamlReader.Read(yaml, "g")[0]), yaml => ConfigurationReader.Read(yaml, "gates.yml"), Valid.Length);
        (Valid.Length + Invalid.Length).ShouldBeGreaterThan(60);
    }

    [Fact]
    public void The_manifest_schema_and_the_reader_agree_about_every_document()
    {
        var shipped = ShippedPolicies.Ids.Select(id => File.ReadAllText(Repository.Combine("policies", id, "policy.json"))).ToList();
        Agree(Published("policy"), [.. shipped, .. ValidManifests, .. InvalidManifests], json => JsonNode.Parse(json), json => PolicyManifest.Read(json, "policy.json"), shipped.Count + ValidManifests.Length);
    }

    [Fact]
    public void The_waiver_schema_and_the_reader_agree_about_every_document()
    {
        static string With(string old, string now) => Sample.Text.Replace(old, now, StringComparison.Ordinal);
        string[] valid =
        [
            Sample.Text, "version: 1\nwaivers:\n", "version: 1\nwaivers: []\n", With("    path: docs/**", "    fingerprint: " + Sample.Fingerprint), With("    rule: github-personal-token\n", ""),
            With("    path: docs/**", "    fingerprint: v1:" + new string('0', 64)), With("    path: docs/**", "    fingerprint: v2m:0123456789abcdef"), With("    path: docs/**", "    path: docs/a.md\n    fingerprint: v2:12ab"),
        ];
        string[] invalid =
        [
            With("version: 1", "version: 2"), With("waivers:", "waiver:"), With("max-days: 180", "max-days: 0"), With("docs/**", "\"**\""), With("docs/**", "/docs"), With("    path: docs/**\n", ""),
            With("    path:", $"    fingerprint: {Sample.Fingerprint}\n    path:"), With("    path: docs/**", "    fingerprint: v1:1"), With("    path: docs/**", "    fingerprint: v2:12ab"),
            With("    rule: github-personal-token\n    path: docs/**", "    path: docs/a.md\n    fingerprint: v2:12ab"), With("gate: dlp-scan", "gate: waivers"), With("gate: dlp-scan", "gate: A"),
            With("2027-01-31", "soon"), With("\"@acme/docs\"", "\" \""), With("\"@acme/docs\"", "1"),
            With("\"@acme/docs\"", "\"@you\""), With("    owner: \"@acme/docs\"\n", ""), With("rule:", "rul:"),
        ];
        Agree(Published("waivers"), [.. valid, .. invalid], yaml => ToJson(YamlReader.Read(yaml, "w")[0]), yaml => Sample.Read(yaml), valid.Length);
    }

    [Fact]
    public void The_baseline_schema_and_the_reader_agree_about_every_document()
    {
        var text = $$"""{ "version": 1, "salt": "{{new string('0', 64)}}", "grown": [{ "on": "2026-11-22", "reason": "r", "added": 1 }], "findings": [{ "gate": "a", "rule": "r", "path": "p", "line": 1, "fingerprint": "{{Sample.Fingerprint}}" }] }""";
        string With(string old, string now) => text.Replace(old, now, StringComparison.Ordinal);
        string[] valid = [text, With(", \"path\": \"p\", \"line\": 1", ""), With($"\"salt\": \"{new string('0', 64)}\", ", "")];
        string[] invalid =
        [
            "{}", "[]", With("\"version\": 1", "\"version\": 2"), With("\"salt\": \"0", "\"salt\": \"x"), With("\"line\": 1", "\"line\": 0"), With("v2:", "v3:"), With(", \"path\": \"p\", \"line\": 1", "").Replace(Sample.Fingerprint, "v2:12ab", StringComparison.Ordinal), With("\"gate\": \"a\", ", ""),
            With("\"added\": 1", "\"added\": 0"), With("\"reason\": \"r\", ", ""), With("\"rule\"", "\"rul\""), With("2026-11-22", "today"),
        ];
        Agree(Published("baseline"), [.. valid, .. invalid], json => JsonNode.Parse(json), json => BaselineReader.Read(json, "b.json"), valid.Length);
    }

    [Fact]
    public void The_keyring_schema_and_the_reader_agree_about_every_document()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var entry = new KeyringEntry(key.PublicKey, KeyUse.Log, start, start.AddYears(1), new KeyRevocation(start, "lost"));
        var text = Encoding.UTF8.GetString(KeyringJson.Write(new Keyring([entry])));
        string With(string old, string now) => text.Replace(old, now, StringComparison.Ordinal);
        string[] valid = [text, """{"version":1,"keys":[]}""", Encoding.UTF8.GetString(KeyringJson.Write(new Keyring([entry with { Revoked = null }])))];
        string[] invalid =
        [
            "{}", "[]", With("\"version\": 1", "\"version\": 2"), With("\"keyid\"", "\"keyId\""), With("ed25519", "ed448"), With("\"log\"", "\"logs\""), With("2027-01-01T", "2027-13-01T"),
            With("2027-01-01T00:00:00Z", "2027-01-01"), With("MCow", "MCox"), With("\"reason\"", "\"why\""), With("\"revoked\": {", "\"revoked\": [{").Replace("lost\"\n      }", "lost\"\n      }]", StringComparison.Ordinal),
        ];
        Agree(Published("keyring"), [.. valid, .. invalid], json => JsonNode.Parse(json), json => ReadKeyring(json), valid.Length);
    }

    [Fact]
    public void The_thresholds_schema_and_the_reader_agree_about_every_document()
    {
        string[] valid =
        [
            "version: 1", "version: 1\nglobal:", "version: 1\nglobal: { d: [] }", "version: 1\nglobal: { d: [\"p(99.9)>=1e3\", \"avg === 5\"] }",
            "version: 1\nmode: { a: { d: { note: [\"rate<1\"], warning: [\"rate<2\"], error: [] } } }\nservice: { b: , c: {} }",
        ];
        string[] invalid =
        [
            "global: {}", "version: 2", "version: 1\nother: {}", "version: 1\nglobal: []", "version: 1\nglobal: { d: 5 }", "version: 1\nglobal: { d: [5] }",
            "version: 1\nglobal: { d: [\"p95 < 5\"] }", "version: 1\nglobal: { d: [\"p(95) < 5ms\"] }", "version: 1\nglobal: { d: { errors: [] } }", "version: 1\nglobal: { d: { error: a } }",
            "version: 1\nmode: [a]", "version: 1\nservice: { a: [b] }",
        ];
        Agree(Published("thresholds"), [.. valid, .. invalid], yaml => ToJson(YamlReader.Read(yaml, "t")[0]), yaml => ThresholdFileReader.Read(yaml, "t"), valid.Length);
    }

    [Fact]
    public void The_published_schemas_are_those_of_the_code()
    {
        Generated.Check("docs/schemas/gates.schema.json", SchemaText.Of(ConfigurationSchema.Create()) + "\n");
        Generated.Check("docs/schemas/folder-gates.schema.json", SchemaText.Of(FolderSchema.Create()) + "\n");
        Generated.Check("docs/schemas/waivers.schema.json", SchemaText.Of(WaiverSchema.Create()) + "\n");
        Generated.Check("docs/schemas/baseline.schema.json", SchemaText.Of(BaselineSchema.Create()) + "\n");
        Generated.Check("docs/schemas/keyring.schema.json", SchemaText.Of(KeyringSchema.Create()) + "\n");
        Generated.Check("docs/schemas/thresholds.schema.json", SchemaText.Of(ThresholdsSchema.Create()) + "\n");
        Generated.Check("docs/schemas/policy.schema.json", SchemaText.Of(ManifestSchema.Create()) + "\n");
    }

    private static void ReadKeyring(string json)
    {
        try
        {
            KeyringJson.Read(Encoding.UTF8.GetBytes(json), "ring");
        }
        catch (EvaluationException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
