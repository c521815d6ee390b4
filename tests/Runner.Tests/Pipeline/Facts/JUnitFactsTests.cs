using System.Text.Json;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts;

public sealed class JUnitFactsTests
{
    private const string Surefire = """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="https://maven.apache.org/surefire/surefire-test-report.xsd" version="3.0.2" name="com.acme.CartTest" time="1,204.5" tests="4" errors="1" skipped="1" failures="0">
          <properties><property name="java.version" value="21"/></properties>
          <testcase name="adds" classname="com.acme.CartTest" time="0.01"/>
          <testcase name="retries" classname="com.acme.CartTest" time="0.5">
            <flakyFailure message="expected 1 but was 2" type="java.lang.AssertionError"><stackTrace>at x</stackTrace></flakyFailure>
          </testcase>
          <testcase name="breaks" classname="com.acme.CartTest" time="0.5">
            <error message="boom" type="java.lang.IllegalStateException">java.lang.IllegalStateException: boom</error>
            <rerunError message="boom again" type="java.lang.IllegalStateException"/>
          </testcase>
          <testcase name="later" classname="com.acme.CartTest" time="0"><skipped message="not yet"/></testcase>
        </testsuite>
        """;

    private const string Pytest = """
        <?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" errors="0" failures="1" skipped="0" tests="2" time="0.021" timestamp="2026-01-02T03:04:05" hostname="runner">
        <testcase classname="tests.test_cart" name="test_adds[1-2]" file="tests/test_cart.py" line="9" time="0.001" />
        <testcase classname="tests.test_cart" name="test_fails" time="0.001"><failure message="assert 1 == 2">def test_fails():
        &gt;   assert 1 == 2</failure></testcase></testsuite></testsuites>
        """;

    private const string Jest = """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="jest tests" tests="1" failures="1" errors="0" time="1.2">
          <testsuite name="cart" errors="0" failures="1" skipped="0" timestamp="2026-01-02T03:04:05" time="0.9" tests="1" file="src/cart.test.js">
            <testcase classname="cart adds" name="cart adds" time="0.004"><failure>Error: expect(received).toBe(expected)</failure></testcase>
          </testsuite>
        </testsuites>
        """;

    private const string Gotestsum = """
        <testsuites tests="3" failures="1" errors="0" time="0.2">
          <testsuite tests="3" failures="1" time="0.1" name="example.com/shop/cart" timestamp="2026-01-02T03:04:05Z">
            <properties><property name="go.version" value="go1.23"></property></properties>
            <testcase classname="example.com/shop/cart" name="TestFlaky" time="0.01"><failure message="Failed" type="">=== RUN TestFlaky</failure></testcase>
            <testcase classname="example.com/shop/cart" name="TestAdds" time="0.01"></testcase>
            <testcase classname="example.com/shop/cart" name="TestFlaky" time="0.01"></testcase>
          </testsuite>
        </testsuites>
        """;

    [Fact]
    public async Task Surefire_FlakyErrorAndSkipped_AreToldApart()
    {
        var suite = (await Collected.OneAsync("junit", "target/TEST-x.xml", Surefire)).GetProperty("suites")[0];

        suite.Json("name", "line", "declared", "time").ShouldBe("""
            "com.acme.CartTest" 2 {"tests":4,"failures":0,"errors":1,"skipped":1} 1204.5
            """);
        Cases(suite).ShouldBe(
        [
            "\"adds\" \"passed\" false null",
            "\"retries\" \"passed\" true \"expected 1 but was 2\"",
            "\"breaks\" \"error\" false \"boom\"",
            "\"later\" \"skipped\" false \"not yet\"",
        ]);
        suite.GetProperty("cases")[1].Json("className", "file", "where").ShouldBe("""
            "com.acme.CartTest" null {"path":"target/TEST-x.xml","line":5,"column":3}
            """);
    }

    [Fact]
    public async Task Pytest_FileAndLineFromZero_BecomeAPlace()
    {
        var suite = (await Collected.OneAsync("junit", "junit.xml", Pytest)).GetProperty("suites")[0];

        Cases(suite).ShouldBe(["\"test_adds[1-2]\" \"passed\" false null", "\"test_fails\" \"failed\" false \"assert 1 == 2\""]);
        suite.GetProperty("cases")[0].Json("where").ShouldBe("""{"path":"tests/test_cart.py","line":10}""");
        suite.GetProperty("cases")[1].Json("where").ShouldBe("""{"path":"junit.xml","line":3,"column":1}""");
    }

    [Fact]
    public async Task Jest_FileOfTheSuiteAndTextOfTheFailure_AreTaken()
    {
        var suite = (await Collected.OneAsync("junit", "junit.xml", Jest)).GetProperty("suites")[0];

        suite.GetProperty("cases")[0].Json("message", "where").ShouldBe("""
            "Error: expect(received).toBe(expected)" {"path":"src/cart.test.js"}
            """);
    }

    [Fact]
    public async Task Gotestsum_TestThatFailedAndThenPassed_IsOneFlakyCase() =>
        Cases((await Collected.OneAsync("junit", "junit.xml", Gotestsum)).GetProperty("suites")[0])
            .ShouldBe(["\"TestFlaky\" \"passed\" true \"Failed\"", "\"TestAdds\" \"passed\" false null"]);

    [Fact]
    public async Task TestThatPassedAndThenFailed_HasFailed() =>
        Cases((await Collected.OneAsync(
            "junit",
            "a.xml",
            "<testsuite name='s'><testcase name='t'/><testcase name='t'><failure/></testcase></testsuite>")).GetProperty("suites")[0])
            .ShouldBe(["\"t\" \"passed\" false null", "\"t\" \"failed\" false null"]);

    [Fact]
    public async Task NestedSuites_StandSideBySide_WithoutTheOnesThatOnlyHoldOthers()
    {
        const string Xml = """
            <testsuites><testsuite name="outer" tests="2"><testsuite name="inner"><testcase name="a"/></testsuite><testsuite name="empty" tests="0"/></testsuite></testsuites>
            """;

        var suites = (await Collected.OneAsync("junit", "a.xml", Xml)).GetProperty("suites");

        suites.EnumerateArray().Select(suite => suite.Json("name", "declared")).ShouldBe(
        [
            """ "outer / inner" {"tests":null,"failures":null,"errors":null,"skipped":null} """.Trim(),
            """ "outer / empty" {"tests":0,"failures":null,"errors":null,"skipped":null} """.Trim(),
        ]);
    }

    [Fact]
    public async Task Node_TestsInNoSuite_AreNotPassedOver()
    {
        const string Xml = """
            <testsuites>
              <testcase name="top" time="0.01" classname="test" failure="1 == 2"><failure type="testCodeFailure" message="1 == 2">stack</failure></testcase>
              <testsuite name="outer" tests="2" failures="0" skipped="1">
                <testcase name="inner" classname="test"/>
                <testsuite name="deep" tests="1"><testcase name="x" classname="test"><skipped type="todo" message="true"/></testcase></testsuite>
              </testsuite>
            </testsuites>
            """;

        var suites = (await Collected.OneAsync("junit", "a.xml", Xml)).GetProperty("suites");

        suites.EnumerateArray()
            .Select(suite => $"{suite.GetProperty("name").GetString()}: {suite.GetProperty("declared").GetProperty("tests").GetRawText()}: {string.Join(", ", Cases(suite))}")
            .ShouldBe(
        [
            ": null: \"top\" \"failed\" false \"1 == 2\"",
            "outer: null: \"inner\" \"passed\" false null",
            "outer / deep: 1: \"x\" \"skipped\" false \"true\"",
        ]);
    }

    [Fact]
    public async Task Message_IsCutBetweenCharacters()
    {
        var message = new string('x', 498) + "😀😀";

        var suite = (await Collected.OneAsync(
            "junit",
            "a.xml",
            $"<testsuite><testcase name='t'><failure message='{message}'/></testcase></testsuite>")).GetProperty("suites")[0];

        suite.GetProperty("cases")[0].GetProperty("message").GetString().ShouldBe(new string('x', 498) + "…");
    }

    [Theory]
    [InlineData("file='/home/me/a.py'")]
    [InlineData("file='../a.py'")]
    [InlineData("file=''")]
    public async Task FileOutsideTheRepository_LeavesThePlaceInTheReport(string file) =>
        (await Collected.OneAsync("junit", "a.xml", $"<testsuite><testcase name='t' {file}/></testsuite>")).GetProperty("suites")[0].GetProperty("cases")[0]
            .Json("where").ShouldBe("""{"path":"a.xml","line":1,"column":12}""");

    [Theory]
    [InlineData("", "a.xml:1:1: not valid XML: the file is empty")]
    [InlineData("<testsuite>", "a.xml:1:12: not valid XML: Unexpected end of file has occurred. The following elements are not closed: testsuite")]
    [InlineData(
        "<testsuite>\n</testsuites>",
        "a.xml:2:3: not valid XML: The 'testsuite' start tag on line 1 position 2 does not match the end tag of 'testsuites'")]
    [InlineData("<coverage/>", "a.xml:1:1: this is a coverage report: the root is <coverage>; expected <testsuites> or <testsuite>")]
    [InlineData(
        "<TestRun/>",
        "a.xml:1:1: this is a Visual Studio report (TRX); write JUnit with the JunitXml.TestLogger package: the root is <TestRun>; expected <testsuites> or <testsuite>")]
    [InlineData("<testsuite><testcase/></testsuite>", "a.xml:1:12: `name` is missing in this <testcase>")]
    [InlineData("<testsuite tests='many'/>", "a.xml:1:1: tests=\"many\" is not a whole number")]
    [InlineData("{}", "a.xml:1:1: not valid XML: Data at the root level is invalid")]
    public async Task Malformed_IsRefusedAtItsPlace(string text, string refusal) => (await Collected.RefusalAsync("junit", "a.xml", text)).ShouldBe(refusal);

    private static List<string> Cases(JsonElement suite) =>
        [.. suite.GetProperty("cases").EnumerateArray().Select(one => one.Json("name", "status", "flaky", "message"))];
}
