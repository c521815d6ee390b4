using System.Text;
using Gates.Doors.Git.Diffs;
using LibGit2Sharp;
using Runner.Tests.Doors.Git.Diffs;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>Which lines of a file differ between two commits.</summary>
[Collection(nameof(OracleOfFiles))]
public sealed class LineOracleTests(GeneratedHistories histories)
{
    [Fact]
    public async Task Lines_BetweenTwoCommits_AreTheOracles()
    {
        var (ours, least) = (0, 0);
        await histories.HoldAsync([Known.LineEndsOfOthers, Known.LateZeroByte, Known.ChangeOfKind], (shelf, history, differences) =>
        {
            foreach (var (from, to) in Comparison.Of(shelf, history))
            {
                using var patch = Comparison.ByOracle<Patch>(shelf, history, from, to, SimilarityOptions.None);
                var oracle = patch.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
                foreach (var difference in Comparison.ByDoor(shelf, history, from, to).Where(IsNoRename))
                {
                    differences.Answers++;
                    var sides = new Sides(difference, oracle[difference.Path], shelf);
                    if (Judge(difference.Hunks, sides, differences) is { } found)
                    {
                        history.Fail($"{difference.Path} {shelf.Commit(history, from)}..{shelf.Commit(history, to)}: {found}");
                    }

                    ours += difference.Hunks?.Sum(hunk => hunk.NewCount) ?? 0;
                    least += difference.Hunks is null ? 0 : oracle[difference.Path].LinesAdded;
                }
            }

            return Task.CompletedTask;
        });
        ours.ShouldBeInRange(least, least * 21 / 20, "the door may say more than the least, but not much");
    }

    [Fact]
    public void APlantedFault_IsSeen()
    {
        var faults = 0;
        foreach (var (shelf, history) in histories.Shelves.Take(4).SelectMany(shelf => shelf.Histories.Select(history => (shelf, history)))
            .Where(one => Comparison.Of(one.shelf, one.history).Contains((1, 6))))
        {
            using var patch = Comparison.ByOracle<Patch>(shelf, history, 1, 6, SimilarityOptions.None);
            var edited = Comparison.ByDoor(shelf, history, 1, 6).Where(IsNoRename);
            foreach (var one in edited.Where(one => one is { Old.IsFile: true, New.IsFile: true, Hunks.Count: > 0 }))
            {
                var sides = new Sides(one, patch.Single(entry => entry.Path == one.Path), shelf);
                var (first, rest) = (one.Hunks![0], one.Hunks.Skip(1));
                Judge(one.Hunks, sides, Any()).ShouldBeNull();
                Judge([.. rest], sides, Any()).ShouldNotBeNull("a hunk is missing");
                Judge([first with { NewCount = first.NewCount + 1 }, .. rest], sides, Any()).ShouldNotBeNull("a line more is added");
                Judge([first with { OldCount = first.OldCount + 1 }, .. rest], sides, Any()).ShouldNotBeNull("a line more is deleted");
                (sides.HasZero || sides.HasOtherLineEnds ? "" : Judge(null, sides, Any())).ShouldNotBeNull("no lines");
                faults++;
            }
        }

        faults.ShouldBeGreaterThan(10);

        static Differences Any() => new(Known.LineEndsOfOthers, Known.LateZeroByte, Known.ChangeOfKind);
    }

    private static bool IsNoRename(FileDifference difference) =>
        difference.Old is null || difference.New is null || difference.Old.Path == difference.New.Path;

    /// <returns>What is wrong; <see langword="null"/> when nothing is.</returns>
    private static string? Judge(IReadOnlyList<Hunk>? door, Sides sides, Differences differences)
    {
        if (sides.IsChangeOfKind)
        {
            differences.Meet(Known.ChangeOfKind);
            return door is null ? null : "the door compares a file with what is none";
        }

        if (door is null)
        {
            var known = sides.Oracle.IsBinaryComparison ? null : sides.HasZero ? Known.LateZeroByte : sides.HasOtherLineEnds ? Known.LineEndsOfOthers : null;
            if (known is not null)
            {
                differences.Meet(known);
            }

            return sides.Oracle.IsBinaryComparison || known is not null ? null : "only the door sees no lines";
        }

        if (sides.IsSame)
        {
            return door.Count == 0 ? null : "lines of a file that only changed its mode";
        }

        if (sides.Oracle.IsBinaryComparison)
        {
            return "only the oracle sees no lines";
        }

        var (added, deleted) = (door.Sum(hunk => hunk.NewCount), door.Sum(hunk => hunk.OldCount));
        return (added, deleted) != (sides.Oracle.LinesAdded, sides.Oracle.LinesDeleted)
            && (added < sides.Oracle.LinesAdded || added - deleted != sides.Oracle.LinesAdded - sides.Oracle.LinesDeleted || !sides.IsFile)
                ? $"the door +{added} -{deleted}, the oracle +{sides.Oracle.LinesAdded} -{sides.Oracle.LinesDeleted}"
            : !sides.IsFile ? null
            : string.Concat(LineDiffTests.Apply(door, sides.Old, sides.New)) != string.Concat(sides.New) ? "the hunks do not make the new file of the old one"
            : null;
    }

    private sealed class Sides(FileDifference difference, PatchEntryChanges oracle, Shelf shelf)
    {
        public PatchEntryChanges Oracle => oracle;

        public bool IsFile => (difference.New ?? difference.Old)!.IsFile;

        public bool IsChangeOfKind => difference is { Old: { } old, New: { } now } && !old.IsSameType(now);

        public bool IsSame => difference.Old?.Id == difference.New?.Id;

        public bool HasZero => (Text(difference.Old?.Id) + Text(difference.New?.Id)).Contains('\0', StringComparison.Ordinal);

        public bool HasOtherLineEnds
        {
            get
            {
                var text = (Text(difference.Old?.Id) + Text(difference.New?.Id)).Replace("\r\n", "", StringComparison.Ordinal);
                return text.Contains('\r', StringComparison.Ordinal) || text.Contains("\u00e2\u0080\u00a8", StringComparison.Ordinal);
            }
        }

        public string[] Old => Lines(Text(difference.Old?.Id));

        public string[] New => Lines(Text(difference.New?.Id));

        /// <summary>Each with its line feed; the last one may have none.</summary>
        private static string[] Lines(string text)
        {
            var lines = text.Split('\n');
            return [.. lines[..^1].Select(line => line + "\n"), .. lines[^1].Length > 0 ? [lines[^1]] : Array.Empty<string>()];
        }

        private string Text(string? id)
        {
            if (id is null)
            {
                return "";
            }

            using var reader = new StreamReader(shelf.Oracle.Lookup<Blob>(id).GetContentStream(), Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
            return reader.ReadToEnd();
        }
    }
}
