using Gates.Formats.Foundation;
using Gates.Policies;
using Shouldly;
using Xunit;

namespace Runner.Tests.Configuration.Policies;

public sealed class PolicyLinkerTests
{
    private const string Es5 = "function judge(evidence, settings, report) { report.note('a', 'b'); }";

    [Fact]
    public async Task PlainScript_IsAPolicyOfOneFile()
    {
        var policy = await Linked.LinkAsync("p.js", ("p.js", Es5), ("unused.js", "syntax error here"));

        policy.Text.ShouldBe($"//# gates-policy 1 p.js\n//# module {Es5.Length} p.js\n{Es5}\n");
        Linked.Judge(policy).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ModernScript_JudgesAsItsAuthorMeant()
    {
        var policy = await Linked.LinkAsync("p.js", ("p.js", """
            class Counter { #n = 0; add() { return ++this.#n; } }
            const names = ({ items = [], ...rest }) => [...items, ...Object.keys(rest)];
            export function judge(evidence, settings, report) {
              const counter = new Counter();
              for (const name of names(evidence)) {
                report.note("seen", `${counter.add()} ${name?.toUpperCase() ?? "?"} ${2 ** 3}`);
              }
            }
            """));

        Linked.Judge(policy, """{"items":["a",null],"b":1}""").Findings.Select(f => f.Message).ShouldBe(["1 A 8", "2 ? 8", "3 B 8"]);
    }

    [Fact]
    public async Task Imports_RunInTheOrderTheyAreNeeded_EachOnce()
    {
        var policy = await Linked.LinkAsync(
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

        policy.Modules.Keys.ShouldBe(["policies/a/one.ts", "policies/a/policy.js", "policies/lib/default.js", "policies/lib/more.js", "policies/lib/text.js"]);

        Linked.Judge(policy).Findings.Single().Message.ShouldBe("<one> <x> d 1");
    }

    [Fact]
    public async Task SameFiles_GiveTheSameBytes_AndAnyPartChangesTheDigest()
    {
        (string, string)[] files = [
            ("p/policy.js", "import { a } from '../lib/a.js';\nexport function judge(e, s, r) { r.note('a', a); }"),
            ("lib/a.js", "export const a = 'x';")
        ];
        var one = await Linked.LinkAsync("p/policy.js", files);
        files[1] = ("lib/a.js", "export const a = 'y';");
        var other = await Linked.LinkAsync("p/policy.js", files);
        files[1] = ("lib/a.js", "export const a = 'x'; // a comment");
        var comment = await Linked.LinkAsync("p/policy.js", files);
        var again = await Linked.LinkAsync("p/policy.js", ("lib/a.js", "export const a = 'x';"), files[0]);

        again.Text.ShouldBe(one.Text);
        new[] { one.Digest, other.Digest, comment.Digest }.Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
    }

    [Theory]
    [InlineData(
        "policies/lib/text.js",
        2,
        "export const f = () => missing();",
        "policies/lib/text.js:2:24: it threw ReferenceError: missing is not defined, in: export const f = () => missing();")]
    [InlineData(
        "policies/lib/text.js",
        2,
        "export function f() { throw new Error('no'); }",
        "policies/lib/text.js:2:29: it threw Error: no, in: export function f() { throw new Error('no'); }")]
    public async Task ErrorInAnImportedFile_NamesThatFileAndItsLine(string file, int line, string text, string message)
    {
        var policy = await Linked.LinkAsync(
            "policies/a/policy.js",
            ("policies/a/policy.js", "import { f } from '../lib/text.js';\n\nexport function judge() { f(); }"),
            (file, "// first\n" + text));

        var failure = Should.Throw<PolicyException>(() => Linked.Judge(policy));

        failure.Message.ShouldBe(message);
        failure.Line.ShouldBe(line);
    }

    [Theory]
    [InlineData("export const jduge = () => {};", "p.js: it exports no function `judge`; write export function judge(evidence, settings, report) { … }")]
    [InlineData("export const a = 1;\nfunction judge() { }", "p.js:2:1: judge is not exported: write `export` before it\n  2 | function judge() { }\n    | ^")]
    public async Task PolicyWithoutJudge_IsRefused(string text, string message) =>
        (await Should.ThrowAsync<UsageException>(Linked.LinkAsync("p.js", ("p.js", text)))).Message.ShouldBe(message);
}
