using Gates.Attestation.Controls.Assertions;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Controls.Assertions;

public sealed class AssertionTests
{
    private const string Bill =
        """{ "bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": { "timestamp": "2026-11-01T00:00:00Z" }, "components": [{ "type": "library", "name": "a", "version": "1" }], "vulnerabilities": [{ "id": "CVE-1", "ratings": [{ "severity": "critical" }] }, { "id": "CVE-2", "ratings": [{ "severity": "critical" }], "analysis": { "state": "not_affected" } }] }""";

    [Theory]
    [InlineData("query: $.a, value: 1", "1", true)]
    [InlineData("query: $.a, value: 1", "1.0", true)]
    [InlineData("query: $.a, value: 1", "\"1\"", false)]
    [InlineData("query: $.a, value: true", "true", true)]
    [InlineData("query: $.a, value: true", "\"true\"", false)]
    [InlineData("query: $.a, value: passed, op: \"!=\"", "\"failed\"", true)]
    [InlineData("query: $.a, value: 10, op: \"<=\"", "10", true)]
    [InlineData("query: $.a, value: 10, op: \"<\"", "10", false)]
    [InlineData("query: $.a, value: 10, op: \">\"", "\"11\"", true)]
    [InlineData("query: $.a, value: 200, op: \"<=\"", "\"120.40\"", true)]
    [InlineData("query: $.a, value: 100, op: \"<=\"", "\"120.40\"", false)]
    [InlineData("query: $.a, value: 100, op: \"<\"", "\"0x1\"", false)]
    [InlineData("query: $.a, value: 100, op: \"<\"", "\"NaN\"", false)]
    [InlineData("query: $.a, op: exists", "null", false)]
    [InlineData("query: $.a, op: exists", "[]", true)]
    [InlineData("query: \"$.a[*].b\", value: 1", "[{\"b\": 1}, {\"b\": 1}]", true)]
    [InlineData("query: \"$.a[*].b\", value: 1", "[{\"b\": 1}, {\"b\": 2}]", false)]
    [InlineData("query: \"$.a[*].b\", value: 1", "[{\"b\": 1}, {}]", false)]
    [InlineData("query: \"$.a[1].b\", value: 2", "[{\"b\": 1}, {\"b\": 2}]", true)]
    [InlineData("query: \"$['a']['x y']\", value: 2", "{\"x y\": 2}", true)]
    [InlineData("query: $.b, value: 1", "1", false)]
    public async Task JsonPath_Value_ComparesByTypeAndEveryMatchMust(string assertion, string value, bool holds)
    {
        var result = await Bench.CheckAsync("type: json_path, " + assertion, ("a.json", $"{{ \"a\": {value} }}"));

        result.Holds.ShouldBe(holds, result.Detail);
    }

    [Fact]
    public async Task JsonPath_NothingThere_SaysWhere() =>
        (await Bench.CheckAsync("type: json_path, query: $.x.y, value: 1", ("a.json", "{}"))).Detail.ShouldBe("a.json has nothing at $.x.y");

    [Fact]
    public async Task JsonPath_Lines_AreEachAValue()
    {
        const string Lines = "{ \"priority\": \"Warning\" }\n\n{ \"priority\": \"Critical\" }\n";

        (await Bench.CheckAsync("type: json_path, query: $.priority, op: \"!=\", value: Critical", ("falco.jsonl", Lines))).Detail
            .ShouldBe("falco.jsonl:3: $.priority is \"Critical\"; it must be != \"Critical\"");
        (await Bench.CheckAsync("type: json_path, query: $.priority, op: \"!=\", value: Notice", ("falco.jsonl", Lines))).Holds.ShouldBe(true);
    }

    [Theory]
    [InlineData("type: max_age, days: 30, field: $.finished", false)]
    [InlineData("type: max_age, days: 30, field: $.finished, of: newest", true)]
    [InlineData("type: max_age, days: 3, field: $.finished, of: newest", false)]
    [InlineData("type: json_path, query: $.rto, op: \"<=\", value: 60", false)]
    [InlineData("type: json_path, query: $.rto, op: \"<=\", value: 60, newest-by: $.finished", true)]
    [InlineData("type: json_path, query: $.rto, op: \"<=\", value: 50, newest-by: $.finished", false)]
    [InlineData("type: json_path, query: $.rto, op: \"<=\", value: 60, newest-by: $.ended", false)]
    public async Task AFolderWithItsHistory_IsJudgedByTheNewestWhereThatIsAsked(string assertion, bool holds)
    {
        var result = await Bench.CheckAsync(
            assertion,
            ("drill0.json", """{ "finished": "2026-06-01T10:00:00Z", "rto": 90 }"""),
            ("drill1.json", """{ "finished": "2026-11-10T10:00:00Z", "rto": 55 }"""));

        result.Holds.ShouldBe(holds, result.Detail);
    }

    [Fact]
    public async Task JUnit_FailedTest_IsNamed()
    {
        var result = await Bench.CheckAsync(
            "type: junit_no_failures",
            ("t.xml", """<testsuite name="s"><testcase name="a"/><testcase name="b"><failure/></testcase></testsuite>"""));

        result.Detail.ShouldBe("b failed (t.xml)");
    }

    [Theory]
    [InlineData(
        """<testsuite name="s" tests="3" failures="1"><testcase name="a"/></testsuite>""",
        "t.xml: suite s declares failures or tests that it does not list")]
    [InlineData("""<testsuite name="s"><testcase name="a"><skipped/></testcase></testsuite>""", "0 tests ran; at least 1 must")]
    public async Task JUnit_ReportThatHidesSomething_Fails(string report, string detail) =>
        (await Bench.CheckAsync("type: junit_no_failures", ("t.xml", report))).Detail.ShouldBe(detail);

    [Fact]
    public async Task Vulnerabilities_SettledOnes_AreNotCounted()
    {
        (await Bench.CheckAsync("type: vulnerabilities_at_most, critical: 0", ("b.cdx.json", Bill))).Detail.ShouldBe("1 critical; at most 0 may be");
        (await Bench.CheckAsync(
            "type: vulnerabilities_at_most, critical: 1",
            ("b.cdx.json", Bill))).Detail.ShouldBe("1 critical, 0 high, 0 medium, 0 low, 0 unknown, suppressed and settled ones not counted");
    }

    [Theory]
    [InlineData(22, true)]
    [InlineData(21, false)]
    public async Task MaxAge_TimeInTheDocument_Counts(int days, bool holds) =>
        (await Bench.CheckAsync(
            $"type: max_age, days: {days + 1}",
            ("b.json", Bill.Replace("2026-11-01", "2026-10-31", StringComparison.Ordinal)))).Holds.ShouldBe(holds);

    [Fact]
    public async Task MaxAge_NoTimeOrOneToCome_Fails()
    {
        (await Bench.CheckAsync("type: max_age, days: 1", ("b.txt", "x"))).Detail.ShouldBe("b.txt does not say when it was made; name the place with `field`");
        (await Bench.CheckAsync(
            "type: max_age, days: 1, field: $.at",
            ("b.json", """{ "at": "2026-12-01T00:00:00Z" }"""))).Detail.ShouldBe("b.json is from the future: 2026-12-01T00:00:00+00:00");
    }

    [Theory]
    [InlineData("b.json", """{ "bomFormat": "CycloneDX", "specVersion": "1.6" }""", "b.json lists 0 components; at least 1 must be")]
    [InlineData(
        "b.json",
        """{ "bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": { "component": { "type": "application", "name": "app" } }, "components": [] }""",
        "b.json lists 0 components; at least 1 must be")]
    [InlineData("b.xml", """<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components/></bom>""", "b.xml lists 0 components; at least 1 must be")]
    [InlineData(
        "b.spdx.json",
        """{ "spdxVersion": "SPDX-2.3", "packages": [{ "SPDXID": "SPDXRef-a", "name": "app" }], "documentDescribes": ["SPDXRef-a"] }""",
        "b.spdx.json lists 0 components; at least 1 must be")]
    [InlineData("sbom.json", "{}", "sbom.json is no bill of materials that is read (CycloneDX or SPDX 2)")]
    [InlineData("sbom.txt", "none yet", "sbom.txt is no bill of materials that is read (CycloneDX or SPDX 2)")]
    [InlineData(
        "sbom.json",
        """{ "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [] }""",
        "sbom.json is no bill of materials that is read (CycloneDX or SPDX 2)")]
    [InlineData("sbom.json", "{ \"bomFormat\": \"CycloneDX\", ", "cannot be judged: sbom.json:1:")]
    [InlineData("b.cdx.json", "", "cannot be judged: b.cdx.json:1:1:")]
    public async Task Sbom_ThatListsNothingOrCannotBeRead_Fails(string name, string text, string detail)
    {
        var result = await Bench.CheckAsync("type: sbom_present", (name, text));
        result.Holds.ShouldBeFalse();
        result.Detail.ShouldStartWith(detail);

        // A good one beside it changes nothing.
        (await Bench.CheckAsync("type: sbom_present", ("good.cdx.json", Bill), (name, text))).Holds.ShouldBeFalse();
    }

    [Fact]
    public async Task Sbom_WithoutComponents_Fails() =>
        (await Bench.CheckAsync(
            "type: sbom_present",
            ("b.json", """{ "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [] }"""))).Detail.ShouldBe("b.json lists 0 components; at least 1 must be");

    [Fact]
    public async Task Policy_NoWorker_IsAnErrorAndNoPass() =>
        (await Should.ThrowAsync<EvaluationException>(() => Bench.CheckAsync(
            "policy: p.js",
            ("a.txt", "")))).Message.ShouldBe("p.js: policy scripts cannot run here");
}
