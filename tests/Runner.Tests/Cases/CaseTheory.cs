using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Runner.Cases;
using Gates.Runner.Configuration.Policies;
using Shouldly;
using Xunit;

namespace Runner.Tests.Cases;

/// <summary>Every case of every gate and shipped policy: a folder is a test.</summary>
public sealed class CaseTheory
{
    private static readonly string Root = FindRoot();

    private static readonly IReadOnlyList<(CaseSubject Subject, string Folder)> All =
        [.. CaseFolders.Find(Root, "src/BuiltIn"), .. CaseFolders.Find(Root, "policies")];

    public static TheoryData<string> Folders => [.. All.Select(one => one.Folder)];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Case(string folder)
    {
        var subject = All.Single(one => one.Folder == folder).Subject;
        var policies = PolicyFolders.Tree(
            Root,
            [.. Directory.EnumerateDirectories(Path.Combine(Root, "policies")).Concat(Directory.EnumerateDirectories(Path.Combine(Root, "src/BuiltIn")))
            .Select(path => Path.GetRelativePath(Root, path))]);
        var linker = new PolicyLinker(new InProcessJudge());
        var services = new GateServices(TimeProvider.System) { Scripts = new PolicyScripts(linker, new InProcessJudge()) };
        var runner = new CaseRunner(new InProcessJudge(), linker, services, policies);

        var one = CaseReader.Read(Root, folder, subject);
        var result = await runner.RunAsync(one, TestContext.Current.CancellationToken);

        result.Passed.ShouldBeTrue(result.ToString());
        if (one.Evidence is null && result.Result is { Error: null } judged)
        {
            judged.Coverage.ShouldNotBeNull("every gate says what it looked at");
        }
    }

    [Fact]
    public void Every_shipped_policy_has_cases_that_pass_and_cases_that_fail()
    {
        var verdicts = All.Where(one => one.Subject.Policy is not null)
            .ToLookup(one => one.Subject.Policy!, one => CaseReader.Read(Root, one.Folder, one.Subject).Expected.Verdict);
        var policies = Directory.EnumerateFiles(Path.Combine(Root, "policies"), "policy.js", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, Path.GetDirectoryName(path)!)).ToList();

        policies.Count.ShouldBeGreaterThanOrEqualTo(3);
        policies.Where(policy => !verdicts[policy].Contains(Verdict.Passed) || !verdicts[policy].Contains(Verdict.Failed)).ShouldBeEmpty();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gates.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }
}
