using Gates.Policies;
using Shouldly;
using Xunit;

namespace Policies.Tests.Engine.Documents;

public sealed class NodeTests
{
    [Theory]
    [InlineData("[doc.path, doc.index, doc.root.kind]", """["k8s/a.yaml",2,"map"]""")]
    [InlineData("doc.get('spec.containers[1].image').pointer", "\"spec.containers[1].image\"")]
    [InlineData("doc.get('metadata.labels.*').pointer", "\"metadata.labels.\\\"app.kubernetes.io/name\\\"\"")]
    [InlineData("doc.root.pointer", "\"\"")]
    [InlineData(
        "[image.path, image.line, image.column, image.value, image.text, image.key, image.keyLine, image.keyColumn, image.kind]",
        """["k8s/a.yaml",7,14,"a:1","a:1","image",7,3,"scalar"]""")]
    [InlineData(
        "[image.parent.get('port').value, image.parent.parent.kind, image.parent.key === undefined, doc.root.parent === undefined]",
        """[8080,"seq",true,true]""")]
    [InlineData("doc.get('spec.containers').value", """[{"image":"a:1","port":8080},{"image":"b:latest"}]""")]
    [InlineData("doc.get('spec')", """{"containers":[{"image":"a:1","port":8080},{"image":"b:latest"}],"version":1.1,"image":null}""")]
    [InlineData(
        "doc",
        """{"kind":"Pod","metadata":{"labels":{"app.kubernetes.io/name":"shop"}},"spec":{"containers":[{"image":"a:1","port":8080},{"image":"b:latest"}],"version":1.1,"image":null}}""")]
    [InlineData(
        "[doc.get('spec.version').text, doc.get('spec.image').text, doc.root.text === undefined, doc.get('**.port').text]",
        """["1.10","~",true,"8080"]""")]
    [InlineData("[doc.root.keys(), image.keys(), doc.get('spec.containers').keys()]", """[["kind","metadata","spec"],[],[]]""")]
    [InlineData("[doc.root.items().length, doc.get('spec.containers').items()[1].get('image').value, image.items()]", """[3,"b:latest",[]]""")]
    [InlineData(
        "[doc.root.has('kind'), doc.root.has('none'), image.has('a'), doc.get('metadata.labels').has('app.kubernetes.io/name')]",
        "[true,false,false,true]")]
    [InlineData("['' + image, '' + doc.get('spec.containers'), '' + doc]", """["a:1","spec.containers","k8s/a.yaml"]""")]
    [InlineData("doc.get('**.image') === doc.find('**.image')[0]", "true")]
    [InlineData("Object.keys(image).length", "11")]
    public void Node_KnowsItsPlaceAndValue(string expression, string json) =>
        Value($"var image = doc.get('spec.containers[0].image');", expression).ShouldBe(json);

    [Theory]
    [InlineData("**.image", "spec.containers[0].image spec.containers[1].image spec.image")]
    [InlineData("spec.containers[*].image", "spec.containers[0].image spec.containers[1].image")]
    [InlineData("spec.containers.*.image", "spec.containers[0].image spec.containers[1].image")]
    [InlineData("spec.containers[1].image", "spec.containers[1].image")]
    [InlineData("spec.containers[2].image", "")]
    [InlineData("spec.containers.image", "")]
    [InlineData("*.image", "spec.image")]
    [InlineData("spec.**.image", "spec.containers[0].image spec.containers[1].image spec.image")]
    [InlineData("**.containers.**.image", "spec.containers[0].image spec.containers[1].image")]
    [InlineData("**.**.image", "spec.containers[0].image spec.containers[1].image spec.image")]
    [InlineData("metadata.labels.\"app.kubernetes.io/name\"", "metadata.labels.\"app.kubernetes.io/name\"")]
    [InlineData("\"kind\"", "kind")]
    [InlineData("[0]", "")]
    [InlineData("**[0]", "spec.containers[0]")]
    [InlineData("**[*]", "spec.containers[0] spec.containers[1]")]
    [InlineData(
        "spec.**",
        "spec spec.containers spec.containers[0] spec.containers[0].image spec.containers[0].port spec.containers[1] spec.containers[1].image spec.version spec.image")]
    public void Pattern_FindsInDocumentOrder_EachOnce(string pattern, string pointers) =>
        Run.Body($"report.log(evidence.yaml[0].find('{pattern}').map(function (n) {{ return n.pointer; }}).join(' '));", Sample.Facts).Log.ShouldBe([pointers]);

    [Fact]
    public void Search_StartsAtTheNode() =>
        Value("var c = doc.get('spec.containers[1]');", "[c.get('image').value, c.get('port') === undefined, c.find('**').length, c.find('*').length]")
            .ShouldBe("""["b:latest",true,2,1]""");

    [Fact]
    public void EveryPointer_FindsItsNode() =>
        Value("", "doc.find('**').filter(function (n) { return n.parent; }).every(function (n) { return doc.get(n.pointer) === n; })").ShouldBe("true");

    [Theory]
    [InlineData("", "\"\" is not a pattern: it is empty; write a key, `*` or `**`")]
    [InlineData("a..b", "\"a..b\" is not a pattern: expected a key, `\"a quoted key\"`, `*` or `**` at character 3")]
    [InlineData("a.", "expected a key, `\"a quoted key\"`, `*` or `**` at character 3")]
    [InlineData("a[x]", "expected `[*]` or an index such as `[0]` at character 2")]
    [InlineData("a[-1]", "expected `[*]` or an index such as `[0]` at character 2")]
    [InlineData("a[0", "expected `[*]` or an index such as `[0]` at character 2")]
    [InlineData("\"a", "the quote is not closed at character 1")]
    [InlineData("a b", "expected `.` or `[` at character 2")]
    [InlineData("a***", "expected `.` or `[` at character 2")]
    public void WrongPattern_IsExplained(string pattern, string reason) =>
        Run.BodyFails($"evidence.yaml[0].find('{pattern}');", Sample.Facts).Reason.ShouldContain(reason);

    [Fact]
    public void PatternWithTooManySteps_IsRefused() =>
        Run.BodyFails("evidence.yaml[0].find('**.'.repeat(64) + 'a');", Sample.Facts).Reason.ShouldContain("it has 65 steps; at most 63 are allowed");

    [Theory]
    [InlineData("doc.find()", "find takes a text, such as find(\"**.image\")")]
    [InlineData("doc.find(/x/)", "find takes a text")]
    [InlineData("doc.root.has()", "has takes a text, such as has(\"image\")")]
    [InlineData("doc.find.call({}, 'a')", "find was called on something that is no document and no node")]
    [InlineData("report.error('a', doc.root)", "the message must be a text, not a node (its text is in .value)")]
    public void WrongCall_IsExplained(string call, string reason) =>
        Run.BodyFails($"var doc = evidence.yaml[0]; {call};", Sample.Facts).Reason.ShouldContain(reason);

    [Fact]
    public void NodeAsPlace_GivesPathLineAndColumn() =>
        Run.Body("report.error('a', 'm', evidence.yaml[0].get('**.image')); report.error('b', 'm', evidence.yaml[0]);", Sample.Facts)
            .Findings.Select(f => f.Location).ShouldBe([new Location("k8s/a.yaml", 7, Column: 14), new Location("k8s/a.yaml", 1, Column: 1)]);

    [Fact]
    public void Nodes_CannotBeChanged() =>
        Value("var n = doc.get('kind'); n.line = 99; n.extra = 1; delete n.path; n.find = null;", "[n.line, 'extra' in n, n.path, typeof n.find]")
            .ShouldBe("""[1,false,"k8s/a.yaml","function"]""");

    [Fact]
    public void ThousandDocuments_AreSearchedInNoTime()
    {
        var doc = Sample.Facts["{\"yaml\":[".Length..^2];
        var facts = "{\"yaml\":[" + string.Join(',', Enumerable.Repeat(doc, 1_000)) + "]}";

        Run.Body("var n = 0; evidence.yaml.forEach(function (doc) { n += doc.find('**.image').length; }); report.metric('images', n);", facts)
            .Metrics.ShouldBe([new Metric("images", 3_000)]);
    }

    [Theory]
    [InlineData("doc.find('r.a').map(function (n) { return n.pointer; })", """["r.a[0]","r.a[1]"]""")]
    [InlineData("doc.get('r.a').value", "1")]
    [InlineData("doc.get('r.a[1].b').pointer", "\"r.a[1].b\"")]
    [InlineData("doc.find('**.a[*]').length", "2")]
    [InlineData("doc.find('r.a[2]').length", "0")]
    [InlineData("doc.find('r.c[0]').length", "0")]
    [InlineData("doc.get('r').keys()", """["a","c"]""")]
    [InlineData("doc.get('r').items().length", "3")]
    [InlineData("doc", """{"r":{"a":[1,{"b":2}],"c":3}}""")]
    [InlineData("doc.find('**').filter(function (n) { return n.parent; }).every(function (n) { return doc.get(n.pointer) === n; })", "true")]
    public void RepeatedKeys_AreFoundTogetherAndToldApart(string expression, string json)
    {
        const string Facts = """
            {"xml":[{"$doc":true,"path":"a.xml","index":0,"root":{"$node":"map","line":1,"column":1,"entries":[{"key":"r","keyLine":1,"keyColumn":1,"node":{"$node":"map","line":1,"column":1,"entries":[
              {"key":"a","keyLine":1,"keyColumn":1,"occurrence":0,"node":{"$node":"scalar","line":1,"column":1,"value":1}},
              {"key":"a","keyLine":2,"keyColumn":1,"occurrence":1,"node":{"$node":"map","line":2,"column":1,"entries":[{"key":"b","keyLine":2,"keyColumn":4,"node":{"$node":"scalar","line":2,"column":4,"value":2}}]}},
              {"key":"c","keyLine":3,"keyColumn":1,"node":{"$node":"scalar","line":3,"column":1,"value":3}}]}}]}}]}
            """;

        Run.Body($"var doc = evidence.xml[0]; report.log(JSON.stringify({expression}));", Facts).Log.ShouldHaveSingleItem().ShouldBe(json);
    }

    private static string Value(string before, string expression) =>
        Run.Body($"var doc = evidence.yaml[0]; {before} report.log(JSON.stringify({expression}));", Sample.Facts).Log.ShouldHaveSingleItem();
}
