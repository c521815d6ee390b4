using System.Text.Json;
using Gates.Policies;
using Gates.Policies.Engine;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.Xml;

public sealed class XmlFactsTests
{
    private const string Pom = """
        <?xml version="1.0" encoding="UTF-8"?>
        <project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x">
          <!-- a comment -->
          <version> 1.10 </version>
          <dependencies>
            <dependency><groupId>org.junit</groupId><scope/></dependency>
            <dependency optional="true"><groupId><![CDATA[a<b]]></groupId></dependency>
          </dependencies>
          <note lang="en">two <b>bold</b> words</note>
        </project>
        """;

    [Theory]
    [InlineData("doc.get('project.version').value", "\"1.10\"")]
    [InlineData("doc.root.keys()", "[\"project\"]")]
    [InlineData("doc.get('project').keys()", "[\"@schemaLocation\",\"version\",\"dependencies\",\"note\"]")]
    [InlineData("doc.get('project.version').line", "4")]
    [InlineData("doc.get('project.version').column", "3")]
    [InlineData("doc.get('project.note').value", """{"@lang":"en","b":"bold","#text":"two  words"}""")]
    [InlineData("doc.get('project.note.#text').value", "\"two  words\"")]
    [InlineData(
        "doc.find('**.dependency').map(function (d) { return d.pointer + ':' + d.line; })",
        """["project.dependencies.dependency[0]:6","project.dependencies.dependency[1]:7"]""")]
    [InlineData("doc.find('project.dependencies.dependency.groupId').map(function (d) { return d.value; })", """["org.junit","a<b"]""")]
    [InlineData("doc.get('project.dependencies').value", """{"dependency":[{"groupId":"org.junit","scope":""},{"@optional":"true","groupId":"a<b"}]}""")]
    [InlineData("doc.get('project.dependencies').keys()", "[\"dependency\"]")]
    [InlineData("doc.get('project.dependencies').items().length", "2")]
    [InlineData("doc.find('**.dependency[*].groupId').length", "2")]
    [InlineData("doc.find('**').filter(function (n) { return n.parent; }).every(function (n) { return doc.get(n.pointer) === n; })", "true")]
    public async Task Elements_AreNodes(string expression, string json) => (await LogAsync(Pom, expression)).ShouldBe(json);

    [Fact]
    public async Task ElementOfTextOnly_AsRoot_IsAScalarUnderItsName() => (await LogAsync("<a>1</a>", "doc.get('a').kind")).ShouldBe("\"scalar\"");

    [Theory]
    [InlineData(
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
        "it declares a document type (<!DOCTYPE …>), which is not read; remove it")]
    [InlineData(
        "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><lolz>&b;</lolz>",
        "it declares a document type (<!DOCTYPE …>), which is not read; remove it")]
    [InlineData("<a>&unknown;</a>", "not valid XML: Reference to undeclared entity 'unknown'")]
    [InlineData("<a b=1/>", "not valid XML: '1' is an unexpected token. The expected token is '\"' or '''")]
    [InlineData("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>ü</a>", "its declaration says encoding=\"ISO-8859-1\"; save it as UTF-8")]
    [InlineData("<a/><b/>", "not valid XML: There are multiple root elements")]
    [InlineData("text", "not valid XML: Data at the root level is invalid")]
    public async Task Malformed_IsRefused(string xml, string reason) => (await Collected.RefusalAsync("xml", "a.xml", xml)).ShouldEndWith(": " + reason);

    [Fact]
    public async Task Hostile_DeepAndWideDocuments_AreRefused()
    {
        (await Collected.RefusalAsync("xml", "a.xml", string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000))))
            .ShouldEndWith("nested deeper than 100 levels");
        (await Collected.RefusalAsync(
            "xml",
            "a.xml",
            "<r>" + string.Concat(Enumerable.Repeat("<a/>", 500_001)) + "</r>")).ShouldEndWith("more than 500,000 elements and attributes");
    }

    [Fact]
    public async Task DeepestDocument_FitsTheEvidence() =>
        (await Collected.FactsAsync("xml", ("a.xml", string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100)))))
            .GetArrayLength()
            .ShouldBe(1);

    private static JsonElement Wrap(JsonElement documents) => JsonElement.Parse($$"""{"xml":{{documents.GetRawText()}}}""");

    private static async Task<string> LogAsync(string xml, string expression)
    {
        var facts = await Collected.FactsAsync("xml", ("a.xml", xml));
        var script = $"function judge(evidence, settings, report) {{ var doc = evidence.xml[0]; report.log(JSON.stringify({expression})); }}";
        return PolicyScript.Load(new PolicySource("p.js", script))
            .Judge(new Evidence("t", Wrap(facts)), JsonElement.Parse("{}"), new PolicyLimits()).Log
            .ShouldHaveSingleItem();
    }
}
