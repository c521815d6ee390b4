using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gates.Doors.Git.Diffs;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Git.Diffs;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("a", "a", "")]
    [InlineData("", "a b", "0,0 0,2")]
    [InlineData("a b", "", "0,2 0,0")]
    [InlineData("a b c", "a x c", "1,1 1,1")]
    [InlineData("a b c", "b c", "0,1 0,0")]
    [InlineData("a b c", "a b c d", "3,0 3,1")]
    [InlineData("x x x", "x x x x", "3,0 3,1")]
    [InlineData("{ a } { b }", "{ a } { new } { b }", "4,0 4,3")]
    public void Compare_SmallEdits_AreTheSmallestHunks(string old, string now, string hunks) =>
        string.Join(
            ' ',
            new LineDiff().Compare(Words(old), Words(now)).Select(hunk => $"{hunk.OldStart},{hunk.OldCount} {hunk.NewStart},{hunk.NewCount}")).ShouldBe(hunks);

    [Fact]
    public void Compare_AnyLines_HunksTurnTheOldIntoTheNew() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(Lines().ToArbitrary(), Lines().ToArbitrary(), (old, now) =>
            Apply(new LineDiff().Compare(old, now), old, now).ShouldBe(now)));

    [Fact]
    public void Compare_AnEditOfAnyLines_IsFoundAsSmallAsItIs() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Lines().ToArbitrary(), Gen.Choose(0, 1_000).ToArbitrary(), (lines, place) =>
        {
            var at = lines.Length == 0 ? 0 : place % lines.Length;
            string[] now = [.. lines[..at], "entirely new", .. lines[at..]];
            new LineDiff().Compare(lines, now).ShouldBe([new Hunk(at, 0, at, 1)]);
        }));

    [Fact]
    public void Compare_LargeFiles_EndsSoonAndNeverHidesALine()
    {
        var watch = Stopwatch.StartNew();
        string[] lines = [.. Enumerable.Range(0, 120_000).Select(i => $"line {i}")];
        string[] edited = [.. lines];
        edited[17] = "one";
        edited[99_999] = "two";
        new LineDiff().Compare(lines, edited).ShouldBe([new Hunk(17, 1, 17, 1), new Hunk(99_999, 1, 99_999, 1)]);

        // Nothing in common, the same in the other order, and few lines many times: each would be quadratic.
        string[] others = [.. lines.Select(line => "other " + line)];
        string[] reversed = [.. lines.Reverse()];
        string[] twos = [.. Enumerable.Range(0, 120_000).Select(i => ((i * 7919) % 13 % 2) == 0 ? "a" : "b")];
        string[] threes = [.. Enumerable.Range(0, 120_000).Select(i => ((i * 104_729) % 17 % 3) == 0 ? "a" : "b")];
        foreach (var (old, now) in new[] { (lines, others), (lines, reversed), (twos, threes) })
        {
            Apply(new LineDiff().Compare(old, now), old, now).ShouldBe(now);
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("text\n", true)]
    [InlineData("", true)]
    [InlineData("no end", true)]
    [InlineData("windows\r\n", true)]
    [InlineData("ünï\n", true)]
    [InlineData("zero\0\n", false)]
    [InlineData("old\rmac\n", false)]
    [InlineData("next\u0085line\n", false)]
    [InlineData("line\u2028separator\n", false)]
    [InlineData("paragraph\u2029separator\n", false)]
    public void Split_OnlyWhatEverybodyCountsAlike_HasLines(string text, bool hasLines) =>
        (TextLines.Split(Encoding.UTF8.GetBytes(text)) is not null).ShouldBe(hasLines);

    [Fact]
    public void Split_TooLarge_HasNoLines() => TextLines.Split(new byte[TextLines.MaxSize + 1].Select(_ => (byte)'a').ToArray()).ShouldBeNull();

    /// <summary>Turns the old lines into the new, and checks that the hunks are in order, never overlap, and are where they say.</summary>
    internal static List<string> Apply(IReadOnlyList<Hunk> hunks, string[] old, string[] now)
    {
        var result = new List<string>();
        var kept = 0;
        foreach (var hunk in hunks)
        {
            (hunk.OldCount + hunk.NewCount).ShouldBeGreaterThan(0);
            hunk.OldStart.ShouldBeGreaterThanOrEqualTo(kept);
            result.AddRange(old[kept..hunk.OldStart]);
            result.Count.ShouldBe(hunk.NewStart);
            result.AddRange(now[hunk.NewStart..(hunk.NewStart + hunk.NewCount)]);
            kept = hunk.OldStart + hunk.OldCount;
        }

        result.AddRange(old[kept..]);
        return result;
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Gen<string[]> Lines() => Gen.ArrayOf(Gen.Elements("a", "b", "c", "{", "}", "", "x", "y"));
}
