using System.Diagnostics;
using System.Text.RegularExpressions;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Architecture;

public sealed partial class FileTests
{
    private const int MaxFileLength = 250;
    private const int MaxLineLength = 160;
    private const int MaxFolderSize = 25;

    private static readonly IReadOnlyList<CodeFile> Code = CodeFile.Below("src", "tests");

    [Fact]
    public void ANamespaceIsItsFolder()
    {
        Code.Count.ShouldBeGreaterThan(40);
        Code.Where(file => file.Namespace is { } name && name != Expected(file.Folder)).Select(file => $"{file}: {file.Namespace}").ShouldBeEmpty();
    }

    [Fact]
    public void NoFileIsTooLongToReadInOneSitting() =>
        Code.Where(file => file.Lines > MaxFileLength).Select(file => $"{file}: {file.Lines} lines").ShouldBeEmpty();

    /// <summary>Texts that would lose by being broken stay on their line; there may be fewer of them, never more.</summary>
    [Fact]
    public void NoLineIsWiderThanAScreen_ButForThoseThatAreListed()
    {
        var listed = Repository.Combine("tests/Runner.Tests/Architecture/long-lines.txt");
        var found = string.Concat(Code.Select(file => (file.Path, Count: file.Text.Split('\n').Count(line => line.Length > MaxLineLength))).Where(file => file.Count > 0)
            .Select(file => FormattableString.Invariant($"{file.Path} {file.Count}\n")));
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(listed, found);
        }

        found.ShouldBe(File.ReadAllText(listed), "break the new lines, or, when there are fewer, take them off the list: UPDATE_DOCS=1 writes it");
    }

    [Fact]
    public void NoFolderHoldsMoreThanAReaderCanKeepInMind() =>
        CodeFile.Below("src")
            .CountBy(file => file.Folder)
            .Where(folder => folder.Value > MaxFolderSize)
            .Select(folder => $"{folder.Key}: {folder.Value} files")
            .ShouldBeEmpty();

    [Fact]
    public void NoTwoTypesShareAName() =>
        SourceGraph.Source.Types.Distinct().GroupBy(type => type.Name, StringComparer.Ordinal)
            .Where(same => same.Count() > 1).Select(same => $"{same.Key}: {string.Join(", ", same.Select(type => type.File))}").ShouldBeEmpty();

    /// <summary>One style of fields, and one word for limits: Max and Min.</summary>
    [Fact]
    public void FieldsAndLimitsAreNamedTheSameEverywhere() =>
        Code.SelectMany(file => Other().Matches(file.Text).Select(match => $"{file}: {match.Value.Trim()}")).ShouldBeEmpty();

    [Fact]
    public void NoFileNamesAMachineOrAnnouncesUnfinishedWork()
    {
        var texts = Tracked()
            .Where(path => !path.StartsWith(".ci/", StringComparison.Ordinal) && !path.EndsWith("/FileTests.cs", StringComparison.Ordinal))
            .ToList();
        texts.Count.ShouldBeGreaterThan(60);
        var found =
            from path in texts
            from line in File.ReadLines(Repository.Combine(path)).Select((text, index) => (Text: text, Number: index + 1))
            where Unwanted().IsMatch(line.Text)
            select $"{path}:{line.Number}: {line.Text.Trim()}";
        found.ShouldBeEmpty();
    }

    [Fact]
    public void TheRootHoldsOnlyWhatItMust()
    {
        string[] allowed =
        [
            ".ci", ".dockerignore", ".editorconfig", ".gitattributes", ".github", ".gitignore", ".pre-commit-hooks.yaml",
            "BannedSymbols.txt", "CHANGELOG.md", "CONTRIBUTING.md",
            "Directory.Build.props", "Directory.Packages.props", "Dockerfile", "Gates.sln", "LICENSE", "README.md", "SECURITY.md", "action.yml", "actions",
            "docs", "examples", "gates", "global.json", "policies", "publish", "src", "test", "tests",
        ];
        Tracked().Select(path => path.Split('/')[0]).Distinct(StringComparer.Ordinal).Except(allowed, StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static string Expected(string folder) =>
        folder.StartsWith("src/", StringComparison.Ordinal)
            ? "Gates." + folder["src/".Length..].Replace('/', '.')
            : folder["tests/".Length..].Replace('/', '.');

    /// <summary>What git would commit: tracked files, and new ones that are not ignored.</summary>
    private static IEnumerable<string> Tracked()
    {
        using var git = Process.Start(new ProcessStartInfo(
            "git",
            [
                "-C",
                Repository.Root,
                "-c",
                "safe.directory=*",
                "ls-files",
                "-z",
                "-co",
                "--exclude-standard"
            ])
        { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0, "git ls-files");
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(path => File.Exists(Repository.Combine(path)))
            .Distinct(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^ +(private|internal|public)( static| readonly| volatile| const)* [\w<>?,\[\]. ()]+ (_[a-z]\w*|(Most|Longest|Largest|Fewest)[A-Z]\w*)( =|;)", RegexOptions.Multiline)]
    private static partial Regex Other();

    [GeneratedRegex(@"\bDESIGN( §|\.md)|(?-i:\b(TODO|FIXME)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Unwanted();
}
