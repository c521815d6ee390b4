using System.Text;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Reports;

public sealed class SummaryPageTests
{
    [Fact]
    public void RedRun_ReadsAsExpected() =>
        Golden.Check("summary.expected.md", SummaryPage.Render(Samples.Red(), "https://github.com/acme/shop/blob/9c1e5b77/"));

    [Fact]
    public void RunThatCouldNotBeEvaluated_ReadsAsExpected() =>
        Golden.Check("summary-could-not-evaluate.expected.md", SummaryPage.Render(Samples.CouldNotEvaluate()));

    [Fact]
    public void EqualFindings_AreOneEntryWithTheirPlacesAndEveryCountIsWhole() =>
        Golden.Check("summary-grouped.expected.md", SummaryPage.Render(Samples.Grouped(), "https://github.com/acme/shop/blob/9c1e5b77/"));

    [Fact]
    public void Rollout_ReadsAsExpected() => Golden.Check("summary-rollout.expected.md", SummaryPage.Render(Samples.Rollout()));

    [Fact]
    public void ManyFindings_AreCutAtWholeEntriesAndCounted()
    {
        var page = SummaryPage.Render(Samples.Many(10_000));
        page.ShouldContain("more findings**: see results.json");
        Encoding.UTF8.GetByteCount(page).ShouldBeLessThan(SummaryPage.MaxBytes);
    }

    [Theory]
    [InlineData(1, 1_000_000)]
    [InlineData(60, 1_000_000)]
    [InlineData(300, 1_000_000)]
    [InlineData(60, 8192)]
    public void Page_NeverOutgrowsItsRoom(int gates, int room)
    {
        var findings = Enumerable.Range(0, 400).Select(number => Samples.Found(
            new Finding(
                new string('<', 300),
                (Severity)(number % 3),
                new string('|', 9_000),
                new Location(new string('*', 700), number + 1),
                Help: new string('@', 9_000)),
            (FindingState)(number % 3))).ToList();
        var results = Enumerable.Range(0, gates)
            .Select(number => Samples.Gate(
                $"gate-{number}" + new string('_', 400),
                new string('`', 400),
                Verdict.Failed) with
            { Findings = findings, Error = new string('$', 9_000) })
            .ToList();
        var run = Samples.Run(results) with { Notes = [.. Enumerable.Repeat(new string('#', 9_000), 50)] };
        var page = SummaryPage.Render(run, "https://github.com/acme/shop/blob/main/", room);
        Encoding.UTF8.GetByteCount(page).ShouldBeLessThanOrEqualTo(room);
        page.Split("<details>").Length.ShouldBe(page.Split("</details>").Length);
        page.ShouldContain("more ");
    }

    [Fact]
    public void NoisyGate_LeavesRoomForTheNextOne()
    {
        var noisy = Samples.Gate("noisy", "Noisy", Verdict.Failed) with
        {
            Findings = [.. Enumerable.Range(
                0,
                100).Select(number => Samples.Found(new Finding("r", Severity.Error, new string('x', 2_000), new Location("a", number + 1))))],
        };
        var quiet = Samples.Gate("quiet", "Quiet", Verdict.Failed) with { Findings = [Samples.Found(new Finding("r", Severity.Error, "the quiet one"))] };
        SummaryPage.Render(Samples.Run([noisy, quiet]), room: 50_000).ShouldContain("the quiet one");
    }

    [Fact]
    public void APageOfAPolicy_IsFolded_AndNamedWhereItIsTooLong()
    {
        var gate = Samples.Gate("images", "Images", Verdict.Passed) with { Pages = [new PolicyPage("drift", "# Drift\n\n| state |\n|---|\n| <b> |")] };
        SummaryPage.Render(Samples.Run([gate])).ShouldContain(
            "### images: passed\n\nImages\n\n<details><summary>drift</summary>\n\n#### Drift\n\n| state |\n|---|\n| &#60;b&#62; |\n\n</details>\n");
        SummaryPage.Render(Samples.Run([gate with { Pages = [new PolicyPage("drift", new string('x', 90_000))] }]), room: 50_000)
            .ShouldContain("<details><summary>drift</summary>\n\nToo long for this page: see <code>documents/images/drift.md</code>.\n\n</details>\n");
    }

    [Fact]
    public async Task StepSummary_IsAppendedAndStaysBelowTheLimitOfThePlatform()
    {
        using var folder = new TempFolder();
        var file = Path.Join(folder.Path, "summary");
        await File.WriteAllTextAsync(file, new string('x', 1_000_000));
        await new StepSummaryReporter(file, null).ReportAsync(Samples.Many(10_000), CancellationToken.None);
        var length = new FileInfo(file).Length;
        length.ShouldBeGreaterThan(1_000_000);
        length.ShouldBeLessThanOrEqualTo(1 << 20);
    }
}
