using Gates.Runner.Commands.Test;
using Gates.Runner.Reports;
using Support;
using Xunit;

namespace Runner.Tests.Commands.Test;

/// <summary>A repository with one policy of one case, and what tests its policies.</summary>
internal sealed class TestedRepository : IAsyncDisposable
{
    public const string Policy = """
        function judge(evidence, settings, report) {
          evidence.files.forEach(function (file) {
            report.log("looking at " + file.path);
            if (file.path === "boom.txt") {
              file.nothing.here();
            } else if (file.size > 3) report.error("too-big", file.path + " has " + file.size + " bytes", { path: file.path, line: 1 });
          });
        }
        """;

    private readonly TestSession session = new(BuiltWorker.Options, new ManualTime());

    public TestedRepository()
    {
        Root.Write("policies/mine/policy.js", Policy);
        Root.Write("policies/mine/policy.json", """{ "title": "Small files", "facts": { "files": ["**/*.txt"] } }""");
        Case("fails", "a.txt", "12345", """{ "verdict": "failed", "findings": [{ "rule": "too-big", "severity": "error", "line": 1 }] }""");
    }

    public TempFolder Root { get; } = new();

    public static string Print(TestReport report, bool coverage)
    {
        var output = new StringWriter();
        new TestPrinter(output, ConsoleStyle.Plain, coverage).Print(report);
        return output.ToString();
    }

    public Task<TestReport> RunAsync(TestRequest request) => session.RunAsync(request, TestContext.Current.CancellationToken);

    public void Case(string name, string file, string content, string expected)
    {
        Root.Write($"policies/mine/cases/{name}/files/{file}", content);
        Root.Write($"policies/mine/cases/{name}/expected.json", expected);
    }

    public async ValueTask DisposeAsync()
    {
        Root.Dispose();
        await session.DisposeAsync();
    }
}
