using System.Text.RegularExpressions;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>Tells files that hold tests, fixtures and samples, where made-up values are usual.</summary>
internal static partial class TestPaths
{
    public static bool IsTestLike(string path) => Pattern().IsMatch(path);

    [GeneratedRegex(@"(?:^|/)(?:tests?|spec|specs|__tests__|testdata|test-data|fixtures?|mocks?|__mocks__|e2e|examples?|samples?|[^/]*[._-](?:tests?|specs?)|(?:test|conftest)[._-][^/]*|[^/]*Tests?)(?:/|\.[A-Za-z0-9]+$|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
