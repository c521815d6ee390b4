using Runner.Tests.Linking;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.TypeScript;

public sealed class TypeCheckerTests
{
    private const string Misspelt = "/** @type {Judge} */\nexport const judge = (evidence, settings, report) => {\n  report.eror(\"a\", \"b\");\n};\n";

    [Fact]
    public async Task CallThatReportDoesNotHave_IsShownAtItsPlace()
    {
        var problems = await CheckAsync(("policies/a/policy.js", Misspelt));

        problems.ShouldHaveSingleItem().ToString().ShouldBe("""
            policies/a/policy.js:3:10: Property 'eror' does not exist on type 'Report'. Did you mean 'error'?
              3 |   report.eror("a", "b");
                |          ^
            """);
    }

    [Fact]
    public async Task PoliciesSideBySide_KeepTheirNamesApart_AndMayNameTheirCopyOfTheTypes() =>
        (await CheckAsync(
            ("policies/a/policy.js", "/// <reference path=\"../types/gates.d.ts\" />\n/** @type {Judge} */\nfunction judge(evidence, settings, report) { report.note('a', 'b'); }\n"),
            ("policies/b/policy.ts", "import { quote } from '../lib/text.js';\nexport function judge(evidence: FactsEvidence, settings: unknown, report: Report): void { report.note('a', quote('b')); }\n"),
            ("policies/lib/text.js", "/** @param {string} text */\nexport const quote = (text) => `'${text}'`;\n"))).ShouldBeEmpty();

    [Fact]
    public async Task WrongArgumentInAnImportedFunction_IsFound() =>
        (await CheckAsync(
            ("policies/a/policy.js", "import { quote } from '../lib/text.js';\nexport const judge = () => { quote(1); };\n"),
            ("policies/lib/text.js", "/** @param {string} text */\nexport const quote = (text) => `'${text}'`;\n"))).ShouldHaveSingleItem().Line.ShouldBe(2);

    [Fact]
    public async Task WhatPoliciesDoNotHave_IsNoName() =>
        (await CheckAsync(("p.js", "export const judge = () => { console.log(fetch('x'), process.env); };"))).Select(problem => problem.Column).ShouldBe([30, 42, 54]);

    [Fact]
    public async Task WhatWasCheckedOnce_NeedsNoCompilerAgain()
    {
        Assert.SkipWhen(!ExternalProgram.Exists("node") || !ExternalProgram.Exists("npm"), "node or npm is not installed");
        using var folder = new TempFolder();
        var files = new[] { Linked.Files("p.js", ("p.js", Misspelt)) };
        await BuiltCompiler.FetchAsync();
        var first = await BuiltCompiler.Checker(folder.Path).CheckAsync(files, TestContext.Current.CancellationToken);

        var again = await BuiltCompiler.CheckerWithoutNode(folder.Path).CheckAsync(files, TestContext.Current.CancellationToken);

        again.ShouldBe(first);
    }

    [Fact]
    public async Task WithoutTheCompiler_NothingIsCheckedAndNothingFetched()
    {
        using var folder = new TempFolder();

        (await BuiltCompiler.CheckerWithoutNode(folder.Path).CheckAsync([Linked.Files("p.js", ("p.js", Misspelt))], TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private static async Task<IReadOnlyList<Gates.Runner.TypeScript.TranslationProblem>> CheckAsync(params (string Path, string Text)[] files)
    {
        Assert.SkipWhen(!ExternalProgram.Exists("node") || !ExternalProgram.Exists("npm"), "node or npm is not installed");
        await BuiltCompiler.FetchAsync();
        using var folder = new TempFolder();
        return (await BuiltCompiler.Checker(folder.Path).CheckAsync([Linked.Files(files[0].Path, files)], TestContext.Current.CancellationToken))!;
    }
}
