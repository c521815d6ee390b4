using System.Text;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Runner.Commands.Eval;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands.Eval;

public sealed class TriedFilesTests : IDisposable
{
    /// <summary>Tells what it was given.</summary>
    private const string Script = """
        export function judge(evidence, settings, report) {
          for (const kind of Object.keys(evidence).filter((name) => Array.isArray(evidence[name]))) {
            for (const one of evidence[kind]) {
              report.note(kind, one.path);
            }
          }
        }
        """;

    private readonly TempFolder root = new();

    public TriedFilesTests()
    {
        root.Write("alone.js", Script);
        Policy("mine", """["**/*.nowhere"]""", "yaml");
    }

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Files_are_looked_at_although_the_policy_s_own_globs_do_not_select_them()
    {
        root.Write("k8s/a.yaml", "kind: Pod\n---\nkind: Service\n");
        root.Write("b.yml", "x: 1\n");

        (await RunNamed("mine", "k8s/a.yaml", "b.yml")).ShouldBe(["yaml b.yml", "yaml k8s/a.yaml", "yaml k8s/a.yaml"]);
    }

    [Fact]
    public async Task A_script_alone_gets_what_the_names_say()
    {
        root.Write("a.json", "{}");
        root.Write("a.toml", "x = 1\n");
        root.Write("a.csv", "x\n1\n");
        root.Write("a.xml", "<a/>");
        root.Write("a.txt", "hello\n");

        (await RunNamed("alone.js", "a.json", "a.toml", "a.csv", "a.xml", "a.txt")).ShouldBe(
            ["csv a.csv", "files a.csv", "files a.json", "files a.toml", "files a.txt", "files a.xml", "json a.json", "toml a.toml", "xml a.xml"]);
    }

    [Theory]
    [InlineData("mine", null)]
    [InlineData("alone.js", "yaml")]
    public async Task Standard_input_is_what_the_policy_looks_at_or_what_is_said(string policy, string? kind) =>
        (await Run(policy, kind, "kind: Pod\n", "-")).ShouldBe(["yaml stdin"]);

    [Fact]
    public async Task A_name_that_globs_give_a_meaning_is_a_name()
    {
        root.Write("{a}/[b]!*.yaml", "x: 1\n");

        (await RunNamed("mine", "{a}/[b]!*.yaml")).ShouldBe(["yaml {a}/[b]!*.yaml"]);
    }

    [Fact]
    public async Task A_file_elsewhere_has_its_own_name()
    {
        using var elsewhere = new TempFolder();

        (await RunNamed("mine", elsewhere.Write("deep/c.yaml", "x: 1\n"))).ShouldBe(["yaml c.yaml"]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_as_what_it_is_is_no_pass()
    {
        root.Write("a.yaml", "x: [1\n");

        var error = await Should.ThrowAsync<EvaluationException>(() => RunNamed("mine", "a.yaml"));

        error.Message.ShouldContain("a.yaml:");
    }

    [Theory]
    [InlineData("mine", "a.txt", null, "a.txt: this policy looks at yaml, and the name says that it is none of these; say what it is with --as KIND")]
    [InlineData("mine", "a.txt", "json", "--as json: this policy looks at yaml only")]
    [InlineData("mine", "a.txt", "yml", "--as \"yml\" is no kind of fact; did you mean \"yaml\"?")]
    [InlineData("mine", "gone.yaml", null, "gone.yaml: there is no such file")]
    [InlineData("mine", "folder", "yaml", "folder: is a folder; name its files, such as folder/*.yaml")]
    [InlineData("alone.js", "-", null, "what is standard input? Say --as KIND, one of csv, dockerfile, files, hcl, ini, json, jsonl, junit")]
    [InlineData("history", "a.txt", null, "this policy also looks at `git`, which no file holds")]
    [InlineData("replaced", "a.txt", null, "this policy judges what dlp-scan collects, not files")]
    public async Task What_cannot_be_tried_is_refused(string policy, string file, string? kind, string message)
    {
        root.Write("a.txt", "x\n");
        root.Write("folder/b.yaml", "x: 1\n");
        Policy("history", """["commits"]""", "git");
        root.Write("replaced/policy.js", Script);
        root.Write("replaced/policy.json", """{ "title": "Mine", "gate": "dlp-scan" }""");

        var error = await Should.ThrowAsync<UsageException>(() => Run(policy, kind, "", file));

        error.Message.ShouldStartWith(message);
    }

    [Fact]
    public async Task A_policy_that_said_nothing_is_not_a_plain_pass()
    {
        root.Write("silent.js", "export function judge() {}\n");
        root.Write("a.yaml", "x: 1\n");
        var evaluated = await Evaluate("silent.js", null, "", ["a.yaml"]);
        using var output = new StringWriter();

        new EvaluationPrinter(output, Gates.Runner.Reports.ConsoleStyle.Plain).Print(evaluated, trace: false);

        evaluated.Result.Verdict.ShouldBe(Verdict.Passed);
        output.ToString().ShouldContain("The policy reported nothing");
    }

    private void Policy(string name, string globs, string kind)
    {
        root.Write($"{name}/policy.js", Script);
        root.Write($"{name}/policy.json", $$"""{ "title": "Mine", "facts": { "{{kind}}": {{globs}} } }""");
    }

    private Task<IReadOnlyList<string>> RunNamed(string policy, params string[] files) => Run(policy, null, "", files);

    private async Task<IReadOnlyList<string>> Run(string policy, string? kind, string input, params string[] files) =>
        [
            .. (await Evaluate(policy, kind, input, files)).Result.Findings
                .Select(found => $"{found.Finding.Rule} {found.Finding.Message}")
                .Order(StringComparer.Ordinal),
        ];

    private Task<EvaluatedPolicy> Evaluate(string policy, string? kind, string input, string[] files)
    {
        var tried = new TriedFiles(root.Info, files, kind, () => new MemoryStream(Encoding.UTF8.GetBytes(input)));
        return new EvaluationSession(BuiltWorker.Options, TimeProvider.System)
            .RunAsync(new EvaluationRequest(root.Info, policy, null), tried.InspectAsync, TestContext.Current.CancellationToken);
    }
}
