using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Cases;

namespace Gates.Runner.Commands.Test;

/// <summary>Which suites and cases a request means.</summary>
internal static class TestSuites
{
    private const string Here = ".";

    /// <exception cref="UsageException">There is nothing to test, or nothing matches the filter.</exception>
    public static IReadOnlyList<CaseSuite> Find(TestRequest request)
    {
        var folder = Path.GetRelativePath(request.Root.FullName, Path.GetFullPath(request.Folder, request.Root.FullName));
        IReadOnlyList<CaseSuite> suites = [.. CaseFolders.Suites(
            request.Root.FullName,
            folder).Select(suite => suite.Folder == Here ? FromBeside(suite, request.Root.Name) : suite)];
        if (suites.Count == 0)
        {
            throw new UsageException($"there is no policy below {Say.Quote(folder)}: a policy is a folder with policy.js (or policy.ts) and policy.json; `gates policy new NAME` writes one");
        }

        if (request.Filter is not { } filter)
        {
            return suites;
        }

        var wanted = suites.Where(suite => suite.Cases.Any(one => IsWanted(one, request))).ToList();
        return wanted.Count > 0
            ? wanted
            : throw new UsageException($"--filter: no case's name contains {Say.Quote(filter)}{Suggestion.Words(filter, suites.SelectMany(suite => suite.Cases).Select(one => Path.GetFileName(one)))} names are like {Say.Path(suites.SelectMany(suite => suite.Cases).FirstOrDefault() ?? "policies/mine/cases/fails")}");
    }

    /// <summary>A policy that somebody stands in, by a name that leads there from its neighbours too: it imports what stands beside its folder.</summary>
    private static CaseSuite FromBeside(CaseSuite suite, string folder)
    {
        var name = "../" + folder;
        return new CaseSuite(
            suite.Subject with { Policy = suite.Subject.Policy is null ? null : name },
            name,
            [.. suite.Cases.Select(one => $"{name}/{one}")]);
    }

    public static bool IsWanted(string name, TestRequest request) =>
        request.Filter is null || name.Contains(request.Filter, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a suite lacks to prove its policy: a case with findings and one without.</summary>
    public static IEnumerable<string> Lacks(string root, CaseSuite suite)
    {
        var expected = suite.Cases
            .Select(one => Read(root, one, suite.Subject))
            .OfType<CaseExpectation>()
            .Where(one => one.Verdict != Verdict.Errored)
            .ToList();
        if (suite.Cases.Count == 0)
        {
            yield return "has no cases; write one folder with files/ and expected.json for what passes, and one for what does not, below cases/";
        }
        else
        {
            if (!expected.Exists(one => one.Findings.Count > 0))
            {
                yield return "has no case with findings, so nothing proves that it finds anything";
            }

            if (!expected.Exists(one => one.Findings.Count == 0))
            {
                yield return "has no case without findings, so nothing proves that it can be satisfied";
            }
        }
    }

    private static CaseExpectation? Read(string root, string folder, CaseSubject subject)
    {
        try
        {
            return CaseReader.Read(root, folder, subject).Expected;
        }
        catch (UsageException)
        {
            return null;
        }
    }
}
