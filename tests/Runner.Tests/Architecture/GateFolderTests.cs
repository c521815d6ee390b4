using System.Text.Json;
using Gates.BuiltIn;
using Gates.BuiltIn.HermeticBuild.Proof;
using Gates.BuiltIn.Waivers;
using Gates.Formats.Settings;
using Gates.Pipeline;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Architecture;

public sealed class GateFolderTests
{
    private static readonly string[] First =
    [
        "changelog", "image-tags-pinned", "release-tag-signed", "required-keys", "sarif-severity", "sbom-vulnerabilities", "secret-references",
        "tests-passed", "two-person-review", "workload-security-context",
    ];

    /// <value>The look at the waivers ends every run, is no choice of anybody, and so not in the catalogue.</value>
    public static TheoryData<string> Gates => [.. Folders("src/BuiltIn").Where(folder => folder != "src/BuiltIn/Waivers")];

    public static TheoryData<string> Policies => [.. Folders("policies").Where(folder => folder is not ("policies/types" or "policies/lib"))];

    [Fact]
    public void EveryGateIsSealedInternalAndMadeByTheCatalogue()
    {
        var inNamespace = typeof(GateCatalog).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IGate))
                && !type.IsInterface
                && type.Namespace!.StartsWith("Gates.BuiltIn", StringComparison.Ordinal)
                && type != typeof(WaiversGate)
                && type != typeof(ProofGate))
            .ToList();
        inNamespace.ShouldAllBe(type => type.IsSealed && !type.IsVisible);
        var services = new GateServices(TimeProvider.System);
        GateCatalog.All.Select(gate => gate.Create(gate.Options.Create(new SettingMap([])), services).GetType())
            .ShouldBe(inNamespace, ignoreOrder: true);
    }

    [Fact]
    public void EveryGateIdIsItsFolderInKebabCase() =>
        GateCatalog.All.Select(gate => gate.Id).ShouldBe(Gates.Select(row => row.Data).Select(folder => Kebab(Path.GetFileName(folder))), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Gates))]
    public void AGateFolderIsComplete(string folder) =>
        Missing(folder, [$"{Path.GetFileName(folder)}Gate.cs", $"{Path.GetFileName(folder)}Options.cs", "policy.js", "README.md"]).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Policies))]
    public void APolicyFolderIsComplete(string folder) =>
        Missing(folder, ["policy.js", "policy.json", "README.md"]).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Gates))]
    [MemberData(nameof(Policies))]
    public void AFolderHasAPassingAndAFailingCase(string folder)
    {
        var cases = Repository.Combine(folder, "cases");
        Directory.Exists(cases).ShouldBeTrue($"{folder} has no cases");
        var verdicts = Directory.GetDirectories(cases).Select(VerdictOf).ToList();
        verdicts.ShouldContain("passed");
        verdicts.ShouldContain(verdict => verdict == "failed" || verdict == "warned");
    }

    /// <summary>Those that came first have cases of formats that this repository reads itself; a case of any other says whose form its files have.</summary>
    [Theory]
    [MemberData(nameof(Policies))]
    public void ACaseNamesTheSourceOfItsFiles(string folder)
    {
        if (First.Contains(Path.GetFileName(folder)))
        {
            return;
        }

        var cases = Directory.GetDirectories(Repository.Combine(folder, "cases"));

        cases.Where(one => ValueOf(one, "source") is null or "").ShouldBeEmpty();
    }

    [Fact]
    public void SomePoliciesAreShipped() => Policies.Count.ShouldBeGreaterThan(2);

    private static string? VerdictOf(string folder) => ValueOf(folder, "verdict");

    private static string? ValueOf(string folder, string key)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        return expected.RootElement.TryGetProperty(key, out var value) ? value.GetString() : null;
    }

    private static IEnumerable<string> Folders(string parent) =>
        Directory.Exists(Repository.Combine(parent))
            ? Directory.GetDirectories(Repository.Combine(parent)).Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal)
            : [];

    private static IEnumerable<string> Missing(string folder, string[] files) =>
        files.Select(file => $"{folder}/{file}").Where(file => !File.Exists(Repository.Combine(file)));

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0
            ? $"-{char.ToLowerInvariant(letter)}"
            : $"{char.ToLowerInvariant(letter)}"));
}
