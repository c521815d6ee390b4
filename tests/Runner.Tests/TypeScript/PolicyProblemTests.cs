using Gates.Runner;
using Shouldly;
using Xunit;

namespace Runner.Tests.TypeScript;

public sealed class PolicyProblemTests
{
    [Theory]
    [InlineData("const x = [1 2];", "',' expected", 1, 14)]
    [InlineData("const x = 1;\nconst y = ;", "expression expected", 2, 11)]
    [InlineData("export function judge() {", "'}' expected", 1, 26)]
    [InlineData("async function judge() { }", "a policy has nothing to wait for: write plain calls, without `async` and `await`", 1, 1)]
    [InlineData("const f = async () => 1;", "a policy has nothing to wait for: write plain calls, without `async` and `await`", 1, 11)]
    [InlineData("const f = () => import('./a.js');", "`import()` is not available: write `import … from \"./name.js\"` at the top of the file", 1, 17)]
    [InlineData("const fs = require('fs');", "`require` is not available: write `import … from \"./name.js\"` at the top of the file", 1, 12)]
    [InlineData("const n = 1n;", "whole numbers beyond 2^53 (`1n`) are not available in a policy", 1, 11)]
    [InlineData("import fs from 'node:fs';\nexport const judge = () => fs;", "\"node:fs\" cannot be imported. A policy imports its own files (\"./name.js\") and those of the folder lib beside it (\"../lib/name.js\"), nothing else.", 1, 16)]
    [InlineData("import { a } from '../../secrets.js';\nexport const judge = () => a;", "\"../../secrets.js\" is not among the files that a policy may import: its own and those of the folder lib beside it. There is: policies/a/script.js, policies/lib/text.js.", 1, 19)]
    [InlineData("import { a } from '/etc/passwd';\nexport const judge = () => a;", "\"/etc/passwd\" cannot be imported.", 1, 19)]
    [InlineData("import { a } from '../../../../../x.js';\nexport const judge = () => a;", "\"../../../../../x.js\" is not among the files", 1, 19)]
    [InlineData("import { a } from './policy.js';\nexport const judge = () => a;", "the imports go in a circle: policies/a/policy.js → policies/a/policy.js. Move what both need into a third file.", 1, 19)]
    public async Task ProblemOfThePolicy_IsShownAtItsPlace(string text, string message, int line, int column)
    {
        var failure = await FailAsync(("policies/a/policy.js", text), ("policies/lib/text.js", "export const t = 1;"), ("policies/a/script.js", "var x = 1;"));

        failure.ShouldStartWith($"policies/a/policy.js:{line}:{column}: {message}", Case.Sensitive);
        var source = text.Split('\n')[line - 1];
        failure.ShouldEndWith($"\n  {line} | {source}\n    | {new string(' ', column - 1)}^", Case.Sensitive);
    }

    [Fact]
    public async Task CircularImports_AreNamedInTheirOrder()
    {
        var failure = await FailAsync(
            ("policies/a/policy.js", "import { b } from './b.js';\nexport const judge = () => b;"),
            ("policies/a/b.js", "import { c } from './c.js';\nexport const b = () => c;"),
            ("policies/a/c.js", "import { b } from './b.js';\nexport const c = () => b;"));

        failure.ShouldStartWith("policies/a/c.js:1:19: the imports go in a circle: policies/a/b.js → policies/a/c.js → policies/a/b.js. Move what both need into a third file.");
    }

    [Fact]
    public async Task ImportOfAFileThatExportsNothing_IsRefusedThere()
    {
        var failure = await FailAsync(("policies/a/policy.js", "import { b } from './b.js';\nexport const judge = () => b;"), ("policies/a/b.js", "var b = 1;"));

        failure.ShouldStartWith("policies/a/b.js:1:1: nothing can be imported from this file: it exports nothing. Write `export` before what others may use.");
    }

    [Fact]
    public async Task ImportOfTypesAlone_NeedsNoFile()
    {
        var policy = await Compilation.CompileAsync("p/policy.ts", ("p/policy.ts", "import type { Thing } from '../types/things';\nexport function judge(e: Thing): void { }"));

        Compilation.Judge(policy).Findings.ShouldBeEmpty();
    }

    private static async Task<string> FailAsync(params (string Path, string Text)[] files) =>
        (await Should.ThrowAsync<UsageException>(Compilation.CompileAsync("policies/a/policy.js", files))).Message;
}
