using Gates.Formats.Documents;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Folders;
using Support;
using Xunit;
using static Runner.Tests.Formats.Settings.SchemaAgreement;

namespace Runner.Tests.Configuration.Folders;

public sealed class FolderSchemaTests
{
    private static readonly string[] Valid =
    [
        .. new[]
        {
            "dlp-scan:", "dlp-scan: { mode: enforce }", "dlp-scan: { with: { exclude: [a] } }", "hermetic-build: {}", "base-image-allowlist: {}",
            "image-tags-pinned: { facts: { yaml: [\"k8s/**\"] } }",
            "dlp-scan: { policy: p, with: { other: 1 } }", "own: { policy: p.js, facts: { yaml: [a] } }",
            "dlp-scan: { mode: warn, enforce-after: 2027-01-15 }", "required-keys: { with: { require: [] } }",
        }.Select(gate => $"version: 1\ngates:\n  {gate}\n"),
        "version: 1\nname: pay\ngates: { dlp-scan: {} }\n",
    ];

    private static readonly string[] Invalid =
    [
        .. new[]
        {
            "canary-slo: {}", "control-attestation: {}", "perf-budget: {}", "waivers: {}",
            "dlp-scan: { timeout: 5m }", "dlp-scan: { needs: [] }", "dlp-scan: { when-missing: skip }",
            "dlp-scan: { mode: x }", "dlp-scan: { facts: { yaml: [a] } }", "dlp-scan: { with: { other: 1 } }", "own: { policy: ../p }", "Own: { policy: p }",
            "own: { policy: \"github:acme/p/a@9c1e5b7700aa41d2b3c4d5e6f708192a3b4c5d6e\" }", "dlp-scan: { mode: enforce, enforce-after: 2027-01-15 }",
        }.Select(gate => $"version: 1\ngates:\n  {gate}\n"),
        "version: 1\n", "gates: { dlp-scan: {} }\n", "version: 1\ngates: {}\n",
        "version: 1\ndefaults: {}\ngates: { dlp-scan: {} }\n", "version: 1\nname: A\ngates: { dlp-scan: {} }\n",
        "version: 1\nwaivers: w\ngates: { dlp-scan: {} }\n", "[]",
    ];

    [Fact]
    public void TheSchemaAndTheReaderAgree() => Agree(
        Published("folder-gates"),
        [.. Valid, .. Invalid],
        yaml => ToJson(YamlReader.Read(yaml, "g")[0]),
        yaml => FolderGates.AddTo(
            ConfigurationReader.Read("version: 1\ngates: { dlp-scan: { mode: warn } }\n", "gates.yml"), new MemoryTree(("a/.gates.yml", yaml))),
        Valid.Length);

    [Fact]
    public void TheExample_IsValidBesideItsRoot() => FolderGates.AddTo(
        ConfigurationReader.Read(File.ReadAllText(Repository.Combine("examples", "monorepo-gates.yml")), "gates.yml"),
        new MemoryTree(("services/pay/.gates.yml", File.ReadAllText(Repository.Combine("examples", "monorepo-folder-gates.yml")))));
}
