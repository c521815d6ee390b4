using System.Text.Json;
using Runner.Tests.Formats.Sarif;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts;

public sealed class SarifFactsTests
{
    [Fact]
    public async Task CodeQl_RulesInExtensions_GiveLevelSeverityAndTags()
    {
        var run = (await Collected.OneAsync("sarif", "out/js.sarif", SarifSamples.CodeQl)).GetProperty("runs")[0];

        run.Json("tool", "toolVersion", "successful", "errors").ShouldBe("\"CodeQL\" \"2.19.3\" true []");
        var results = run.GetProperty("results");
        results[0].Json("ruleId", "level", "kind", "severity", "securitySeverity", "fingerprint", "suppressed")
            .ShouldBe("\"js/sql-injection\" \"error\" \"fail\" \"high\" 8.8 \"39fa2ee980eb94b0:1\" false");
        results[0].Json("message").ShouldBe("\"This query string depends on a user-provided value.\"");
        results[0].Json("location").ShouldBe("""{"path":"src/db layer.js","line":12,"column":5,"endColumn":40}""");
        results[1].Json("level", "severity", "securitySeverity", "where").ShouldBe("""
            "note" null null {"path":"src/db layer.js","line":3,"endLine":4}
            """);
    }

    [Theory]
    [InlineData("", "note")]
    [InlineData(""", "provenance": { "invocationIndex": 0 }""", "error")]
    [InlineData(""", "provenance": { "invocationIndex": 1 }""", "note")]
    [InlineData(""", "level": "warning", "provenance": { "invocationIndex": 0 }""", "warning")]
    public async Task AnInvocationThatConfiguredTheRule_SetsTheLevelOfWhatItFound(string more, string level)
    {
        var log = $$"""
            { "version": "2.1.0", "runs": [{
              "tool": { "driver": { "name": "x", "rules": [{ "id": "R0" }, { "id": "R1", "defaultConfiguration": { "level": "note" } }] } },
              "invocations": [
                { "executionSuccessful": true, "ruleConfigurationOverrides": [
                  { "descriptor": { "index": 0 }, "configuration": { "level": "none" } },
                  { "descriptor": { "id": "R1" }, "configuration": { "level": "error" } }] },
                { "executionSuccessful": true }],
              "results": [{ "ruleId": "R1", "message": { "text": "m" }{{more}} }] }] }
            """;

        Results(await Collected.OneAsync("sarif", "x.sarif", log))[0].Json("level").ShouldBe($"\"{level}\"");
    }

    [Fact]
    public async Task Trivy_TextNumbersTagsAndDeclaredBases_AreRead()
    {
        var results = Results(await Collected.OneAsync("sarif", "trivy.sarif", SarifSamples.Trivy));

        results[0]
            .Json("ruleName", "severity", "securitySeverity", "helpUri")
            .ShouldBe("\"LanguageSpecificPackageVulnerability\" \"high\" 7.5 \"https://avd.aquasec.com/nvd/cve-2023-44487\"");
        results[0].GetProperty("location").GetProperty("path").GetString().ShouldBe("go.mod");
        results[1].Json("severity", "securitySeverity", "suppressed", "location").ShouldBe("""
            "critical" null true {"path":"app/Dockerfile"}
            """);
    }

    [Fact]
    public async Task Semgrep_FailedRunAndConfidenceTag_AreNotTakenForSuccessAndSeverity()
    {
        var run = (await Collected.OneAsync("sarif", "semgrep.json", SarifSamples.Semgrep)).GetProperty("runs")[0];

        run.Json("successful", "errors").ShouldBe("false [\"Timeout at src/big.py\"]");
        run.GetProperty("results")[0].Json("level", "severity", "fingerprint").ShouldBe("\"warning\" null \"abc_0\"");
        run.GetProperty("results")[0].GetProperty("message").GetString().ShouldBe("Do not write {{ value | safe }}");
        run.GetProperty("results")[0].Json("where").ShouldBe("""{"path":"app.py","line":2,"endLine":2,"column":1,"endColumn":9}""");
    }

    [Fact]
    public async Task Grype_PlaceOutsideTheRepository_PointsIntoTheLog()
    {
        var result = Results(await Collected.OneAsync("sarif", "grype.sarif", SarifSamples.Grype))[0];

        result.Json("severity", "securitySeverity", "location", "where").ShouldBe("""
            "critical" 10 null {"path":"grype.sarif","line":3,"column":15}
            """);
    }

    [Theory]
    [InlineData("""{ "ruleId": "r" }""", "{ \"id\": \"r\" }", "warning")]
    [InlineData("""{ "ruleId": "r" }""", """{ "id": "r", "defaultConfiguration": { "level": "note" } }""", "note")]
    [InlineData("""{ "ruleId": "r", "level": "error" }""", """{ "id": "r", "defaultConfiguration": { "level": "note" } }""", "error")]
    [InlineData("""{ "ruleId": "r", "kind": "pass", "level": "error" }""", "{ \"id\": \"r\" }", "none")]
    [InlineData("""{ "ruleIndex": 0 }""", """{ "id": "r", "defaultConfiguration": { "level": "error" } }""", "error")]
    [InlineData("""{ "rule": { "id": "r" } }""", """{ "id": "r", "defaultConfiguration": { "level": "error" } }""", "error")]
    [InlineData("""{ "ruleId": "r/1/2" }""", """{ "id": "r", "defaultConfiguration": { "level": "error" } }""", "error")]
    [InlineData("""{ "ruleId": "other" }""", """{ "id": "r", "defaultConfiguration": { "level": "error" } }""", "warning")]
    public async Task Level_IsTheEffectiveOne(string result, string rule, string level) =>
        Results(await Collected.OneAsync("sarif", "a.sarif", SarifSamples.Log(result, rule)))[0].GetProperty("level").GetString().ShouldBe(level);

    [Theory]
    [InlineData("""{ "security-severity": "9.0" }""", "{}", "\"critical\" 9")]
    [InlineData("""{ "security-severity": 7 }""", """{ "security-severity": "1.0" }""", "\"high\" 7")]
    [InlineData("{}", """{ "security-severity": "4.0" }""", "\"medium\" 4")]
    [InlineData("{}", """{ "security-severity": "0.1" }""", "\"low\" 0.1")]
    [InlineData("{}", """{ "security-severity": "0.0" }""", "\"none\" 0")]
    [InlineData("{}", """{ "security-severity": "HIGH" }""", "\"high\" null")]
    [InlineData("{}", """{ "security-severity": "11" }""", "null null")]
    [InlineData("{}", """{ "severity": "Moderate" }""", "\"medium\" null")]
    [InlineData("{}", """{ "problem.severity": "error" }""", "null null")]
    [InlineData("""{ "tags": ["security", "low"] }""", "{}", "\"low\" null")]
    public async Task Severity_IsReadAsScannersWriteIt(string result, string rule, string expected) =>
        Results(await Collected.OneAsync(
            "sarif",
            "a.sarif",
            SarifSamples.Log($$"""{ "ruleId": "r", "properties": {{result}} }""", $$"""{ "id": "r", "properties": {{rule}} }""")))[0]
            .Json("severity", "securitySeverity").ShouldBe(expected);

    [Theory]
    [InlineData("file:///elsewhere/a.js", null)]
    [InlineData("https://example.com/a.js", null)]
    [InlineData("/etc/passwd", null)]
    [InlineData("../../etc/passwd", null)]
    [InlineData("%2E%2E/secret", null)]
    [InlineData("C:/a.js", null)]
    [InlineData("a%00b", null)]
    [InlineData("", null)]
    [InlineData("lib/./x/../a.js", "lib/a.js")]
    [InlineData("a%20b/%C3%BC.js", "a b/ü.js")]
    public async Task Location_OutsideTheRepository_IsNone(string uri, string? path)
    {
        var result = $$"""{ "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "{{uri}}" } } }] }""";

        var location = Results(await Collected.OneAsync("sarif", "a.sarif", SarifSamples.Log(result)))[0].GetProperty("location");

        (location.ValueKind == JsonValueKind.Null ? null : location.GetProperty("path").GetString()).ShouldBe(path);
    }

    [Fact]
    public async Task Location_BasesThatBuildOnEachOther_AreJoined()
    {
        const string Run =
            """ "originalUriBaseIds": { "SRC": { "uri": "src/", "uriBaseId": "%SRCROOT%" }, "%SRCROOT%": { "uri": "file:///w/" }, "GO": { "uri": "file:///usr/go/" } }, """;
        const string Result =
            """{ "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "a.js", "uriBaseId": "SRC" } } }] }, { "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "fmt.go", "uriBaseId": "GO" } } }] }""";

        var results = Results(await Collected.OneAsync("sarif", "a.sarif", SarifSamples.Log(Result, run: Run)));

        results[0].GetProperty("location").GetProperty("path").GetString().ShouldBe("src/a.js");
        results[1].GetProperty("location").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("""{ "text": "{0} is {{not}} {1}", "arguments": ["a"] }""", "a is {not} {1}")]
    [InlineData("""{ "id": "m", "arguments": ["b"] }""", "found b")]
    [InlineData("""{ "id": "unknown" }""", "short")]
    [InlineData("{}", "short")]
    public async Task Message_IsResolved(string message, string expected)
    {
        const string Rule = """{ "id": "r", "messageStrings": { "m": { "text": "found {0}" } }, "shortDescription": { "text": "short" } }""";

        Results(await Collected.OneAsync("sarif", "a.sarif", SarifSamples.Log($$"""{ "ruleId": "r", "message": {{message}} }""", Rule)))[0]
            .GetProperty("message")
            .GetString()
            .ShouldBe(expected);
    }

    [Fact]
    public async Task Message_ThatNamesALongArgumentOftenStaysShort()
    {
        var message = $$"""{ "text": "{{string.Concat(Enumerable.Repeat("{0}", 100_000))}}", "arguments": ["{{new string('x', 100_000)}}"] }""";

        var text = Results(await Collected.OneAsync("sarif", "a.sarif", SarifSamples.Log($$"""{ "message": {{message}} }""")))[0]
            .GetProperty("message")
            .GetString()!;

        text.ShouldBe(text[..499] + "…" + text[500..]);
        text.Length.ShouldBe(2_000);
    }

    [Theory]
    [InlineData("[]", false)]
    [InlineData("""[{ "kind": "inSource" }]""", true)]
    [InlineData("""[{ "kind": "inSource" }, { "kind": "external", "status": "underReview" }]""", false)]
    public async Task Suppressed_OnlyWhenAllAreAccepted(string suppressions, bool expected) =>
        Results(await Collected.OneAsync("sarif", "a.sarif", SarifSamples.Log($$"""{ "suppressions": {{suppressions}} }""")))[0]
            .GetProperty("suppressed")
            .GetBoolean()
            .ShouldBe(expected);

    [Fact]
    public async Task Run_WithoutResults_DidNotFinish() =>
        (await Collected.OneAsync("sarif", "a.sarif", """{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "t" } } }] }""")).GetProperty("runs")[0]
            .Json("successful", "errors", "results").ShouldBe("false [\"the run has no `results`: the scan did not finish\"] []");

    [Theory]
    [InlineData("{ \"version\": \"2.1.0\" }", "a.sarif:1:1: this is no SARIF log: it has no `runs`")]
    [InlineData("[]", "a.sarif:1:1: this is no SARIF log: it has no `runs`")]
    [InlineData("{ \"runs\": [] }", "a.sarif:1:1: `version` is missing")]
    [InlineData("{ \"version\": \"2.0.0\", \"runs\": [] }", "a.sarif:1:14: SARIF \"2.0.0\" is not read; valid: 2.1.0")]
    [InlineData("{ \"version\": \"2.1.0\", \"runs\": {} }", "a.sarif:1:31: `runs` is an object; expected a list")]
    [InlineData("{ \"version\": \"2.1.0\", \"runs\": [{}] }", "a.sarif:1:32: `tool` is missing")]
    [InlineData("{ \"version\": \"2.1.0\",\n\"runs\": [ 7 ] }", "a.sarif:2:11: `runs` holds a number; expected objects")]
    [InlineData("", "a.sarif:1:1: not valid JSON: the file is empty")]
    public async Task Malformed_IsRefusedAtItsPlace(string text, string refusal) => (await Collected.RefusalAsync("sarif", "a.sarif", text)).ShouldBe(refusal);

    [Theory]
    [InlineData("""{ "level": "fatal" }""", "\"fatal\" is not a level; valid: none, note, warning, error")]
    [InlineData("""{ "ruleIndex": 3 }""", "it refers to rule 3, but the tool describes 1 rules")]
    [InlineData("""{ "message": "text" }""", "`message` is a text; expected an object")]
    [InlineData("""{ "rule": { "toolComponent": { "index": 0 } } }""", "it refers to extension 0, but the tool has 0 extensions")]
    public async Task MalformedResult_IsRefused(string result, string reason) =>
        (await Collected.RefusalAsync("sarif", "a.sarif", SarifSamples.Log(result))).ShouldEndWith(reason);

    [Fact]
    public async Task ResultsInOtherFiles_AreRefusedAndNotPassedOver() =>
        (await Collected.RefusalAsync(
            "sarif",
            "a.sarif",
            SarifSamples.Log("", run: """ "externalPropertyFileReferences": { "results": [{}] }, """))).ShouldContain("let the scanner write one file");

    private static JsonElement Results(JsonElement log) => log.GetProperty("runs")[0].GetProperty("results");
}
