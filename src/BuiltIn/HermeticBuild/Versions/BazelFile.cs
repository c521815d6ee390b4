using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Facts;

namespace Gates.BuiltIn.HermeticBuild.Versions;

/// <summary>Bazel's <c>MODULE.bazel</c>, <c>WORKSPACE</c> and <c>.bazelrc</c>: archives without a hash, repositories without a commit, the
/// lock file.</summary>
internal sealed partial class BazelFile(RepositoryFiles files) : IFileInspector
{
    public static bool IsBazel(string name) => name is "MODULE.bazel" or "WORKSPACE" or "WORKSPACE.bazel" or "WORKSPACE.bzlmod" or ".bazelrc";

    public void Inspect(string path, string text, HermeticFacts facts)
    {
        foreach (var match in Archive().Matches(text).AsEnumerable())
        {
            var body = match.Groups["body"].Value;
            var isGit = match.Groups["kind"].Value.StartsWith("git", StringComparison.Ordinal);
            var isFixed = isGit ? Commit().IsMatch(body) : body.Contains("sha256", StringComparison.Ordinal)
                || body.Contains("integrity", StringComparison.Ordinal);
            var source = Url().Match(body).Groups["url"].Value;
            if (!isFixed && source.Length > 0)
            {
                Add(isGit ? "unpinned-clone" : "unchecked-download", match.Groups["kind"].Value, source, isGit ? "commit = \"<40-hex commit>\""
                    : "integrity = \"sha256-<base64>\"", match.Index);
            }
        }

        foreach (var match in LockMode().Matches(text).AsEnumerable())
        {
            Add("ignored-lock", "--lockfile_mode=" + match.Groups["mode"].Value, "MODULE.bazel.lock", "--lockfile_mode=error", match.Index);
        }

        var isOff = files.TryRead("", ".bazelrc") is { } settings && LockMode().IsMatch(settings);
        if (path == "MODULE.bazel" && Dependency().IsMatch(text) && !files.Exists("", "MODULE.bazel.lock") && !isOff)
        {
            facts.Locks.Add(new LockFact("bazel", ["MODULE.bazel.lock"], "bazel mod deps", text.Contains("compatibility_level", StringComparison.Ordinal),
                Required: false, path));
        }

        void Add(string problem, string tool, string subject, string better, int index) => facts.Commands.Add(new CommandFact
        {
            Problem = problem,
            Tool = tool,
            Subjects = [Address.Show(subject)],
            Better = better,
            Where = "manifest",
            Path = path,
            Line = text.AsSpan(0, index).Count('\n') + 1,
        });
    }

    [GeneratedRegex(
        @"^[ \t]*(?<kind>http_(archive|file|jar)|(new_)?git_repository|git_override|archive_override)\((?<body>[^()]*(\([^()]*\)[^()]*)*)\)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Archive();

    [GeneratedRegex(@"\bcommit\s*=\s*(""[0-9a-f]{40}""|[A-Z_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Commit();

    [GeneratedRegex(@"""(?<url>(https?://|git@|ssh://)[^""]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Url();

    [GeneratedRegex(@"^[^#\n]*--lockfile_mode[= ](?<mode>off|update|refresh)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex LockMode();

    [GeneratedRegex(@"^\s*bazel_dep\(", RegexOptions.Multiline, 1000)]
    private static partial Regex Dependency();
}
