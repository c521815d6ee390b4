using Shouldly;
using Xunit;

namespace Policies.Tests.Engine;

public sealed class AccessTests
{
    private const string Facts = """{"yaml":[{"$doc":true,"path":"a","index":0,"root":{"$node":"map","line":1,"column":1,"entries":[]}}],"selection":{}}""";

    [Theory]
    [InlineData("for (const d of evidence.yml) d;", "`evidence.yml` is undefined; evidence has yaml, selection; did you mean yaml?")]
    [InlineData("const [a] = evidence.yml;", "`evidence.yml` is undefined; evidence has yaml, selection; did you mean yaml?")]
    [InlineData("evidence.yml.forEach((d) => d);", "`evidence.yml` is undefined and has no `forEach`; evidence has yaml, selection; did you mean yaml?")]
    [InlineData("evidence.yml.a.b;", "`evidence.yml` is undefined and has no `a`; evidence has yaml, selection; did you mean yaml?")]
    [InlineData("evidence.yml();", "`evidence.yml` is undefined, and no function; evidence has yaml, selection; did you mean yaml?")]
    [InlineData("settings.list.includes(1);", "`settings.list` is undefined and has no `includes`; settings has lists; did you mean lists?")]
    [InlineData("const x = undefined; x.y;", "`x` is undefined and has no `y`")]
    [InlineData("evidence.yaml[3].get(\"x\");", "`evidence.yaml[3]` is undefined and has no `get`")]
    [InlineData("evidence.yaml[0].get(\"x\").value;", "`evidence.yaml[0].get(\"x\")` is undefined and has no `value`")]
    [InlineData("const owner = evidence.yaml[0].get(\"nope\"); owner.find(\"y\");", "`owner` is undefined and has no `find`")]
    [InlineData("let b; b.c.d();", "`b` is undefined and has no `c`")]
    [InlineData("const s = { a: {} }; s.a.b.foo(1);", "`s.a.b` is undefined and has no `foo`")]
    [InlineData("evidence.yaml[0].get(\"nope\").value.startsWith(\"x\");", "`evidence.yaml[0].get(\"nope\")` is undefined and has no `value`")]
    [InlineData("let q; q.a = 1;", "`q` is undefined or null, so nothing can be put into it")]
    [InlineData("null.y;", "`null` is null and has no `y`")]
    [InlineData("evidence.yaml.contains(1);", "`evidence.yaml.contains` is not a function")]
    public void UndefinedAccess_NamesWhatIsThere(string statement, string message) =>
        Run.Fails($"export function judge(evidence, settings, report) {{\n  {statement}\n}}", facts: Facts, settings: """{"lists":[]}""")
            .Reason.ShouldBe($"it threw TypeError: {message}, in: {statement}");

    [Theory]
    [InlineData(
        "report.eror('a', 'b');",
        "there is no `eror` here: report has error, warning, note, pass, metric, output, chart, document, log; did you mean error?")]
    [InlineData(
        "evidence.yaml[0].kind;",
        "there is no `kind` here: a document has path, index and root, find and get; its root has kind: write root.kind, or get(\"kind\") for the key")]
    [InlineData(
        "evidence.yaml[0].root.lines;",
        "there is no `lines` here: a node has kind, path, line, column, value, text, key, keyLine, keyColumn, pointer, parent, find, get, has, keys and items; did you mean line?")]
    public void PropertyThatObjectsOfOursDoNotHave_EndsTheJudgement(string statement, string message) =>
        Run.Fails($"export function judge(evidence, settings, report) {{\n  {statement}\n}}", facts: Facts).Reason.ShouldBe(message);

    [Fact]
    public void TypesOfTheAuthor_AreShownAsWritten() =>
        Should.Throw<Gates.Policies.PolicyException>(() => Gates.Policies.Engine.PolicyScript
            .Load(Gates.Policies.PolicySource.From("p", "p.ts", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["p.ts"] = "export function judge() {\n  (1 as any).foo.bar;\n}\n",
            })).Judge(new Gates.Policies.Evidence("k", System.Text.Json.JsonElement.Parse("{}")), System.Text.Json.JsonElement.Parse("{}"), Run.Limits))
            .Reason.ShouldStartWith("it threw TypeError: `(1 as any).foo` is undefined and has no `bar`");

    [Fact]
    public void OptionalAccess_IsTheAuthorsBusiness() =>
        Run.Script(
            "export function judge(evidence, settings, report) { report.log(String(evidence.yml?.length) + ('kind' in evidence.yaml[0])); }",
            Facts).Log.ShouldBe(["undefinedfalse"]);
}
