using Gates.Doors.Processes;
using Gates.Doors.TypeChecks;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Policies;
using Gates.Runner.Configuration.Policies;
using Gates.Runner.Typings;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.TypeChecks;

public sealed class TypeCheckerTests : IDisposable
{
    private const string Manifest =
        """{ "title": "x", "facts": { "yaml": ["**"] }, "settings": { "label": { "type": "string", "default": "owner", "description": "The label." } } }""";

    private readonly TempFolder root = new();

    public static TheoryData<string, string, int[]> Policies => new()
    {
        { "four mistakes of a newcomer", "policy.js", [3, 4, 5, 6] },
        { "a loose helper", "loose.js", [] },
        { "what makes code", "code.ts", [3, 4] },
        { "what a policy does not have", "absent.js", [2, 3, 4, 5, 6] },
        { "the library", "library.js", [] },
    };

    public void Dispose() => root.Dispose();

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task An_editor_accepts_what_we_accept_and_refuses_what_we_refuse(string what, string sample, int[] lines)
    {
        Assert.SkipWhen(InstalledTypeScript.Missing is not null, InstalledTypeScript.Missing ?? "");
        var script = "policies/a/policy" + Path.GetExtension(sample);
        Write(
            script,
            await File.ReadAllTextAsync(
                Repository.Combine("tests", "Runner.Tests", "Doors", "TypeChecks", "samples", sample + ".txt"),
                TestContext.Current.CancellationToken));

        var ours = await CheckAsync(script);
        var editors = TscLines.Read(InstalledTypeScript.Run(Path.Combine(root.Path, "policies"), "-p", "jsconfig.json", "--pretty", "false").Output);

        ours.Select(problem => problem.Line).Distinct().ShouldBe(lines, what + "\n" + string.Join('\n', ours));
        editors.Select(problem => problem with { File = "policies/" + problem.File }).ShouldBe(ours.Select(problem => problem with { Source = null }));
    }

    [Fact]
    public async Task A_problem_is_shown_at_its_place()
    {
        Assert.SkipWhen(InstalledTypeScript.Missing is not null, InstalledTypeScript.Missing ?? "");
        Write(
            "policies/a/policy.js",
            "/** @type {import(\"./types.d.ts\").Judge} */\nexport function judge(evidence, settings, report) {\n  report.eror(\"a\", settings.label);\n}\n");

        (await CheckAsync("policies/a/policy.js")).ShouldHaveSingleItem().ToString().ShouldBe("""
            policies/a/policy.js:3:10: Property 'eror' does not exist on type 'Report'. Did you mean 'error'?
              3 |   report.eror("a", settings.label);
                |          ^
            """);
    }

    [Fact]
    public async Task Imported_files_are_checked_where_they_are_used()
    {
        Assert.SkipWhen(InstalledTypeScript.Missing is not null, InstalledTypeScript.Missing ?? "");
        Write("policies/lib/text.js", "/** @param {string} text */\nexport const quote = (text) => `'${text}'`;\n");
        Write(
            "policies/a/policy.js",
            "import { quote } from '../lib/text.js';\nimport { other } from '../../elsewhere.js';\nexport const judge = () => { quote(1); };\n");
        root.Write("elsewhere.js", "export const other = 1;\n");

        (await CheckAsync("policies/a/policy.js")).Select(problem => problem.Line).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task Without_TypeScript_that_is_said()
    {
        Write("policies/a/policy.js", "");

        (await Should.ThrowAsync<EvaluationException>(() => CheckAsync("policies/a/policy.js", static _ => null))).Message
            .ShouldBe("TypeScript is not installed: there is no node_modules/typescript here, and no `tsc` on the path; `npm install --save-dev typescript` brings it");
    }

    [Fact]
    public async Task Without_Node_that_is_said()
    {
        Write("policies/a/policy.js", "");
        root.Write("node_modules/typescript/bin/tsc", "");

        (await Should.ThrowAsync<EvaluationException>(() => CheckAsync(
            "policies/a/policy.js",
            static _ => null))).Message.ShouldBe("Node.js, which TypeScript needs, is not installed");
    }

    [Theory]
    [InlineData("echo Version 5.7.3", "TypeScript 5.7 is too old: policies are checked as --erasableSyntaxOnly, which 5.8 and later know")]
    [InlineData("echo hello", "/tsc does not say which version of TypeScript it is")]
    [InlineData("echo 'TypeError: \e[1mno' >&2; exit 7", "/tsc failed: TypeError: [1mno")]
    [InlineData(
        "case $1 in --version) echo Version 7.0.2;; *) echo 'error TS5023: Unknown compiler option.'; exit 1;; esac",
        "TypeScript: TS5023: Unknown compiler option")]
    public async Task A_compiler_that_cannot_be_used_is_an_error(string script, string message)
    {
        Write("policies/a/policy.js", "");
        var program = root.WriteProgram("tsc", "#!/bin/sh\n" + script + "\n");

        (await Should.ThrowAsync<EvaluationException>(() => CheckAsync(
            "policies/a/policy.js",
            name => name == "tsc" ? program : null))).Message.ShouldEndWith(message);
    }

    [Fact]
    public async Task A_compiler_that_does_not_end_is_stopped_with_the_command()
    {
        Write("policies/a/policy.js", "");
        var program = root.WriteProgram("tsc", "#!/bin/sh\nsleep 600 & echo $! > \"$0.child\"; wait\n");
        using var stop = new CancellationTokenSource();
        var tree = PolicyFolders.Tree(root.Path, ["policies/a"]);
        var checker = new TypeChecker(new TypeScriptFinder(name => name == "tsc" ? program : null), SharedTypes.Text);

        var check = checker.CheckAsync(
            root.Path,
            tree,
            [new PolicyFiles("policies/a/policy.js", new Dictionary<string, string>(StringComparer.Ordinal))],
            stop.Token);
        var child = program + ".child";
        while (!File.Exists(child) || (await File.ReadAllTextAsync(child, TestContext.Current.CancellationToken)).Length == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => check);
        var id = int.Parse(await File.ReadAllTextAsync(child, TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        while (Gates.Doors.Processes.ProcessTable.ParentOf(id) is not null)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void The_nearest_TypeScript_counts_up_to_the_repository_s_root()
    {
        root.Write("node_modules/typescript/bin/tsc", "");
        root.Write("inner/.git", "");
        root.Write("inner/policies/a/policy.js", "");
        var finder = new TypeScriptFinder(static name => "/programs/" + name);

        finder.Find(root.Path, "inner/policies/a").ShouldBe(new Tsc("/programs/tsc", null));
        root.Write("inner/node_modules/typescript/bin/tsc", "");
        finder.Find(root.Path, "inner/policies/a").ShouldBe(new Tsc("/programs/node", Path.Combine(root.Path, "inner/node_modules/typescript/bin/tsc")));
        finder.Find(Path.Combine(root.Path, "inner/policies"), "a").Program.ShouldBe("/programs/node");
    }

    private void Write(string script, string text)
    {
        root.Write(script, text);
        root.Write("policies/a/types.d.ts", PolicyTypes.Of(PolicyManifest.Read(Manifest, "policy.json")));
        root.Write("policies/types/gates.d.ts", SharedTypes.Text);
        root.Write("policies/jsconfig.json", CompilerOptions.JsConfig);
    }

    private async Task<IReadOnlyList<TypeProblem>> CheckAsync(string script, Func<string, string?>? find = null)
    {
        if (find is null)
        {
            InstalledTypeScript.LinkInto(root.Path);
        }

        var tree = PolicyFolders.Tree(root.Path, ["policies/a"]);
        var files = new ImportableFiles(tree, new Gates.Formats.Documents.DocumentLimits()).For(script, wholeFolder: true);
        return await new TypeChecker(
            new TypeScriptFinder(find ?? ProgramFinder.Find),
            SharedTypes.Text).CheckAsync(root.Path, tree, [files], TestContext.Current.CancellationToken);
    }
}
