using System.Text;
using Gates.Doors.GitHub.CheckRuns;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports.Review;
using Shouldly;
using Xunit;

namespace Runner.Tests.Reports.Review;

public sealed class CheckPageTests
{
    [Fact]
    public void RedRun_ReadsAsExpected()
    {
        var output = CheckPage.Render(CommentPageTests.Input(Samples.Red()), 50);
        var annotations = output.Annotations.Select(note => FormattableString.Invariant(
            $"{note.Path}:{note.StartLine}-{note.EndLine} columns {note.StartColumn?.ToString() ?? "none"}-{note.EndColumn?.ToString() ?? "none"} {note.AnnotationLevel.ToString().ToLowerInvariant()}: {note.Title}\n{note.Message}\n"));
        Golden.Check(
            "check.expected.md",
            $"title: {output.Title}\n\n--- summary\n{output.Summary}\n--- text\n{output.Text}\n--- annotations\n{string.Join('\n', annotations)}");
    }

    [Fact]
    public void GreenRun_HasNoTextAndNoAnnotation()
    {
        var output = CheckPage.Render(CommentPageTests.Input(Samples.Green()), 50);
        output.Title.ShouldBe("dlp-scan and base-image-allowlist passed; hermetic-build skipped");
        output.Text.ShouldBeNull();
        output.Annotations.ShouldBeEmpty();
    }

    [Fact]
    public void ManyFindings_KeepEveryLimitAndSayWhatHasNoAnnotation()
    {
        var output = CheckPage.Render(CommentPageTests.Input(Samples.Many(10_000)), 50);
        output.Annotations.Count.ShouldBe(50);
        output.Annotations.ShouldAllBe(note => note.AnnotationLevel == AnnotationLevel.Failure);
        output.Summary.ShouldContain("**6,950 findings have no annotation**");
        Encoding.UTF8.GetByteCount(output.Text!).ShouldBeLessThanOrEqualTo(CheckPage.MaxBytes);
        output.Text!.ShouldContain("more findings**: see [all of them]");
    }

    [Fact]
    public void HugeTexts_KeepEveryLimit()
    {
        var text = string.Concat(Enumerable.Repeat("\u200b漢`\n", 40_000));
        var gate = Samples.Gate(
            text,
            text,
            Verdict.Failed) with
        { Findings = [Samples.Found(new Finding(text, Severity.Error, text, new Location("a", 1), Help: text))], Error = text };
        var output = CheckPage.Render(CommentPageTests.Input(Samples.Run([.. Enumerable.Repeat(gate, 99)])), 50);
        output.Title.Length.ShouldBeLessThan(256);
        Encoding.UTF8.GetByteCount(output.Summary).ShouldBeLessThanOrEqualTo(CheckPage.MaxBytes);
        Encoding.UTF8.GetByteCount(output.Text!).ShouldBeLessThanOrEqualTo(CheckPage.MaxBytes);
        output.Annotations.ShouldAllBe(note => note.Title!.Length < 256 && Encoding.UTF8.GetByteCount(note.Message) < 65_536);
    }

    [Fact]
    public void FindingsWithoutAPlaceOrWithOneOutside_HaveNoAnnotation()
    {
        Annotations(new Finding("r", Severity.Error, "m")).ShouldBeEmpty();
        Annotations(new Finding("r", Severity.Error, "m", new Location("../x", 1))).ShouldBeEmpty();
        Annotations(new Finding("r", Severity.Error, "m", new Location("/etc/passwd", 1))).ShouldBeEmpty();
    }

    [Fact]
    public void ColumnsStandOnlyWhereOneLineIsMeant()
    {
        var one = Annotations(new Finding("r", Severity.Error, "m", new Location("a", 3, Column: 4))).Single();
        (one.StartLine, one.EndLine, one.StartColumn, one.EndColumn).ShouldBe((3, 3, 4, 4));
        var many = Annotations(new Finding("r", Severity.Error, "m", new Location("a", 3, EndLine: 5, Column: 4, EndColumn: 1))).Single();
        (many.StartLine, many.EndLine, many.StartColumn, many.EndColumn).ShouldBe((3, 5, null, null));
    }

    [Theory]
    [InlineData(1, 27, 5, 9, 5, 9)]
    [InlineData(6, 7, 5, 9, 6, 7)]
    [InlineData(8, 30, 5, 9, 8, 9)]
    [InlineData(20, 22, 5, 9, 20, 22)]
    public void LinesAreThePartThatTheChangeTouched(int line, int end, int first, int last, int expectedStart, int expectedEnd)
    {
        var changes = new ChangeSet("a", "b", [new ChangedFile("new/name.txt", "old/name.txt", false, [new LineRange(first, last)])]);
        var note = Annotations(new Finding("r", Severity.Error, "m", new Location("new/name.txt", line, end)), changes).Single();
        (note.Path, note.StartLine, note.EndLine).ShouldBe(("new/name.txt", expectedStart, expectedEnd));
    }

    [Fact]
    public void FindingAboutAWholeFile_StandsOnItsFirstChangedLine()
    {
        var changes = new ChangeSet("a", "b", [new ChangedFile("a", "a", false, [new LineRange(12, 14)])]);
        Annotations(new Finding("r", Severity.Error, "m", new Location("a")), changes).Single().StartLine.ShouldBe(12);
        Annotations(new Finding("r", Severity.Error, "m", new Location("b")), changes).Single().StartLine.ShouldBe(1);
    }

    [Fact]
    public void LineEndsOfAnyKind_BecomeLines() =>
        Annotations(new Finding("r", Severity.Warning, "one\r\ntwo\rthree", new Location("a", 1))).Single().Message.ShouldBe("one\ntwo\nthree");

    private static IReadOnlyList<CheckAnnotation> Annotations(Finding finding, ChangeSet? changes = null) =>
        CheckPage.Render(
            CommentPageTests.Input(Samples.Run([Samples.Gate(
                "g",
                "G",
                Verdict.Failed) with { Findings = [Samples.Found(finding)] }]) with
            { Changes = changes ?? ChangeSet.None }), 50).Annotations;
}
