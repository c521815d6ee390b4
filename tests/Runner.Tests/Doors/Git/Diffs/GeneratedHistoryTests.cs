using System.Text;
using Gates.Doors.Git;
using Gates.Doors.Git.Diffs;
using Gates.Doors.Git.History;
using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation.Trees;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Git.Diffs;

public sealed class GeneratedHistoryTests
{
    private const int Commits = 40;

    private readonly Dictionary<string, SortedDictionary<string, string>> listings = new(StringComparer.Ordinal);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 4)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task AnyTwoCommits_OldContentAndHunksAreTheNewContent_PathsAreTheDifferenceOfTheListings(int seed)
    {
        using var history = new GeneratedHistory(seed, Commits);
        var repository = (await GitRepository.FindAsync(history.Repository.Info, null, CancellationToken.None))!;
        using var objects = repository.OpenObjects();
        var contents = new CommittedContents(objects);
        foreach (var (from, to) in Pairs(history, 1))
        {
            var (before, after) = (TreeReader.Read(objects, from), TreeReader.Read(objects, to));
            before.Select(entry => $"{Convert.ToString(entry.Mode, 8)} {entry.Id}\t{entry.Path}").ShouldBe(Listing(
                history,
                from).Select(one => $"{one.Value}\t{one.Key}"));
            var differences = new TreeDiff(contents, contents).Compare(before, after);

            differences.SelectMany(one => new[] { one.Old?.Path, one.New?.Path }).OfType<string>().Distinct().Order(StringComparer.Ordinal)
                .ShouldBe(Different(Listing(history, from), Listing(history, to)));
            foreach (var one in differences.Where(one => one is { New.IsFile: true, Hunks: not null } && one.Old?.Id != one.New.Id))
            {
                var old = one.Old is null ? [] : TextLines.Split(contents.Read(one.Old)!)!;
                string.Concat(LineDiffTests.Apply(
                    one.Hunks!,
                    old,
                    TextLines.Split(contents.Read(one.New!)!)!)).ShouldBe(Encoding.Latin1.GetString(contents.Read(one.New!)!));
            }

            foreach (var one in differences.Where(one => one is { New.IsFile: true, Hunks: null }))
            {
                one.ToChangedFile().Added.ShouldBe([new LineRange(1, int.MaxValue)], one.Path);
                (one.Old?.IsFile == false
                    || TextLines.Split(contents.Read(one.New!)!) is null
                    || TextLines.Split(contents.Read(one.Old!)!) is null).ShouldBeTrue(one.Path);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task WorkingDirectory_AsCheckedOut_DiffersAsItsCommitDoes(int seed)
    {
        using var history = new GeneratedHistory(seed, Commits);
        foreach (var (from, to) in Pairs(history, 9))
        {
            foreach (var entry in history.Repository.Info.EnumerateFileSystemInfos().Where(entry => entry.Name != ".git"))
            {
                if (entry is DirectoryInfo { LinkTarget: null } folder)
                {
                    folder.Delete(recursive: true);
                }
                else
                {
                    entry.Delete();
                }
            }

            history.Repository.Git("checkout", "-q", "-f", to);
            var repository = (await GitRepository.FindAsync(history.Repository.Info, null, CancellationToken.None))!;

            (await repository.ChangesSinceAsync(from, null, CancellationToken.None))
                .Select(Text)
                .ShouldBe((await repository.ChangesSinceAsync(from, to, CancellationToken.None)).Select(Text));
        }
    }

    /// <summary>git has the last word on how small a difference can be, where its attributes leave it one.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task PlainFiles_AreAddedToAsGitSays(int seed)
    {
        using var history = new GeneratedHistory(seed, Commits);
        var repository = (await GitRepository.FindAsync(history.Repository.Info, null, CancellationToken.None))!;
        var (ours, least) = (0, 0);
        foreach (var (from, to) in Pairs(history, 3))
        {
            var said = history.Repository
                .Git("diff", "--no-renames", "--minimal", "--numstat", "-z", from, to)
                .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t', 3))
                    .Where(words => words[0] != "-")
                    .ToLookup(words => words[2], words => int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture));
            foreach (var change in (await repository.ChangesBetweenAsync(from, to, CancellationToken.None))
                    .Where(change => change is { Binary: false, Status: "modified" } && change.Added + change.Deleted > 0))
            {
                said[change.Path].ShouldHaveSingleItem().ShouldBeLessThanOrEqualTo(change.Added, change.Path);
                ours += change.Added;
                least += said[change.Path].Single();
            }
        }

        least.ShouldBeGreaterThan(20);
        ours.ShouldBeLessThanOrEqualTo(least * 5 / 4);
    }

    private static IEnumerable<(string From, string To)> Pairs(GeneratedHistory history, int step) =>
        Enumerable.Range(1, history.Commits.Count - 1).Where(i => i % step == 0)
            .SelectMany(i => new[] { (history.Commits[i - 1], history.Commits[i]), (history.Commits[i], history.Commits[i / 2]) });

    private SortedDictionary<string, string> Listing(GeneratedHistory history, string commit)
    {
        if (listings.TryGetValue(commit, out var known))
        {
            return known;
        }

        var lines = history.Repository
            .Git("ls-tree", "-r", "-z", "--full-tree", commit)
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t', 2));
        return listings[commit] = new SortedDictionary<string, string>(
            lines.ToDictionary(words => words[1], words => $"{words[0].Split(' ')[0]} {words[0].Split(' ')[2]}"),
            StringComparer.Ordinal);
    }

    private static IEnumerable<string> Different(SortedDictionary<string, string> one, SortedDictionary<string, string> other) =>
        one.Keys.Union(other.Keys).Where(path => one.GetValueOrDefault(path) != other.GetValueOrDefault(path)).Order(StringComparer.Ordinal);

    private static string Text(ChangedFile file) =>
        $"{file.OldPath} -> {file.Path} {file.Deleted} {string.Join(' ', file.Added.Select(range => $"{range.First}-{range.Last}"))}";
}
