using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Folders;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Configuration.Folders;

public sealed class FolderGatesTests
{
    private const string Pay = "services/pay/.gates.yml";
    private const string Limited = """{ "title": "Mine", "settings": { "limit": { "type": "integer", "description": "d" } } }""";

    [Fact]
    public void AnEntryIsOneMoreGate_OverItsFolder_AndTheRootsStaysAsItIs()
    {
        var plan = Plan("dlp-scan: { mode: warn }", (Pay, "dlp-scan: { mode: enforce, with: { exclude: [\"gen/**\"] } }"));

        plan.Gates.Select(gate => (gate.Id, gate.Name, gate.Folder, gate.Mode)).ShouldBe(
        [
            ("dlp-scan", "dlp-scan", "", GateMode.Warn), ("services-pay-dlp-scan", "dlp-scan", "services/pay/", GateMode.Enforce),
        ]);
        plan.Gates[0].Settings.GetProperty("exclude").GetRawText().ShouldBe("[]");
        plan.Gates[1].Settings.GetProperty("exclude").GetRawText().ShouldBe("[\"services/pay/gen/**\"]");
        plan.Gates[1].Title.ShouldBe("Secrets and personal data (services/pay/.gates.yml)");
    }

    [Fact]
    public void WhatAnEntryLeavesOut_IsTheRoots_RelativeToTheRoot()
    {
        var plan = Plan(
            "dlp-scan: { mode: warn, enforce-after: 2030-01-01, timeout: 7m, with: { exclude: [\"vendor/**\"], rules: { personal-data: \"off\" } } }",
            (Pay, "dlp-scan: { with: { rules: { personal-data: error } } }"));

        plan.Gates[1].Mode.ShouldBe(GateMode.Warn);
        plan.Gates[1].ModeReason.ShouldBe("warn until 2030-01-01");
        plan.Gates[1].Timeout.ShouldBe(TimeSpan.FromMinutes(7));
        plan.Gates[1].Settings.GetProperty("exclude").GetRawText().ShouldBe("[\"vendor/**\"]");
        plan.Gates[1].Settings.GetProperty("rules").GetRawText().ShouldBe("{\"personal-data\":\"error\"}");
    }

    [Fact]
    public void GlobsOfEveryDepth_FactsAndAnUnusualFolder_AreRelativeToTheFolder()
    {
        var plan = Plan(
            "hermetic-build: {}",
            ("app/[id]/.gates.yml", "dlp-scan: { with: { allow: [{ path: \"test/**\" }] } }\n"
                + "  image-tags-pinned: { facts: { yaml: [\"k8s/**\", \"!k8s/dev/**\"] } }"));

        plan.Gates[1].Settings.GetProperty("allow")[0].GetProperty("path").GetString().ShouldBe("app/[[]id[]]/test/**");
        plan.Gates[2].Facts!["yaml"].ShouldBe(["app/[[]id[]]/k8s/**", "!app/[[]id[]]/k8s/dev/**"]);
        plan.Gates.Select(gate => gate.Id).ShouldBe(["hermetic-build", "app-id-dlp-scan", "app-id-image-tags-pinned"]);
    }

    [Fact]
    public void WhatAShippedPolicyLooksAtByDefault_IsTheFolders()
    {
        var gate = Plan("dlp-scan: {}", (Pay, "changelog: {}")).Gates[1];

        gate.Settings.GetProperty("path").GetString().ShouldBe("services/pay/CHANGELOG.md");
        gate.Facts!.Values.SelectMany(globs => globs).ShouldAllBe(glob => glob.StartsWith("services/pay/", StringComparison.Ordinal));
    }

    [Fact]
    public void APolicyOfTheFolder_MayImportItsOwnHelpersAndTheRootsAndNoOthers()
    {
        const string Manifest = """
            { "title": "Mine", "facts": { "yaml": ["**/*.yaml"] }, "settings": {
              "only": { "type": "list", "items": { "type": "string", "glob": true }, "default": ["b/**"], "description": "d" },
              "limit": { "type": "integer", "description": "d" } } }
            """;
        var gate = Plan(
            "dlp-scan: {}",
            (Pay, "mine: { policy: policies/mine, with: { only: [\"a/**\"], limit: 2 } }"),
            ("services/pay/policies/mine/policy.js", "import './x.js'; export function judge() {}"),
            ("services/pay/policies/mine/policy.json", Manifest),
            ("services/pay/policies/lib/own.js", ""),
            ("policies/lib/shared.js", ""),
            ("policies/other/policy.js", ""),
            ("services/web/policies/lib/x.js", "")).Gates[1];

        gate.PolicyFiles!.Paths.Order(StringComparer.Ordinal).ShouldBe(
            ["policies/lib/shared.js", "services/pay/policies/lib/own.js", "services/pay/policies/mine/policy.js", "services/pay/policies/mine/policy.json"]);
        gate.Settings.GetRawText().ShouldBe("""{"only":["services/pay/a/**"],"limit":2}""");
        gate.Title.ShouldBe("Mine (services/pay/.gates.yml)");
    }

    [Fact]
    public void AGateOfTheRootsOwn_CanBeStricterInAFolder()
    {
        var plan = Plan(
            "mine: { mode: warn, policy: policies/mine, facts: { yaml: [\"**\"] }, with: { limit: 5 } }",
            (Pay, "mine: { mode: enforce, with: { limit: 2 } }"),
            ("policies/mine/policy.js", "export function judge() {}"),
            ("policies/mine/policy.json", Limited));

        plan.Gates.Select(gate => (gate.Id, gate.Mode, gate.Settings.GetRawText(), gate.Policy.Name)).ShouldBe(
        [
            ("mine", GateMode.Warn, """{"limit":5}""", "policies/mine/policy.js"),
            ("services-pay-mine", GateMode.Enforce, """{"limit":2}""", "policies/mine/policy.js"),
        ]);
    }

    [Fact]
    public void AnEnvironmentsModes_HoldForFoldersAsForTheRoot()
    {
        var root = ConfigurationReader.Read(
            "version: 1\nenvironments: { dev: { mode: audit }, prod: { gates: { dlp-scan: { mode: enforce } } } }\ngates: { dlp-scan: { mode: warn } }\n",
            "gates.yml");
        var configuration = FolderGates.AddTo(root, Tree((Pay, "dlp-scan: {}")));

        Planner.Plan(configuration, Request(new MemoryTree()) with { Environment = "dev" }).Gates.ShouldAllBe(gate => gate.Mode == GateMode.Audit);
        Planner.Plan(configuration, Request(new MemoryTree()) with { Environment = "prod" }).Gates.ShouldAllBe(gate => gate.Mode == GateMode.Enforce);
    }

    [Theory]
    [InlineData("mode: enforce", "mode: warn", "mode", "mode: warn is milder than `mode: enforce`")]
    [InlineData("mode: enforce", "mode: \"off\"", "mode", "mode: off is milder than `mode: enforce`")]
    [InlineData("", "mode: audit", "mode", "mode: audit is milder than `mode: enforce`")]
    [InlineData("mode: enforce", "enforce-after: 2027-01-15", "enforce-after", "enforce-after: 2027-01-15 is milder than `mode: enforce`")]
    [InlineData("enforce-after: 2027-01-15", "mode: warn", "mode", "mode: warn is milder than `enforce-after: 2027-01-15`")]
    [InlineData(
        "enforce-after: 2027-01-15", "enforce-after: 2027-01-16", "enforce-after", "enforce-after: 2027-01-16 is milder than `enforce-after: 2027-01-15`")]
    [InlineData("mode: warn", "mode: audit", "mode", "mode: audit is milder than `mode: warn`")]
    [InlineData("mode: audit", "mode: \"off\"", "mode", "mode: off is milder than `mode: audit`")]
    public void AMilderMode_IsRefused(string root, string own, string key, string message) =>
        Refused($"dlp-scan: {{ {root} }}", (Pay, $"dlp-scan: {{ {own} }}"))
            .ShouldBe($"{Pay}:3:{15 + key.Length + 2}: key `gates.dlp-scan.{key}`: {message}, which .github/gates.yml:3 says of dlp-scan; "
                + "a folder's own file can only be stricter: remove this key to follow it");

    [Theory]
    [InlineData("mode: warn", "mode: warn")]
    [InlineData("mode: warn", "enforce-after: 2027-01-15")]
    [InlineData("mode: \"off\"", "mode: audit")]
    [InlineData("enforce-after: 2027-01-15", "enforce-after: 2027-01-14")]
    [InlineData("enforce-after: 2027-01-15", "mode: enforce")]
    public void AnEqualOrStricterMode_Holds(string root, string own) =>
        Plan($"dlp-scan: {{ {root} }}", (Pay, $"dlp-scan: {{ {own} }}")).Gates.Count.ShouldBe(2);

    [Fact]
    public void AFolderWithinAFolder_IsHeldAgainstTheNearerFile()
    {
        Refused("dlp-scan: { mode: warn }", ("services/.gates.yml", "dlp-scan: { mode: enforce }"), (Pay, "dlp-scan: { mode: warn }"))
            .ShouldContain("mode: warn is milder than `mode: enforce`, which services/.gates.yml:3 says of dlp-scan");
        Plan("dlp-scan: { mode: warn }", ("services/.gates.yml", "dlp-scan: { mode: enforce }"), ("services/-a/.gates.yml", "dlp-scan: {}"))
            .Gates.Select(gate => (gate.Id, gate.Mode)).ShouldBe(
            [
                ("dlp-scan", GateMode.Warn), ("services-dlp-scan", GateMode.Enforce), ("services-a-dlp-scan", GateMode.Enforce),
            ]);
    }

    [Theory]
    [InlineData(
        "services/pay", "services-pay", "would be called services-pay-dlp-scan, as a gate of services-pay/.gates.yml is; write another `name:` above `gates:`")]
    [InlineData("pay/v1", "pay/V1", "would be called pay-v1-dlp-scan, as a gate of pay/V1/.gates.yml is")]
    public void TwoGatesOfOneName_AreRefused(string one, string other, string message) =>
        Refused("hermetic-build: {}", ($"{one}/.gates.yml", "dlp-scan: {}"), ($"{other}/.gates.yml", "dlp-scan: {}")).ShouldContain(message);

    [Fact]
    public void ANameOfTheRootsOrOfThisProgram_IsRefused()
    {
        Refused("web-dlp-scan: { policy: p.js, facts: { yaml: [a] } }", ("web/.gates.yml", "dlp-scan: {}"))
            .ShouldContain("would be called web-dlp-scan, as a gate of .github/gates.yml is");
        Refused("dlp-scan: {}", ("image-tags/.gates.yml", "pinned: { policy: p.js, facts: { yaml: [a] } }"))
            .ShouldContain("would be called image-tags-pinned, as a gate of this program is");
    }

    [Fact]
    public void AFolderWhoseNameMakesNone_GivesOne()
    {
        var deep = string.Concat(Enumerable.Repeat("components/", 6));

        Refused("dlp-scan: {}", (deep + ".gates.yml", "dlp-scan: {}"))
            .ShouldContain("has 74 characters; at most 64 are possible: write a short `name:` above `gates:`");
        Refused("dlp-scan: {}", ("плата/.gates.yml", "dlp-scan: {}")).ShouldContain("has no name, because its folder's has no letter or digit of ASCII");
        PlanText("dlp-scan: {}", (deep + ".gates.yml", "version: 1\nname: ui\ngates: { dlp-scan: {} }\n")).Gates[1].Id.ShouldBe("ui-dlp-scan");
    }

    [Fact]
    public void TheFilesOfAConfiguration_AreKnown_AndSoAreTheirGatesToTheCommandLine()
    {
        var configuration = FolderGates.AddTo(Root("dlp-scan: {}"), Tree((Pay, "dlp-scan: {}")));

        configuration.FolderFiles.ShouldBe([Pay]);
        Overrides.Apply(configuration, ["services-pay-dlp-scan.mode=warn"]).Gates[1].Mode.ShouldBe(GateMode.Warn);
        Planner.Plan(configuration, Request(new MemoryTree()) with { Gates = ["services-pay-dlp-scan"] }).Gates
            .ShouldHaveSingleItem().Folder.ShouldBe("services/pay/");
        Should.Throw<UsageException>(() => Planner.Plan(configuration, Request(new MemoryTree()) with { Gates = ["x"] })).Message
            .ShouldBe("--gates: \"x\" is not a gate of .github/gates.yml; valid: dlp-scan, and 1 gate of the folders' own files");
    }

    internal static RunPlan Plan(string root, params (string Path, string Gates)[] files) => PlanText(root, [.. files.Select(AsFile)]);

    internal static string Refused(string root, params (string Path, string Gates)[] files) => RefusedText(root, [.. files.Select(AsFile)]);

    internal static string RefusedText(string root, params (string Path, string Text)[] files) =>
        Should.Throw<UsageException>(() => PlanText(root, files)).Message;

    private static RunPlan PlanText(string root, params (string Path, string Text)[] files)
    {
        var tree = new MemoryTree(files);
        return Planner.Plan(FolderGates.AddTo(Root(root), tree), Request(tree));
    }

    private static GatesConfiguration Root(string gates) => ConfigurationReader.Read($"version: 1\ngates:\n  {gates}\n", ".github/gates.yml");

    private static MemoryTree Tree(params (string Path, string Gates)[] files) => new([.. files.Select(AsFile)]);

    private static (string Path, string Text) AsFile((string Path, string Text) file) =>
        file.Path.EndsWith(".gates.yml", StringComparison.Ordinal) ? (file.Path, $"version: 1\ngates:\n  {file.Text}\n") : file;

    private static PlanRequest Request(ISourceTree tree) =>
        new() { Tree = tree, Services = new GateServices(TimeProvider.System), Today = new DateOnly(2026, 11, 30) };
}
