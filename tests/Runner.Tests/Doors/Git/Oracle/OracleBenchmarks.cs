using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gates.Doors.Git;
using LibGit2Sharp;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>How long the door and the oracle take for the same; <c>tests/Benchmarks/oracle.sh</c> runs it. It is no test of the suite.</summary>
public sealed class OracleBenchmarks
{
    private const int Times = 5;
    private const int Files = 20_000;
    private const int Commits = 2_000;

    [Fact(Explicit = true)]
    public async Task ManyFiles()
    {
        using var folder = new TempFolder();
        Witness.Ask(folder.Path, "init", "-q", "-b", "main");
        var ids = Witness.Import(folder.Path, Trees());
        Witness.Ask(folder.Path, "checkout", "-q", "-f", "main");
        var (from, to) = (ids[1], ids[2]);
        string[] some = [.. Enumerable.Range(0, 1_000).Select(number => PathOf(number * 19))];

        await CompareAsync(
            "list a tree",
            folder,
            async door =>
            {
                using var tree = await door.TreeAsync(to, CancellationToken.None);
                return tree.AllFiles.Count;
            },
            oracle => OracleListing.Of(oracle, to).Count,
            "ls-tree",
            "-r",
            "-l",
            "-z",
            to);
        await CompareAsync(
            "list a tree and read 1,000 files",
            folder,
            async door =>
            {
                using var tree = await door.TreeAsync(to, CancellationToken.None);
                return tree.ReadAll(some).Sum(bytes => bytes!.Length);
            },
            oracle =>
            {
                OracleListing.Of(oracle, to).Count.ShouldBe(Files);
                return some.Sum(path => ((Blob)oracle.Lookup<Commit>(to)[path].Target).GetContentText(Encoding.Latin1).Length);
            });
        await CompareAsync(
            "changed files between two commits, with renames and lines",
            folder,
            async door => (await door.ChangesBetweenAsync(from, to, CancellationToken.None)).Count,
            oracle => oracle.Diff.Compare<Patch>(oracle.Lookup<Commit>(from).Tree, oracle.Lookup<Commit>(to).Tree).Count(),
            "diff-tree",
            "-r",
            "-M",
            "--numstat",
            "-z",
            from,
            to);
        await CompareAsync(
            "whether the working directory is modified",
            folder,
            async door => await door.IsModifiedAsync(CancellationToken.None) ? 1 : 0,
            oracle => oracle.RetrieveStatus().IsDirty ? 1 : 0,
            "status",
            "--porcelain");
    }

    [Fact(Explicit = true)]
    public async Task ManyCommits()
    {
        using var folder = new TempFolder();
        Witness.Ask(folder.Path, "init", "-q", "-b", "main");
        var ids = Witness.Import(folder.Path, History());
        var (left, right, first) = (ids[Commits - 1], ids[Commits], ids[1]);

        await CompareAsync(
            "merge base of two branches of 1,000 commits each",
            folder,
            async door => (await door.MergeBaseAsync(left, right, CancellationToken.None))!.Length,
            oracle => oracle.ObjectDatabase.FindMergeBase(oracle.Lookup<Commit>(left), oracle.Lookup<Commit>(right)).Sha.Length,
            "merge-base",
            left,
            right);
        await CompareAsync(
            "ids of the commits since the first",
            folder,
            async door => (await door.CommitsBetweenAsync(first, right, 10_000, CancellationToken.None)).Count,
            oracle => oracle.Commits.QueryBy(new CommitFilter { IncludeReachableFrom = right, ExcludeReachableFrom = first }).Count(),
            "rev-list",
            right,
            "^" + first);
    }

    /// <summary>In turns, each with the repository opened anew, and git's own command for it beside them.</summary>
    private static async Task CompareAsync(
        string what, TempFolder folder, Func<GitRepository, Task<int>> door, Func<LibGit2Sharp.Repository, int> oracle, params string[] command)
    {
        var (ours, theirs, git) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i <= Times; i++)
        {
            var watch = Stopwatch.StartNew();
            var answer = await door((await GitRepository.FindAsync(folder.Info, null, CancellationToken.None))!);
            ours.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
            using var repository = OracleRepository.Open(folder.Path);
            oracle(repository).ShouldBe(answer, what);
            theirs.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
            _ = command.Length > 0 ? Witness.Ask(folder.Path, command) : "";
            git.Add(watch.Elapsed.TotalMilliseconds);
        }

        // The first time is that of a program that is becoming warm.
        var (one, other) = (Median(ours), Median(theirs));
        var third = command.Length > 0 ? Median(git).ToString("0", CultureInfo.InvariantCulture) : "";
        var line = string.Create(CultureInfo.InvariantCulture, $"| {what} | {one:0} | {other:0} | {one / other:0.0} | {third} |");
        TestContext.Current.TestOutputHelper!.WriteLine(line);
    }

    private static double Median(List<double> times) => times.Skip(1).Order().ElementAt(Times / 2);

    private static string PathOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"src/part{number / 1000}/folder{number / 20 % 50}/file{number}.cs");

    /// <summary>Two commits; the second edits 100 files and moves ten.</summary>
    private static byte[] Trees()
    {
        var text = new StringBuilder("commit refs/heads/main\nmark :1\ncommitter T <t@example.invalid> 1700000000 +0000\ndata 1\nx\n");
        for (var i = 0; i < Files; i++)
        {
            Put(PathOf(i), i, "");
        }

        text.Append("commit refs/heads/main\nmark :2\ncommitter T <t@example.invalid> 1700000060 +0000\ndata 1\nx\nfrom :1\n");
        for (var i = 0; i < 100; i++)
        {
            Put(PathOf(i * 200), i * 200, "one line more\n");
        }

        for (var i = 1; i <= 10; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"R {PathOf(i)} moved/{i}.cs\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString());

        void Put(string path, int number, string more)
        {
            var lines = Enumerable.Range(0, 40).Select(line => FormattableString.Invariant($"    var value{line} = Compute({number}, {line * 7});\n"));
            var content = string.Concat(lines) + more;
            text.Append(CultureInfo.InvariantCulture, $"M 100644 inline {path}\ndata {content.Length}\n{content}\n");
        }
    }

    /// <summary>Two branches that part at the first commit, one with the even numbers.</summary>
    private static byte[] History()
    {
        var text = new StringBuilder();
        for (var i = 1; i <= Commits; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"commit refs/heads/b{i % 2}\nmark :{i}\n");
            text.Append(CultureInfo.InvariantCulture, $"committer T <t@example.invalid> {1_700_000_000 + (i * 60)} +0000\ndata 1\nx\n");
            text.Append(i == 1 ? "" : FormattableString.Invariant($"from :{Math.Max(1, i - 2)}\n"));
            text.Append(CultureInfo.InvariantCulture, $"M 100644 inline f{i % 2}\ndata 4\n{i:0000}\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
