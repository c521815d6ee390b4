using Gates.Formats.Foundation;
using Gates.Policies;
using Shouldly;
using Xunit;

namespace Runner.Tests.Configuration.Policies;

public sealed class PolicyProblemTests
{
    [Theory]
    [InlineData("const x = [1 2];", "the script cannot be read: unexpected number", 1, 14)]
    [InlineData("const x = 1;\nconst y = ;", "the script cannot be read: unexpected token ';'", 2, 11)]
    [InlineData("export function judge() {", "the script cannot be read: unexpected end of input", 1, 26)]
    [InlineData("async function judge() { }", "a policy has nothing to wait for: write plain calls, without `async` and `await`", 1, 1)]
    [InlineData("const f = async () => 1;", "a policy has nothing to wait for: write plain calls, without `async` and `await`", 1, 11)]
    [InlineData("const f = () => import('./a.js');", "`import()` is not available: write `import … from \"./name.js\"` at the top of the file", 1, 17)]
    [InlineData("export const fs = require('fs');", "`require` is not available: write `import … from \"./name.js\"` at the top of the file", 1, 19)]
    [InlineData("const f = () => eval('1');", "a policy makes no code from text: what runs is what was signed", 1, 17)]
    [InlineData("const x = await 1;", "a policy has nothing to wait for: write plain calls, without `async` and `await`", 1, 11)]
    [InlineData("for await (const x of []) { }", "a policy has nothing to wait for: write `for … of` without `await`", 1, 1)]
    [InlineData("export function* judge() { }", "judge is a generator, which does nothing when it is called: write `function judge` without `*`", 1, 8)]
    [InlineData("return;", "the script cannot be read: illegal return statement", 1, 1)]
    [InlineData("module.exports = { judge: () => 1 };", "`module.exports` is not available: write `export` before what others may use", 1, 1)]
    [InlineData("import { a } from '../lib/text.js';\nexport const judge = () => a;", "policies/lib/text.js exports no `a`; it exports `t`", 1, 10)]
    [InlineData("import data from './data.json' with { type: 'json' };", "an import has no attributes here", 1, 1)]
    [InlineData("export const url = import.meta.url;", "`import.meta` is not available in a policy", 1, 20)]
    [InlineData(
        "import fs from 'node:fs';\nexport const judge = () => fs;",
        "\"node:fs\" cannot be imported. A policy imports its own files (\"./name.js\") and those of the folder lib beside it (\"../lib/name.js\"), nothing else.",
        1,
        16)]
    [InlineData(
        "import { a } from '../../secrets.js';\nexport const judge = () => a;",
        "\"../../secrets.js\" is not among the files that a policy may import: its own and those of the folder lib beside it. There is: policies/a/script.js, policies/lib/text.js.",
        1,
        19)]
    [InlineData("import { a } from '/etc/passwd';\nexport const judge = () => a;", "\"/etc/passwd\" cannot be imported.", 1, 19)]
    [InlineData("import { a } from '../../../../../x.js';\nexport const judge = () => a;", "\"../../../../../x.js\" is not among the files", 1, 19)]
    public async Task ProblemOfThePolicy_IsShownAtItsPlace(string text, string message, int line, int column)
    {
        var failure = await FailAsync(("policies/a/policy.js", text), ("policies/lib/text.js", "export const t = 1;"), ("policies/a/script.js", "var x = 1;"));

        failure.ShouldStartWith($"policies/a/policy.js:{line}:{column}: {message}", Case.Sensitive);
        var source = text.Split('\n')[line - 1];
        failure.ShouldEndWith($"\n  {line} | {source}\n    | {new string(' ', column - 1)}^", Case.Sensitive);
    }

    [Fact]
    public async Task ImportOfAFileThatExportsNothing_IsRefusedThere()
    {
        var failure = await FailAsync(
            ("policies/a/policy.js", "import { b } from './b.js';\nexport const judge = () => b;"),
            ("policies/a/b.js", "var b = 1;"));

        failure.ShouldStartWith("policies/a/policy.js:1:19: nothing can be imported from policies/a/b.js: it exports nothing. Write `export` before what others may use.");
    }

    [Fact]
    public async Task NameThatTwoFilesPassOn_IsRefused()
    {
        var failure = await FailAsync(
            ("policies/a/policy.js", "import { x } from './all.js';\nexport const judge = () => x;"),
            ("policies/a/all.js", "export * from './b.js';\nexport * from './c.js';"),
            ("policies/a/b.js", "export const x = 1;"),
            ("policies/a/c.js", "export const x = 2;"));

        failure.ShouldStartWith("policies/a/policy.js:1:10: policies/a/all.js passes on a `x` from each of policies/a/b.js and policies/a/c.js: import it from the one that you mean");
    }

    [Theory]
    [InlineData("import { Evidence } from './types.d.ts';", "\"./types.d.ts\" holds types alone: write `import type`")]
    [InlineData("import { Shape } from './shapes.ts';", "policies/a/shapes.ts exports no `Shape`; it exports `area`. If it is a type, write `type Shape`")]
    public async Task ImportOfATypeAsAValue_SaysWhatToWrite(string line, string message) =>
        (await Should.ThrowAsync<UsageException>(Linked.LinkAsync(
            "policies/a/policy.ts",
            ("policies/a/policy.ts", line + "\nexport function judge(): void { }"),
            ("policies/a/shapes.ts", "export interface Shape { side: number }\nexport const area = (shape: Shape): number => shape.side ** 2;"))))
            .Message.ShouldContain(message);

    [Fact]
    public async Task ImportOfTypesAlone_NeedsNoFile()
    {
        var policy = await Linked.LinkAsync(
            "p/policy.ts",
            ("p/policy.ts", "import type { Thing } from '../types/things';\nexport function judge(e: Thing): void { }"));

        Linked.Judge(policy).Findings.ShouldBeEmpty();
    }

    private static async Task<string> FailAsync(params (string Path, string Text)[] files) =>
        (await Should.ThrowAsync<UsageException>(Linked.LinkAsync("policies/a/policy.js", files))).Message;
}
