using Gates.Attestation.Controls.Assertions;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Controls.Assertions;

public sealed class SarifNoLevelsTests
{
    private const string CriticalAndHigh = "type: sarif_no_levels, levels: [CRITICAL, HIGH]";

    /// <summary>As each scanner writes it: the level alone says warning everywhere.</summary>
    [Theory]
    [InlineData("""{ "id": "R", "properties": { "security-severity": "9.8", "tags": ["vulnerability", "CRITICAL"] } }""")]
    [InlineData("""{ "id": "R", "properties": { "security-severity": 7.0 } }""")]
    [InlineData("""{ "id": "R", "properties": { "tags": ["security", "HIGH"] } }""")]
    [InlineData("""{ "id": "R", "properties": { "severity": "critical" } }""")]
    public async Task Check_SeverityInTheRule_FailsAlthoughNoLevelSaysSo(string rule)
    {
        var result = await Bench.CheckAsync(CriticalAndHigh, ("scan.sarif", Log(rule, "warning")));

        result.Holds.ShouldBeFalse();
        result.Detail.ShouldContain("1 of 1 result of Scanner is CRITICAL or HIGH: R (");
    }

    [Theory]
    [InlineData("warning", true)]
    [InlineData("error", false)]
    public async Task Check_ResultWithoutSeverity_CountsByItsLevel(string level, bool holds)
    {
        var result = await Bench.CheckAsync(CriticalAndHigh, ("scan.sarif", Log("""{ "id": "R" }""", level)));

        result.Holds.ShouldBe(holds);
        result.Detail.ShouldContain("1 without a security severity counted by level (error as high, warning as medium, note as low)");
    }

    [Fact]
    public async Task Check_SuppressedResult_IsNotCountedAndSaid()
    {
        var log = Log("""{ "id": "R", "properties": { "security-severity": "9.8" } }""", "error", """, "suppressions": [{ "kind": "external" }]""");

        var result = await Bench.CheckAsync(CriticalAndHigh, ("scan.sarif", log));

        result.Holds.ShouldBeTrue();
        result.Detail.ShouldBe("none of 0 results of Scanner is CRITICAL or HIGH; 1 suppressed and not counted");
    }

    [Fact]
    public async Task Check_ResultThatIsGone_IsNotCounted()
    {
        var log = Log("""{ "id": "R", "properties": { "security-severity": "9.8" } }""", "error", """, "baselineState": "absent" """);

        (await Bench.CheckAsync(CriticalAndHigh, ("scan.sarif", log))).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task Check_JsonThatIsSarif_IsRead()
    {
        var result = await Bench.CheckAsync(
            CriticalAndHigh,
            ("scan.json", Log("""{ "id": "R", "properties": { "security-severity": "9.8" } }""", "note")),
            ("other.json", "{}"));

        result.Holds.ShouldBeFalse();
    }

    [Fact]
    public async Task Check_ScanThatDidNotEnd_Fails()
    {
        var result = await Bench.CheckAsync(
            CriticalAndHigh,
            ("scan.sarif", """{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "Scanner" } } }] }"""));

        result.Holds.ShouldBeFalse();
        result.Detail.ShouldBe("scan.sarif: Scanner did not run to its end");
    }

    [Fact]
    public async Task Check_NoSarif_Fails() =>
        (await Bench.CheckAsync(
            CriticalAndHigh,
            ("readme.txt", "all fine"))).Detail.ShouldBe("there is no SARIF report, or none with a run, among the evidence");

    [Fact]
    public async Task Check_BrokenSarif_FailsAndNamesThePlace()
    {
        var result = await Bench.CheckAsync(CriticalAndHigh, ("scan.sarif", "{ \"version\": \"2.1.0\",\n \"runs\": 1 }"));

        result.Holds.ShouldBeFalse();
        result.Detail.ShouldStartWith("cannot be judged: scan.sarif:2:");
    }

    private static string Log(string rule, string level, string more = "") => $$"""
        { "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "Scanner", "rules": [{{rule}}] } }, "results": [{ "ruleId": "R", "ruleIndex": 0, "level": "{{level}}", "message": { "text": "m" }{{more}} }] }] }
        """;
}
