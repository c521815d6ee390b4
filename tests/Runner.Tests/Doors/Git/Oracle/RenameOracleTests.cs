using System.Text;
using LibGit2Sharp;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>Which deleted file an added one was.</summary>
[Collection(nameof(OracleOfFiles))]
public sealed class RenameOracleTests(GeneratedHistories histories)
{
    private static readonly Known[] AllKnown =
    [
        Known.OtherPartner, Known.TypeChange, Known.RenameOfFewLines, Known.NoRename, Known.RenameWithoutLines, Known.RenameByTheLastLine,
    ];

    private static readonly SimilarityOptions HalfAlike = new()
    {
        RenameDetectionMode = RenameDetectionMode.Renames,
        RenameThreshold = 50,
        RenameLimit = 1_000,
    };

    [Fact]
    public async Task Renames_BetweenTwoCommits_AreTheOracles() => await histories.HoldAsync(AllKnown, (shelf, history, differences) =>
    {
        foreach (var (from, to) in Comparison.Of(shelf, history))
        {
            var sides = new Sides(shelf, history, from, to);
            var door = sides.ByDoor();
            differences.Answers += door.Count;
            if (Judge(door, sides, differences).ToList() is { Count: > 0 } found)
            {
                history.Fail($"renames {shelf.Commit(history, from)}..{shelf.Commit(history, to)}:\n{string.Join('\n', found)}");
            }
        }

        return Task.CompletedTask;
    });

    [Fact]
    public void APlantedFault_IsSeen()
    {
        var faults = 0;
        foreach (var shelf in histories.Shelves.Take(8))
        {
            var pairs = shelf.Histories.SelectMany(history => Comparison.Of(shelf, history).Select(pair => new Sides(shelf, history, pair.From, pair.To)));
            foreach (var sides in pairs)
            {
                var door = sides.ByDoor();
                if (door.Count < 2 || door.Exists(one => !sides.IsExact(one)) || !door.ToHashSet().SetEquals(sides.ByOracle()))
                {
                    continue;
                }

                faults++;
                Rename[] rest = [.. door.Skip(2)];
                Judge([door[1], .. rest], sides, new Differences(AllKnown)).ShouldNotBeEmpty("one is missing");
                Judge([.. door, new Rename(door[0].New, door[0].Old)], sides, new Differences(AllKnown)).ShouldNotBeEmpty("one is made up");
                if (sides.ContentOf(door[0]) != sides.ContentOf(door[1]))
                {
                    Rename[] swapped = [new(door[0].Old, door[1].New), new(door[1].Old, door[0].New), .. rest];
                    Judge(swapped, sides, new Differences(AllKnown)).ShouldNotBeEmpty("two are mixed up");
                }
            }
        }

        faults.ShouldBeGreaterThan(5);
    }

    /// <returns>What is wrong, and no known difference.</returns>
    private static IEnumerable<string> Judge(IReadOnlyList<Rename> door, Sides sides, Differences differences)
    {
        var oracle = sides.ByOracle();
        foreach (var (rename, known) in door.Except(oracle).Select(one => (one, OnlyTheDoor(one, oracle, sides)))
            .Concat(oracle.Except(door).Select(one => (one, OnlyTheOracle(one, door, sides)))))
        {
            if (known is null)
            {
                var alike = sides.IsPossible(rename) ? FormattableString.Invariant($", {sides.Likeness(rename):0.000} alike") : "";
                yield return $"{(door.Contains(rename) ? "only the door" : "only the oracle")}: {rename}{alike}";
            }
            else
            {
                differences.Meet(known);
            }
        }

        foreach (var (id, count) in sides.Moved())
        {
            if (door.Count(rename => sides.IsPossible(rename) && sides.ContentOf(rename) == id && sides.IsExact(rename)) != count)
            {
                yield return $"{count} files with the content {id} moved";
            }
        }
    }

    private static Known? OnlyTheDoor(Rename rename, IReadOnlyList<Rename> oracle, Sides sides)
    {
        if (!sides.IsPossible(rename) || (!sides.IsExact(rename) && sides.Likeness(rename) < 0.5))
        {
            return null;
        }

        return oracle.Any(rename.SharesAFileWith) ? Known.OtherPartner
            : sides.GitFinds(rename) ? Known.RenameOfFewLines
            : sides.LastLineChanges(rename) ? Known.RenameByTheLastLine
            : null;
    }

    private static Known? OnlyTheOracle(Rename rename, IReadOnlyList<Rename> door, Sides sides) =>
        !sides.IsPossible(rename) ? Known.TypeChange
        : door.Any(rename.SharesAFileWith) ? Known.OtherPartner
        : !sides.GitFinds(rename) ? Known.NoRename
        : !sides.IsExact(rename) && sides.HasOddLines(rename) ? Known.RenameWithoutLines
        : null;

    private sealed record Rename(string Old, string New)
    {
        public bool SharesAFileWith(Rename other) => Old == other.Old || New == other.New;
    }

    /// <summary>Two commits, and what is said of them.</summary>
    private sealed record Sides(Shelf Shelf, History History, int From, int To)
    {
        private string? said;

        public List<Rename> ByDoor() =>
        [
            .. Comparison.ByDoor(Shelf, History, From, To).Where(one => one is { Old: not null, New: not null } && one.Old.Path != one.New.Path)
                .Select(one => new Rename(one.Old!.Path, one.New!.Path)),
        ];

        public List<Rename> ByOracle() =>
            [.. Comparison.ByOracle<TreeChanges>(Shelf, History, From, To, HalfAlike).Renamed.Select(one => new Rename(one.OldPath, one.Path))];

        public bool GitFinds(Rename rename)
        {
            string[] command = ["diff-tree", "-r", "-z", "-M50%", "-l0", "--diff-filter=R", "--name-status"];
            said ??= Witness.Ask(Shelf.Path, [.. command, Shelf.Commit(History, From), Shelf.Commit(History, To)]);
            return said.Contains($"\0{rename.Old}\0{rename.New}\0", StringComparison.Ordinal);
        }

        /// <summary>Whether the one is gone and the other has come.</summary>
        public bool IsPossible(Rename rename) => Ids(From).ContainsKey(rename.Old) && !Ids(To).ContainsKey(rename.Old)
            && Ids(To).ContainsKey(rename.New) && !Ids(From).ContainsKey(rename.New);

        /// <summary>How many files of each content are gone from one path and have come at another.</summary>
        public IEnumerable<(string Id, int Count)> Moved()
        {
            var (old, now) = (Shelf.List(History, From).Where(entry => entry.IsFile), Shelf.List(History, To).Where(entry => entry.IsFile));
            var come = now.Where(entry => !Ids(From).ContainsKey(entry.Path)).ToLookup(entry => entry.Id);
            return old.Where(entry => !Ids(To).ContainsKey(entry.Path)).GroupBy(entry => entry.Id)
                .Select(gone => (gone.Key, Math.Min(gone.Count(), come[gone.Key].Count())));
        }

        public bool IsExact(Rename rename) => Ids(From)[rename.Old] == Ids(To)[rename.New];

        public string ContentOf(Rename rename) => Ids(From)[rename.Old];

        /// <summary>Which part of the larger one is lines that both have, whether the last one ends or not.</summary>
        public double Likeness(Rename rename)
        {
            var (old, now) = Contents(rename);
            var lines = Lines(old).GroupBy(line => line).ToDictionary(group => group.Key, group => group.Count());
            var shared = Lines(now).GroupBy(line => line).Sum(group => (group.Key.Length + 1.0) * Math.Min(group.Count(), lines.GetValueOrDefault(group.Key)));
            return shared / Math.Max(old.Length, now.Length);
        }

        public bool LastLineChanges(Rename rename) => Contents(rename) is var (old, now) && old.EndsWith('\n') != now.EndsWith('\n');

        public bool HasOddLines(Rename rename) => (Contents(rename) is var (old, now)) && (old + now).AsSpan().ContainsAny('\r', '\0');

        private static IEnumerable<string> Lines(string text) => (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

        private (string Old, string New) Contents(Rename rename) => (Text(Ids(From)[rename.Old]), Text(Ids(To)[rename.New]));

        private string Text(string id)
        {
            using var reader = new StreamReader(Shelf.Oracle.Lookup<Blob>(id).GetContentStream(), Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
            return reader.ReadToEnd();
        }

        private Dictionary<string, string> Ids(int number) => Shelf.List(History, number).ToDictionary(entry => entry.Path, entry => entry.Id);
    }
}
