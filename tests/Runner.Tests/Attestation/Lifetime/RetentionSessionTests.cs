using Gates.Attestation.Lifetime;
using Gates.Attestation.Verification;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Lifetime;

public sealed class RetentionSessionTests : IDisposable
{
    private readonly LifetimeBed bed = new();

    [Fact]
    public async Task Year_WhoseTimeIsOver_IsDroppedWholeAndProven()
    {
        await PublishAsync(2022, 2023, 2026);
        await new RetentionSession(bed.Tools).ShowAsync(bed.Retention(), CancellationToken.None);
        bed.Output.ToString().ShouldContain(
            "gates-evidence/2022: 3 entries, kept until 2025-12-31, may go\n"
            + "  gates-evidence/2023 keeps its last checkpoint; to drop it: gates retention drop 2022\n");
        (await DropAsync(2022)).ShouldBe(ExitCode.Holds);

        bed.Git("for-each-ref", "--format=%(refname)", "refs/heads").ShouldBe("refs/heads/gates-evidence/2023\nrefs/heads/gates-evidence/2026");
        bed.Git("ls-tree", "-r", "--name-only", DisclosureRef.Name).ShouldBe("2023.json\n2026.json");
        var report = await bed.VerifyAsync(2023);
        report.Problems.ShouldBeEmpty();
        report.Notes.ShouldContain("gates-evidence/2022 is not in this clone; its last checkpoint, of 3 entries, is kept here. "
            + "It had to be kept until 2025-12-31, and may have been dropped since");
        var newest = await bed.VerifyAsync(2026);
        newest.Problems.ShouldBeEmpty();
        newest.Notes.ShouldContain(note => note.StartsWith("dropped: gates-evidence/2022, 3 entries, at 2026-", StringComparison.Ordinal));
        (await DropAsync(2022)).ShouldBe(ExitCode.Holds);
        bed.Output.ToString().ShouldEndWith("gates-evidence/2022 is gone already.\n");
    }

    [Theory]
    [InlineData(2023, "it must be kept until 2026-12-31")]
    [InlineData(2026, "it is this year's, kept until 2029-12-31")]
    public async Task Year_WhoseTimeIsNotOver_Stays(int year, string reason)
    {
        await PublishAsync(2022, 2023, 2026);
        (await DropAsync(year)).ShouldBe(ExitCode.Fails);
        bed.Output.ToString().ShouldContain($"gates-evidence/{year} stays:\n  {reason}\n");
        bed.Git("rev-parse", "--verify", $"gates-evidence/{year}").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Year_ThatGrewAfterTheNextBegan_Stays()
    {
        await PublishAsync(2022, 2023);
        bed.SetYear(2026);
        await bed.PublishAsync(2022, "late");
        (await DropAsync(2022)).ShouldBe(ExitCode.Fails);
        bed.Output.ToString().ShouldContain("gates-evidence/2023 keeps a checkpoint of 3 entries, and the log has 6: what came later would be lost unseen");
    }

    [Fact]
    public async Task Year_UnderALegalHold_StaysUntilItsRelease()
    {
        await PublishAsync(2022, 2023, 2026);
        var holds = new HoldSession(bed.Tools);
        await holds.PlaceAsync(bed.Retention(), [2022], CancellationToken.None);
        var id = bed.Output.ToString().Split("legal hold ")[1][..12];
        (await DropAsync(2022)).ShouldBe(ExitCode.Fails);
        bed.Output.ToString().ShouldContain($"gates-evidence/2022 stays:\n  the legal hold {id} of 2026-06-01T");
        bed.Reachable().ShouldNotContain("case 17");

        await Should.ThrowAsync<UsageException>(() => holds.ReleaseAsync(bed.Retention(), "123456", CancellationToken.None));
        await holds.ReleaseAsync(bed.Retention(), id, CancellationToken.None);
        (await DropAsync(2022)).ShouldBe(ExitCode.Holds);
        (await bed.VerifyAsync(2026)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Year_DroppedEarlierThanTheRuleOfItsReader_IsIncomplete()
    {
        await PublishAsync(2024, 2025, 2026);
        await new RetentionSession(bed.Tools).DropAsync(bed.Retention() with { Rule = new RetentionRule(1) }, 2024, CancellationToken.None);
        var problem = (await bed.VerifyAsync(2026)).Problems.ShouldHaveSingleItem();
        problem.Fault.ShouldBe(VerificationFault.Incomplete);
        problem.Message.ShouldEndWith("under a rule of 1 year; it had to be kept until 2027-12-31");
    }

    [Fact]
    public async Task Year_WhoseTombstonesExcuseAnOlderOne_Stays()
    {
        bed.SetYear(2021);
        var file = await bed.PublishAsync();
        await PublishAsync(2022);
        await bed.EraseAsync(bed.Erase(null, file));
        await PublishAsync(2023, 2026);
        (await DropAsync(2022)).ShouldBe(ExitCode.Fails);
        bed.Output.ToString().ShouldContain("its tombstones say why files of gates-evidence/2021 are missing, which is still there");
        (await DropAsync(2021)).ShouldBe(ExitCode.Holds);
        (await DropAsync(2022)).ShouldBe(ExitCode.Holds);
    }

    [Fact]
    public async Task Year_ThatNeverWas_IsWrongUsage() =>
        (await Should.ThrowAsync<UsageException>(() => DropAsync(2001))).Message.ShouldStartWith("gates-evidence/2001: there is no such branch");

    public void Dispose() => bed.Dispose();

    private Task<ExitCode> DropAsync(int year) => new RetentionSession(bed.Tools).DropAsync(bed.Retention(), year, CancellationToken.None);

    private async Task PublishAsync(params int[] years)
    {
        foreach (var year in years)
        {
            bed.SetYear(year);
            await bed.PublishAsync(salt: $"{year}");
        }
    }
}
