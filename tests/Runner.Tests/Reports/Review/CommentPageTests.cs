using System.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports;
using Gates.Runner.Reports.Review;
using Shouldly;
using Xunit;

namespace Runner.Tests.Reports.Review;

public sealed class CommentPageTests
{
    [Fact]
    public void RedRun_ReadsAsExpected() => Golden.Check("comment.expected.md", CommentPage.Render(Input(Samples.Red())));

    [Fact]
    public void GreenRun_IsFoldedAway() => Golden.Check("comment-green.expected.md", CommentPage.Render(Input(Samples.Green())));

    [Fact]
    public void UnverifiedAndUnseenGates_ReadAsExpected()
    {
        var run = Samples.CouldNotEvaluate() with
        {
            Notes = ["this pull request edits .github/gates.yml: its own version becomes binding once an owner has approved 9c1e5b77. Waiting for acme/platform."]
        };
        Golden.Check(
            "comment-unverified.expected.md",
            CommentPage.Render(Input(run) with { Unverified = [new UnverifiedGate("canary-slo", "it asks a Prometheus that this job must not reach.")] }));
    }

    [Fact]
    public void GreenRunWithAnUnverifiedGate_IsNeitherFoldedNorCalledPassed()
    {
        var page = CommentPage.Render(Input(Samples.Green()) with { Unverified = [new UnverifiedGate("perf-budget", "it needs the load test's results.")] });
        page.Split('\n')[1].ShouldBe("## ❓ Gates: passed, 1 gate not verified");
        page.ShouldContain("| ❓ | perf-budget | not verified | | | | |");
    }

    [Fact]
    public void EqualFindings_AreOneEntryWithTheirPlacesAndEveryCountIsWhole() =>
        Golden.Check("comment-grouped.expected.md", CommentPage.Render(Input(Samples.Grouped())));

    [Fact]
    public void ManyFindings_StayBelowTheLimitAndSayHowManyMore()
    {
        var page = CommentPage.Render(Input(Samples.Many(10_000)));
        page.Length.ShouldBeLessThan(65_536);
        page.ShouldContain("**2,308 more block**: see [all of them](https://github.com/acme/shop/actions/runs/7).");
        page.ShouldContain("### 2,333 findings block");
    }

    [Fact]
    public void WhatTheChangesOwnRulesWouldSay_IsFoldedAwayBelowWhatCounts()
    {
        var own = Samples.OwnJudge();
        var page = CommentPage.Render(Input(own with
        {
            ProposedResults = [own.Results[0] with { Mode = GateMode.Enforce, Verdict = Verdict.Failed }],
            Proposed = new Dictionary<string, Verdict>(StringComparer.Ordinal) { ["dlp-scan"] = Verdict.Failed, ["mine"] = Verdict.Passed },
        }));

        page[page.IndexOf("<details><summary>What", StringComparison.Ordinal)..page.IndexOf("\n<sub>Gates", StringComparison.Ordinal)].ShouldBe(
            """
            <details><summary>What this change's own rules would say (not binding)</summary>

            | gate | by the rules that count | by its own | would block |
            |---|---|---|--:|
            | dlp-scan | warned | failed | 1 |
            | mine | no such gate | passed | 0 |

            - **error** [<code>deploy/run.sh:7:20</code>](https://github.com/acme/shop/blob/9c1e5b77/deploy/run.sh#L7) An AWS access key (AKIA…7Q2M) is committed here. Fix: Deactivate it in IAM, then remove it from the file. <sub>dlp-scan: aws-access-key</sub>

            </details>

            """);
        CommentPage.Render(Input(Samples.Red())).ShouldNotContain("own rules would say");
    }

    [Fact]
    public void LongHostileTexts_StayBelowTheLimitAndShowAtLeastOneFindingWhole()
    {
        var text = string.Concat(Enumerable.Repeat("\u200b`|@", 30_000));
        var gate = Samples.Gate(text, text, Verdict.Failed) with
        {
            Findings = [.. Enumerable.Range(
                1,
                40).Select(number => Samples.Found(new Finding(text, Severity.Error, text, new Location(text, number), Help: number + text)))],
            Error = text,
        };
        var proposed = Enumerable.Range(0, 200).ToDictionary(number => text + number, _ => Verdict.Failed, StringComparer.Ordinal);
        var run = Samples.Run([.. Enumerable.Repeat(gate, 200)]) with
        {
            Notes = [.. Enumerable.Repeat(text, 50)],
            Proposed = proposed,
            ProposedResults = [.. proposed.Keys.Select(id => gate with { GateId = id })],
        };
        var page = CommentPage.Render(Input(run) with { Unverified = [.. Enumerable.Repeat(new UnverifiedGate(text, text), 100)] });
        Encoding.UTF8.GetByteCount(page).ShouldBeLessThanOrEqualTo(CommentPage.MaxBytes);
        page.Split("<details>").Length.ShouldBe(page.Split("</details>").Length);
        page.ShouldContain("**1.**");
        page.ShouldContain("more block**");
    }

    [Fact]
    public void BlockingFindingsOfTheChange_ComeFirst()
    {
        var page = CommentPage.Render(Input(Samples.Many(100)));
        page.IndexOf("not on a line of this change", StringComparison.Ordinal).ShouldBe(-1, "this run has no base");
        var withBase = CommentPage.Render(Input(Samples.Many(60) with { Changes = new ChangeSet("a", "b", []) }));
        var aside = withBase.IndexOf("not on a line of this change", StringComparison.Ordinal);
        aside.ShouldBeGreaterThan(withBase.IndexOf("**7.**", StringComparison.Ordinal));
    }

    [Fact]
    public void ExistingWaivedAndAuditedFindings_AreOnlyCounted()
    {
        var found = new Finding("r", Severity.Error, "the message", new Location("a", 1));
        var run = Samples.Run(
        [
            Samples.Gate("a", "A", Verdict.Warned) with { Findings = [Samples.Found(found, FindingState.Existing), Samples.Found(found, FindingState.Waived)] },
            Samples.Gate("b", "B", Verdict.Passed) with { Mode = GateMode.Audit, Findings = [Samples.Found(found)] },
        ]);
        var page = CommentPage.Render(Input(run));
        page.ShouldNotContain("the message");
        page.ShouldContain("| ⚠️ | a | warned | 0 | 0 | 1 | 1 |");
    }

    [Fact]
    public void Marker_IsReadBackFromTheFirstLineOnly()
    {
        var page = CommentPage.Render(Input(Samples.Red()));
        CommentMarker.In(page).ShouldBe(new CommentMarker("9c1e5b7700aa41d2b3c4d5e6f708192a3b4c5d6e", Samples.Start));
        CommentMarker.In("quoted:\n" + page).ShouldBeNull();
        CommentMarker.In(CommentPage.Render(Input(Samples.Green()))).ShouldBe(new CommentMarker(null, Samples.Start));
    }

    [Theory]
    [InlineData("<!-- gates:comment v1 head=abc started=2026-02-30T00:00:00Z -->")]
    [InlineData("<!-- gates:comment v1 head=--> started=2026-02-20T00:00:00Z -->")]
    [InlineData("<!-- gates:comment v2 head=abc started=2026-02-20T00:00:00Z -->")]
    public void MarkerThatIsNotOurs_IsNone(string line) => CommentMarker.In(line).ShouldBeNull();

    [Fact]
    public void HeadThatIsNoCommit_StaysOutOfTheMarker() =>
        CommentMarker.From(Samples.Run([Samples.Gate("a", "A", Verdict.Passed)]) with { Changes = new ChangeSet("--> <b>", null, []) }).HeadSha.ShouldBeNull();

    internal static ReviewInput Input(RunReport report) => new()
    {
        Report = report,
        Links = new SourceLinks("https://github.com/acme/shop/blob/9c1e5b77/"),
        Details = "https://github.com/acme/shop/actions/runs/7",
    };
}
