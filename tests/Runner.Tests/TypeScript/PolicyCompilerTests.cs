using Gates.Policies;
using Gates.Runner;
using Runner.Tests.Cases;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.TypeScript;

public sealed class PolicyCompilerTests
{
    private const string Es5 = "function judge(evidence, settings, report) { report.note('a', 'b'); }";

    [Fact]
    public async Task Es5_StaysAsItIs()
    {
        var policy = await BuiltCompiler.Create(new InProcessJudge()).CompileAsync([Compilation.Files("p.js", ("p.js", Es5))], TestContext.Current.CancellationToken);

        policy[0].Text.ShouldBe(Es5);
    }

    [Fact]
    public async Task ModernScript_JudgesAsItsAuthorMeant()
    {
        var policy = await Compilation.CompileAsync("p.js", ("p.js", """
            class Counter { #n = 0; add() { return ++this.#n; } }
            const names = ({ items = [], ...rest }) => [...items, ...Object.keys(rest)];
            function judge(evidence, settings, report) {
              const counter = new Counter();
              for (const name of names(evidence)) {
                report.note("seen", `${counter.add()} ${name?.toUpperCase() ?? "?"} ${2 ** 3}`);
              }
            }
            """));

        Compilation.Judge(policy, """{"items":["a",null],"b":1}""").Findings.Select(f => f.Message).ShouldBe(["1 A 8", "2 ? 8", "3 B 8"]);
    }

    [Fact]
    public async Task TypeScript_IsTranslatedEvenWhenItLooksLikeEs5()
    {
        var policy = await Compilation.CompileAsync("p.ts", ("p.ts", Es5));

        policy.Text.ShouldContain("sourceMappingURL");
        Compilation.Judge(policy).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Imports_AreBundledInTheOrderTheyAreNeeded_EachOnce()
    {
        var policy = await Compilation.CompileAsync(
            "policies/a/policy.js",
            ("policies/a/policy.js", """
                import { one } from "./one.js";
                import * as text from "../lib/text";
                import type from "../lib/default.js";
                export const judge = (evidence, settings, report) => { report.note("a", [one, text.quote("x"), type(), text.count()].join(" ")); };
                """),
            ("policies/a/one.ts", "import { quote } from '../lib/text.js';\nexport const one: string = quote('one');\n"),
            ("policies/lib/text.js", "let n = 0; n++;\nexport const quote = (t) => `<${t}>`;\nexport function count() { return n; }\nexport * from './more.js';\n"),
            ("policies/lib/more.js", "export const more = 1;"),
            ("policies/lib/default.js", "export default () => 'd';"),
            ("policies/lib/unused.js", "syntax error here"));

        Compilation.Judge(policy).Findings.Single().Message.ShouldBe("<one> <x> d 1");
    }

    [Fact]
    public async Task SameFiles_GiveTheSameBytes_AndAnyPartChangesTheDigest()
    {
        (string, string)[] files = [("p/policy.js", "import { a } from '../lib/a.js';\nexport function judge(e, s, r) { r.note('a', a); }"), ("lib/a.js", "export const a = 'x';")];
        var one = await Compilation.CompileAsync("p/policy.js", files);
        files[1] = ("lib/a.js", "export const a = 'y';");
        var other = await Compilation.CompileAsync("p/policy.js", files);
        files[1] = ("lib/a.js", "export const a = 'x'; // a comment");
        var comment = await Compilation.CompileAsync("p/policy.js", files);
        using var elsewhere = new TempFolder();
        files[1] = ("lib/a.js", "export const a = 'x';");
        var again = await BuiltCompiler.WithCache(elsewhere.Path).TranslateAsync([Compilation.Files("p/policy.js", files)], TestContext.Current.CancellationToken);

        again!.Single().Text.ShouldBe(one.Text);
        new[] { one.Digest, other.Digest, comment.Digest }.Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("policies/lib/text.js", 2, "export const f = () => missing();", "policies/lib/text.js:2:24: it threw ReferenceError: missing is not defined, in: export const f = () => missing();")]
    [InlineData("policies/lib/text.js", 2, "export function f() { throw new Error('no'); }", "policies/lib/text.js:2:23: it threw Error: no, in: export function f() { throw new Error('no'); }")]
    public async Task ErrorInAnImportedFile_NamesThatFileAndItsLine(string file, int line, string text, string message)
    {
        var policy = await Compilation.CompileAsync(
            "policies/a/policy.js",
            ("policies/a/policy.js", "import { f } from '../lib/text.js';\n\nexport function judge() { f(); }"),
            (file, "// first\n" + text));

        var failure = Should.Throw<PolicyException>(() => Compilation.Judge(policy));

        failure.Message.ShouldBe(message);
        failure.Line.ShouldBe(line);
    }

    [Fact]
    public async Task ErrorInsideAHelperOfTheTranslation_NamesTheAuthorsStatement()
    {
        var policy = await Compilation.CompileAsync("p.js", ("p.js", "function judge(evidence) {\n  const a = 1;\n  for (const x of evidence.nothing) { a(x); }\n}"));

        Should.Throw<PolicyException>(() => Compilation.Judge(policy)).Line.ShouldBe(3);
    }

    [Fact]
    public async Task PolicyWithoutJudge_IsToldSo()
    {
        var policy = await Compilation.CompileAsync("p.js", ("p.js", "export const jduge = () => {};"));

        Should.Throw<PolicyException>(() => Compilation.Judge(policy)).Message.ShouldBe("p.js: it has no function `judge(evidence, settings, report)` at its top level");
    }

    [Fact]
    public async Task WithoutNode_NewerConstructIsNamedWithItsLine()
    {
        using var folder = new TempFolder();
        var compiler = BuiltCompiler.WithoutNode(new InProcessJudge(), folder.Path);

        var failure = await Should.ThrowAsync<UsageException>(compiler.CompileAsync(
            [Compilation.Files("a.js", ("a.js", "var b;\nlet c = () => 1;")), Compilation.Files("b.ts", ("b.ts", Es5))], TestContext.Current.CancellationToken));

        failure.Message.ShouldBe("""
            a.js:2:10: an arrow function is newer than ES5, so it needs Node.js 20 or later to be translated; without it, write `function (x) { … }`
            b.ts: TypeScript needs Node.js 20 or later to be translated; without it, write ES5 in a file policy.js
            """);
    }
}
