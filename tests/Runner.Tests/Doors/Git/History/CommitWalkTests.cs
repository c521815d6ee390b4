using System.Globalization;
using System.Text;
using Gates.Doors.Git;
using Gates.Doors.Git.History;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.History;

/// <summary>What commits brought, held against what git itself says of them.</summary>
public sealed class CommitWalkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Contents_are_those_that_git_lists_with_names_in_every_order_and_merges(int seed)
    {
        using var repository = new TempRepository();
        repository.Import(Stream(new Random(seed)));

        foreach (var from in (string?[])[null, repository.Git("rev-parse", "main~9"), repository.Git("rev-parse", "main~1")])
        {
            string[] range = from is null ? ["main"] : ["main", "^" + from];
            var wanted = Oracle(repository, range);

            var found = await ListAsync(repository, from);

            found.Where(content => !content.IsMessage).Select(content => content.Blob).ShouldBe(wanted.Select(one => one.Blob).Distinct(), ignoreOrder: true);
            found.Where(content => !content.IsMessage)
                .ShouldAllBe(content => wanted.Contains(new ValueTuple<string, string, string>(content.Commit, content.Path, content.Blob)));
            found.Where(content => content.IsMessage).Select(content => content.Commit)
                .ShouldBe(repository.Git(["rev-list", "--topo-order", "--reverse", .. range]).Split('\n'));
            found.Select(content => content.Order).ShouldBe(Enumerable.Range(0, found.Count));
        }
    }

    [Fact]
    public async Task Content_that_a_commit_takes_from_a_parent_under_its_own_name_is_not_brought()
    {
        using var repository = new TempRepository();
        var from = repository.Write("a/b/c.txt", "1").Write("a/d.txt", "2").Commit();
        repository.Write("a/d.txt", "3").Commit();
        File.SetUnixFileMode(Path.Combine(repository.Path, "a/b/c.txt"), (UnixFileMode)0b111_101_101);
        repository.Commit();

        (await ListAsync(repository, from)).Where(content => !content.IsMessage).Select(content => content.Path).ShouldBe(["a/d.txt"]);
    }

    private static async Task<List<CommittedContent>> ListAsync(TempRepository folder, string? from)
    {
        var repository = (await GitRepository.FindAsync(folder.Info, null, CancellationToken.None))!;
        var head = folder.Git("rev-parse", "main");
        var contents = await new RepositoryHistory(repository, head, from, null).ContentsAsync(from is null, CancellationToken.None);
        return [.. contents.List(_ => true, CancellationToken.None)];
    }

    private static HashSet<(string Commit, string Path, string Blob)> Oracle(TempRepository repository, string[] range)
    {
        var found = new HashSet<(string, string, string)>();
        var commit = "";
        foreach (var line in repository.Git(["log", "--format=%H", "--raw", "-c", "-r", "--root", "--no-renames", "--no-abbrev", .. range, "--"]).Split('\n'))
        {
            commit = line.Length == 40 ? line : commit;
            if (line.StartsWith(':'))
            {
                var fields = line.TrimStart(':').Split('\t');
                var words = fields[0].Split(' ');
                var parents = line.TakeWhile(c => c == ':').Count();
                var (mode, blob) = (words[parents], words[^2]);
                if (mode.StartsWith("100", StringComparison.Ordinal))
                {
                    found.Add((commit, fields[1], blob));
                }
            }
        }

        return found;
    }

    /// <summary>Some commits over a few names that sort differently as files and as folders, with side branches that are merged.</summary>
    private static byte[] Stream(Random random)
    {
        string[] names = ["a", "a.b", "a/b", "a/c/d", "a-b", "a0", "b", "b/a", "b/a.c", "z/y/x/w", "z/y/x/v", "z/y.x"];
        var text = new StringBuilder();
        for (var i = 1; i <= 40; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"commit refs/heads/main\nmark :{i}\n");
            text.Append(CultureInfo.InvariantCulture, $"committer T <t@example.invalid> {1700000000 + i} +0000\ndata 2\nm\n");
            text.Append(i > 1 ? string.Create(CultureInfo.InvariantCulture, $"from :{i - 1}\n") : "");
            text.Append(i > 6 && i % 5 == 0 ? string.Create(CultureInfo.InvariantCulture, $"merge :{i - 4}\n") : "");
            for (var j = 0; j < 3; j++)
            {
                var name = names[random.Next(names.Length)];
                text.Append(random.Next(4) == 0 ? $"D {name}\n" : Put(name, random.Next(30)));
            }
        }

        return Encoding.ASCII.GetBytes(text.Append("done\n").ToString());

        static string Put(string name, int value)
        {
            var content = value.ToString(CultureInfo.InvariantCulture);
            return string.Create(CultureInfo.InvariantCulture, $"M 100644 inline {name}\ndata {content.Length}\n{content}\n");
        }
    }
}
