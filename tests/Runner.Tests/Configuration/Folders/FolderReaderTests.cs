using Shouldly;
using Xunit;
using static Runner.Tests.Configuration.Folders.FolderGatesTests;

namespace Runner.Tests.Configuration.Folders;

public sealed class FolderReaderTests
{
    private const string Pay = "services/pay/.gates.yml";

    [Theory]
    [InlineData("canary-slo: {}", "key `gates.canary-slo`: judges what a Prometheus said of a rollout, which is no part of a folder; it stands in")]
    [InlineData("control-attestation: {}", "key `gates.control-attestation`: judges evidence that other jobs made, which is no part of a folder")]
    [InlineData("perf-budget: {}", "key `gates.perf-budget`: judges the results of a load test, which is no part of a folder")]
    [InlineData("waivers: {}", "key `gates.waivers`: is the look at the waivers, which are the whole repository's")]
    [InlineData("release-tag-signed: {}", "collects `git`, which is about the whole repository, not a folder")]
    [InlineData("Own: {}", "key `gates.Own`: is not a gate's name")]
    [InlineData("dlp_scan: {}", "key `gates.dlp_scan`: is not a gate's name")]
    [InlineData("dlp-scam: {}", "key `gates.dlp-scam`: is not a gate; did you mean \"dlp-scan\"?")]
    [InlineData("dlp-scan: { needs: [a] }", "key `gates.dlp-scan.needs`: is the root's to say; a folder's file takes mode, enforce-after, with, facts, policy")]
    [InlineData("dlp-scan: { timeout: 5m }", "key `gates.dlp-scan.timeout`: is the root's to say")]
    [InlineData("dlp-scan: { policy-timeout: 5m }", "key `gates.dlp-scan.policy-timeout`: is the root's to say")]
    [InlineData("dlp-scan: { when-changed: [a] }", "key `gates.dlp-scan.when-changed`: is the root's to say")]
    [InlineData("dlp-scan: { when-missing: skip }", "key `gates.dlp-scan.when-missing`: is the root's to say")]
    [InlineData("dlp-scan: { mode: strict }", "key `gates.dlp-scan.mode`: \"strict\" is not a mode")]
    [InlineData("dlp-scan: { mode: enforce, enforce-after: 2027-01-01 }", "key `gates.dlp-scan.enforce-after`: turns `warn` into `enforce`")]
    [InlineData("dlp-scan: { facts: { yaml: [a] } }", "key `gates.dlp-scan.facts`: dlp-scan collects its own facts")]
    [InlineData("dlp-scan: { with: { exclud: [a] } }", "key `gates.dlp-scan.with.exclud`: is not known; did you mean \"exclude\"?")]
    [InlineData("dlp-scan: { with: { exclude: [\"../x\"] } }", "leaves its folder with ..")]
    [InlineData("dlp-scan: { with: [a] }", "is not a map")]
    [InlineData("mine: { policy: ../p, facts: { yaml: [a] } }", "key `gates.mine.policy`: \"../p\" leaves its folder with ..")]
    [InlineData("mine: { policy: \"github:a/b/c@9c1e5b7700aa41d2b3c4d5e6f708192a3b4c5d6e\" }", "is of another repository; a folder's file takes")]
    [InlineData("mine: { policy: policies/none }", "key `gates.mine.policy`: \"services/pay/policies/none\" is not a folder of the repository")]
    [InlineData("mine: { policy: p, facts: { git: [commits] } }", "key `gates.mine.facts.git`: is about the whole repository, not a folder")]
    [InlineData("mine: { policy: p, facts: { needs: [dlp-scan] } }", "key `gates.mine.facts.needs`: is about the whole repository, not a folder")]
    public void WhatIsNotAFoldersToSay_IsRefusedWithItsPlace(string gates, string message)
    {
        var refused = Refused("hermetic-build: {}", (Pay, gates));

        refused.ShouldContain(message);
        refused.ShouldStartWith($"{Pay}:3:");
    }

    [Theory]
    [InlineData("version: 1\n", ":1:1: key `gates`: is missing; name at least one gate under it")]
    [InlineData("gates: { dlp-scan: {} }\n", ":1:1: key `version`: is missing; write `version: 1`")]
    [InlineData("version: 2\ngates: { dlp-scan: {} }\n", ":1:10: key `version`: 2 is not a version this program reads; valid: 1")]
    [InlineData("version: 1\ngates: {}\n", ":2:8: key `gates`: names no gate, so nothing would run; remove the file, or name one")]
    [InlineData("version: 1\nname: A b\ngates: { dlp-scan: {} }\n", ":2:7: key `name`: \"A b\" is not a name; use lower-case letters, digits")]
    [InlineData("version: 1\ndefaults: {}\ngates: { dlp-scan: {} }\n", ":2:11: key `defaults`: is for the whole repository; it stands in the root's file")]
    [InlineData("version: 1\nenvironments: {}\ngates: { dlp-scan: {} }\n", ": key `environments`: is for the whole repository")]
    [InlineData("version: 1\nrequire: [a]\ngates: { dlp-scan: {} }\n", ": key `require`: is for the whole repository")]
    [InlineData("version: 1\nfolders: [a]\ngates: { dlp-scan: {} }\n", ": key `folders`: is for the whole repository")]
    [InlineData("version: 1\nwaivers: w.yml\ngates: { dlp-scan: {} }\n", ": key `waivers`: is for the whole repository")]
    [InlineData("version: 1\nbaseline: b.json\ngates: { dlp-scan: {} }\n", ": key `baseline`: is for the whole repository")]
    [InlineData("version: 1\nother: 1\ngates: { dlp-scan: {} }\n", ": key `other`: is not known")]
    [InlineData("text\n", ":1:1: \"text\" is not a configuration")]
    [InlineData("", ": the file is empty; a folder's own file begins with `version: 1` and `gates:`")]
    [InlineData("a: [\n", "not valid YAML")]
    public void AFileThatIsNone_IsAMistakeLikeTheRoots(string text, string message)
    {
        var refused = RefusedText("hermetic-build: {}", (Pay, text));

        refused.ShouldStartWith(Pay);
        refused.ShouldContain(message);
    }

    [Fact]
    public void AFileThatIsTooLarge_OrNamesTooManyGates_IsRefused()
    {
        RefusedText("dlp-scan: {}", (Pay, "#" + new string('x', 70_000))).ShouldStartWith(Pay);
        var gates = string.Concat(Enumerable.Range(0, 21).Select(i => FormattableString.Invariant($"  g{i}: {{}}\n")));
        RefusedText("dlp-scan: {}", (Pay, "version: 1\ngates:\n" + gates))
            .ShouldContain("names 21 gates; at most 20 are possible in a folder's file");
    }

    [Fact]
    public void EveryFilesProblems_AreSaidAtOnce()
    {
        var lines = Refused(
            "dlp-scan: {}", ("a/.gates.yml", "dlp-scan: { mode: warn }"), ("b/.gates.yml", "nothing: {}"), ("c/.gates.yml", "dlp-scan: [")).Split('\n');

        lines.Length.ShouldBe(3);
        lines[0].ShouldStartWith("a/.gates.yml:3:");
        lines[1].ShouldStartWith("b/.gates.yml:3:");
        lines[2].ShouldStartWith("c/.gates.yml:");
    }

    [Fact]
    public void ManyProblems_AreCut()
    {
        var files = Enumerable.Range(10, 30).Select(i => (FormattableString.Invariant($"f{i}/.gates.yml"), "nothing: {}")).ToArray();

        Refused("dlp-scan: {}", files).Split('\n')[^1].ShouldBe("and 10 more in the folders' own files");
    }
}
