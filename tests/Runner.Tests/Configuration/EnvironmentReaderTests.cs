using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;
using Gates.Runner.Configuration;
using Shouldly;
using Xunit;

namespace Runner.Tests.Configuration;

public sealed class EnvironmentReaderTests
{
    private const string Start = """
        version: 1
        gates:
          dlp-scan: { mode: warn, with: { paths: ["src/**"], exclude: ["a/**", "b/**"] } }
          hermetic-build: {}
        environments:
          stage:
            gates:

        """;

    [Fact]
    public void In_OptionsOfAnEnvironment_TakeThePlaceOfTheFilesEachAsAWhole()
    {
        var configuration = Read("      dlp-scan: { with: { exclude: [\"c/**\"], scope: diff } }\n");

        var inStage = GateOptions.In(configuration, "stage").Gates[0];

        Options(inStage).ShouldBe(("src/**", "c/**", "diff"));
        Options(GateOptions.In(configuration, null).Gates[0]).ShouldBe(("src/**", "a/**,b/**", "tree"));
        GateOptions.In(configuration, "other").ShouldBeSameAs(configuration);
    }

    [Fact]
    public void Read_OnlyOptions_LeavesTheModeAlone()
    {
        var configuration = Read("      dlp-scan: { with: { scope: diff } }\n");

        configuration.Environments["stage"].Gates["dlp-scan"].Mode.ShouldBeNull();
    }

    [Fact]
    public void Apply_ASingleKeyOfTheCommandLine_BeatsTheEnvironment()
    {
        var configuration = GateOptions.In(Read("      dlp-scan: { with: { scope: diff, exclude: [\"c/**\"] } }\n"), "stage");

        Options(Overrides.Apply(configuration, ["dlp-scan.with.scope=tree"]).Gates[0]).ShouldBe(("src/**", "c/**", "tree"));
    }

    [Theory]
    [InlineData("dlp-scan: { with: { scpoe: diff } }", "8:27: key `environments.stage.gates.dlp-scan.with.scpoe`: is not known; did you mean \"scope\"?")]
    [InlineData("dlp-scan: { with: { scope: all } }", "8:34: key `environments.stage.gates.dlp-scan.with.scope`: \"all\" is not")]
    [InlineData("dlp-scan: { with: [a] }", "8:25: key `environments.stage.gates.dlp-scan.with`: a list is not a map")]
    [InlineData("dlp-scan: { wiht: {} }", "8:19: key `environments.stage.gates.dlp-scan.wiht`: is not known; did you mean \"with\"?")]
    [InlineData("waivers: { with: { a: 1 } }", "key `environments.stage.gates.waivers.with`: cannot be said about `waivers`, which has no options")]
    [InlineData("dlp-scam: { with: { scope: diff } }", "8:7: key `environments.stage.gates.dlp-scam`: names no gate of this file; did you mean \"dlp-scan\"?")]
    public void Read_Mistake_NamesPlaceKeyAndRemedy(string gate, string expected) =>
        Should.Throw<UsageException>(() => Read("      " + gate + "\n")).Message.ShouldContain(expected);

    private static GatesConfiguration Read(string gates) => ConfigurationReader.Read(Start + gates, "gates.yml");

    private static (string, string, string) Options(GateConfiguration gate) => (Text(gate, "paths"), Text(gate, "exclude"), Text(gate, "scope"));

    private static string Text(GateConfiguration gate, string name)
    {
        var value = SettingJson.ToElement(gate.Values!).GetProperty(name);
        return value.ValueKind == JsonValueKind.Array
            ? string.Join(',', value.EnumerateArray().Select(item => item.GetString()))
            : value.GetString()!;
    }
}
