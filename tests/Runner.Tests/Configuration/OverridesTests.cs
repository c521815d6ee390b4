using Gates.Formats.Foundation;
using Gates.Formats.Settings;
using Gates.Pipeline.Results;
using Gates.Runner.Configuration;
using Shouldly;
using Xunit;

namespace Runner.Tests.Configuration;

public sealed class OverridesTests
{
    private const string File = """
        version: 1
        gates:
          dlp-scan: { mode: warn, enforce-after: 2027-01-15, with: { paths: ["src/**"], exclude: ["vendor/**"] } }
        """;

    [Fact]
    public void AModeBeatsTheFilesModeAndItsDate()
    {
        var gate = Gate("dlp-scan.mode=enforce");
        gate.Mode.ShouldBe(GateMode.Enforce);
        gate.EnforceAfter.ShouldBeNull();
        Value(gate, "exclude").ShouldBe(["vendor/**"]);
    }

    [Theory]
    [InlineData("docs/**")]
    [InlineData("\n  docs/**  \n")]
    [InlineData("[\"docs/**\"]")]
    [InlineData("- docs/**")]
    public void ASettingReplacesTheFilesAndLeavesTheOthers(string value)
    {
        var gate = Gate("dlp-scan.with.exclude=" + value);
        Value(gate, "exclude").ShouldBe(["docs/**"]);
        Value(gate, "paths").ShouldBe(["src/**"]);
        gate.Mode.ShouldBe(GateMode.Warn);
    }

    [Fact]
    public void AListIsOneItemALine() => Value(Gate("dlp-scan.with.exclude=a=b/**\nc, d/**\n"), "exclude").ShouldBe(["a=b/**", "c, d/**"]);

    [Theory]
    [InlineData("dlp-scan.mode=")]
    [InlineData("dlp-scan.with.exclude=\n")]
    [InlineData("hermetic-build.mode= ")]
    public void AnEmptyValueCountsAsNotGiven(string given)
    {
        var configuration = Overrides.Apply(Configured(), [given]);
        configuration.Gates.Count.ShouldBe(1);
        configuration.Gates[0].Mode.ShouldBe(GateMode.Warn);
        configuration.Gates[0].EnforceAfter.ShouldBe(new DateOnly(2027, 1, 15));
        Value(configuration.Gates[0], "exclude").ShouldBe(["vendor/**"]);
    }

    [Fact]
    public void AGateThatTheFileLeavesOutIsAddedWithItsDefaults()
    {
        var gate = Overrides.Apply(Configured(), ["hermetic-build.mode=audit"]).Gates[1];
        gate.Id.ShouldBe("hermetic-build");
        gate.Mode.ShouldBe(GateMode.Audit);
        Value(gate, "paths").ShouldBe(["**"]);
    }

    [Theory]
    [InlineData("perf-budget.mode=warn", "perf-budget.with.strict=true", "perf-budget.with.current=k6/*.json")]
    [InlineData("perf-budget.with.current=k6/*.json", "perf-budget.with.strict=true", "perf-budget.mode=warn")]
    public void TheOrderDoesNotMatter(params string[] given)
    {
        var gate = Overrides.Apply(Configured(), given).Gates[1];
        gate.Mode.ShouldBe(GateMode.Warn);
        Value(gate, "current").ShouldBe(["k6/*.json"]);
    }

    [Fact]
    public void TwoMistakesAreNamedOnceEach() =>
        Should.Throw<UsageException>(() => Overrides.Apply(Configured(), ["dlp-scan.with.exclud=x", "dlp-scan.with.paths=y", "dlp-scan.mode=warm"])).Message
            .Split('\n').Length
            .ShouldBe(2);

    [Fact]
    public void TheBuiltInDefaultsCanBeChangedToo() =>
        Value(
            Overrides.Apply(DefaultConfiguration.Create(), ["hermetic-build.with.paths=x/**"]).Gates.Single(gate => gate.Id == "hermetic-build"),
            "paths").ShouldBe(["x/**"]);

    [Theory]
    [InlineData("dlp-scan", "--set \"dlp-scan\": write GATE.mode=VALUE or GATE.with.KEY=VALUE, for example dlp-scan.mode=warn")]
    [InlineData("dlp-scan.paths=x", "--set \"dlp-scan.paths=x\": write GATE.mode=VALUE or GATE.with.KEY=VALUE, for example dlp-scan.mode=warn")]
    [InlineData("dlp-scam.mode=", "--set: \"dlp-scam\" is not a gate; did you mean \"dlp-scan\"? valid: ")]
    [InlineData("dlp-scan.mode=warm", "--set: key `gates.dlp-scan.mode`: \"warm\" is not a mode; did you mean \"warn\"? valid: enforce, warn, audit, off")]
    [InlineData("dlp-scan.with.exclud=x", "--set: key `gates.dlp-scan.with.exclud`")]
    [InlineData("dlp-scan.with.exclude=[1", "--set:1:1: not valid YAML: the [ that opens here is not closed")]
    public void AMistakeIsNamed(string given, string message) =>
        Should.Throw<UsageException>(() => Gate(given)).Message.ShouldStartWith(message);

    private static GatesConfiguration Configured() => ConfigurationReader.Read(File, "gates.yml");

    private static GateConfiguration Gate(string given) => Overrides.Apply(Configured(), [given]).Gates.Single(gate => gate.Id == "dlp-scan");

    private static List<object?> Value(GateConfiguration gate, string name) =>
        [.. ((SettingList)gate.Values!.Entries.Single(entry => entry.Key == name).Value!).Items];
}
