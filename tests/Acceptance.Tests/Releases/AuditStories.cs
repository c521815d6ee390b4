using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Releases;

/// <summary>A quarter's releases, sampled and looked at again by the real program.</summary>
public sealed class AuditStories(ReleaseLine line) : IClassFixture<ReleaseLine>
{
    private static readonly string Report = $".gates/audit/release-audit-{ReleaseLine.Quarter}";

    [Fact]
    public void Quarter_IsSampledVerifiedJudgedAgainSignedAndLogged()
    {
        using var copy = line.Copy();
        var audited = Audit(copy, "--packs", line.Packs, "--key", line.Key("evidence"), "--log-key", line.Key("log"));
        var report = JsonElement.Parse(copy.Read(Report + ".json"));
        var sampled = report.GetProperty("audited").EnumerateArray().ShouldHaveSingleItem();
        var isPacked = sampled.GetProperty("tag").GetString() is "v9.0.0" or "v10.0.0";
        audited.ExitCode.ShouldBe(isPacked ? 0 : 3, audited.ToString());
        audited.Output.ShouldContain(isPacked ? "judged again: 1 of 1 results the same" : "there is no pack of it");
        Population(report).ShouldBe(["v10.0.0", "v10.1.0-rc.1", "v11.0.0", "v12.0.0", "v9.0.0"]);
        report.GetProperty("againstDecision")[0].GetString().ShouldBe("v11.0.0");
        report.GetProperty("preliminary").GetBoolean().ShouldBeTrue();
        audited.Output.ShouldContain("The quarter is not over");

        // The log holds the report, and the report's files are those that were signed.
        copy.Git("fetch", "-q", "origin", $"{ReleaseBed.Branch}:{ReleaseBed.Branch}");
        var branch = copy.Gates("verify", ReleaseBed.Branch);
        branch.ExitCode.ShouldBe(0, branch.ToString());
        branch.Output.ShouldContain($"release audit of {ReleaseLine.Quarter}, 5 releases");
        copy.Gates("verify", ".gates/audit").ExitCode.ShouldBe(0);
        File.AppendAllText(Path.Combine(copy.Clone, Report + ".md"), "All was well.\n");
        copy.Gates("verify", ".gates/audit").Output.ShouldContain($"changed: release-audit-{ReleaseLine.Quarter}.md: its SHA-256 is ");
    }

    /// <summary>With nothing of ours: the seed is of the checkpoint's text, the ranks are of seed and tag.</summary>
    [Fact]
    public void Sample_IsDrawnByWhatTheReportSays()
    {
        using var copy = line.Copy();
        Audit(copy);
        var report = JsonElement.Parse(copy.Read(Report + ".json"));
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes(report.GetProperty("seed").GetProperty("checkpoint").GetString()!));
        report.GetProperty("seed").GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(seed));
        var ranked = Population(report).OrderBy(
            tag => Convert.ToHexStringLower(SHA256.HashData([.. seed, .. Encoding.UTF8.GetBytes(tag)])), StringComparer.Ordinal);
        report.GetProperty("population").EnumerateArray().Select(one => one.GetProperty("tag").GetString()).ShouldBe(ranked);
        report.GetProperty("population")[0].GetProperty("sampled").GetBoolean().ShouldBeTrue();
        report.GetProperty("population").EnumerateArray().Count(one => one.GetProperty("sampled").GetBoolean()).ShouldBe(1);
        report.GetProperty("notes")[0].GetString().ShouldNotBeNull();
        copy.Read(Report + ".md").ShouldContain("No witness cosigned the log after the quarter, so the seed is the checkpoint alone");
    }

    [Fact]
    public void Release_WithoutEvidence_Fails()
    {
        using var copy = line.Copy();
        copy.Release("v13.0.0");
        var audited = Audit(copy);
        audited.ExitCode.ShouldBe(1, audited.ToString());
        audited.Output.ShouldContain($"FAILS     v13.0.0: released from commit {copy.Git("rev-parse", "HEAD")}, and no decision about it is logged");
        JsonElement.Parse(copy.Read(Report + ".json")).GetProperty("withoutEvidence")[0].GetString().ShouldBe("v13.0.0");
        audited.Output.ShouldContain("Unsigned: it shows only what its maker says");
    }

    [Fact]
    public void Tag_Deleted_IsNamedByTheLog()
    {
        using var copy = line.Copy();
        copy.Git("tag", "-d", "v9.0.0");
        var audited = Audit(copy);
        audited.ExitCode.ShouldBe(1, audited.ToString());
        audited.Output.ShouldContain("FAILS     v9.0.0: entry ");
        audited.Output.ShouldContain("and this clone has no such tag: it was deleted, or never fetched");
    }

    [Fact]
    public void Log_TakenAway_FailsAndEveryReleaseIsLookedAt()
    {
        using var copy = line.Copy();
        copy.Tamper(branch => Directory.Delete(Path.Combine(branch, "log"), recursive: true));
        var audited = Audit(copy);
        audited.ExitCode.ShouldBe(1, audited.ToString());
        audited.Output.ShouldContain($"FAILS     {ReleaseBed.Branch}: missing: log/");
        audited.Output.ShouldContain("5 releases, 5 in the sample");
        audited.Output.ShouldContain("there is no seed, so every release was looked at");
    }

    [Fact]
    public void Evidence_Changed_IsNamed()
    {
        using var copy = line.Copy();
        copy.Tamper(branch => File.AppendAllText(Directory.GetFiles(Path.Combine(branch, "audit"), "*-dlp-scan-*", SearchOption.AllDirectories)[0], " "));
        var audited = Audit(copy);
        audited.ExitCode.ShouldBe(1, audited.ToString());
        audited.Output.ShouldContain("evidence-edited: audit/");
    }

    /// <summary>A pack of another release under this one's name, with true signatures.</summary>
    [Fact]
    public void Pack_OfAnotherRelease_Fails()
    {
        using var copy = line.Copy();
        using var packs = new TempFolder();
        foreach (var tag in (string[])["v9.0.0", "v10.0.0", "v10.1.0-rc.1", "v11.0.0", "v12.0.0"])
        {
            File.Copy(
                Path.Combine(line.Packs, $"evidence-pack-{(tag == "v9.0.0" ? "v10.0.0" : "v9.0.0")}.zip"),
                Path.Combine(packs.Path, $"evidence-pack-{tag}.zip"));
        }

        var audited = Audit(copy, "--packs", packs.Path);
        audited.ExitCode.ShouldBe(1, audited.ToString());
        audited.Output.ShouldContain(": pack: evidence-pack-");
        audited.Output.ShouldContain(": is about the commit ");
    }

    [Theory]
    [InlineData("2026Q5", 2, "--quarter \"2026Q5\": not a quarter; it is written as a year, Q and 1 to 4, such as 2026Q4")]
    [InlineData("Q4 2026", 2, "not a quarter")]
    [InlineData("2026-Q4", 2, "not a quarter")]
    [InlineData("9000Q1", 2, "has not begun")]
    [InlineData("2001Q1", 0, "0 releases, 0 in the sample")]
    public void Quarter_ThatIsNoneOrHasNothing_IsSaid(string quarter, int exitCode, string said)
    {
        using var copy = line.Copy();
        var audited = copy.Gates("audit", "--quarter", quarter, "--remote", ".");
        audited.ExitCode.ShouldBe(exitCode, audited.ToString());
        (audited.Output + audited.Error).ShouldContain(said);
        File.Exists(Path.Combine(copy.Clone, $".gates/audit/release-audit-{quarter}.md")).ShouldBe(exitCode == 0);
    }

    [Fact]
    public void WrongKey_IsRefused()
    {
        using var copy = line.Copy();
        var refused = Audit(copy, "--key", line.Key("release"), "--no-log");
        refused.ExitCode.ShouldBe(2, refused.ToString());
        refused.Error.ShouldContain("the evidence key cannot be used: the key ");
    }

    private static GatesOutput Audit(ReleaseCopy copy, params string[] options) => copy.Gates(["audit", "--quarter", ReleaseLine.Quarter, .. options]);

    private static IEnumerable<string> Population(JsonElement report) =>
        report.GetProperty("population").EnumerateArray().Select(one => one.GetProperty("tag").GetString()!).Order(StringComparer.Ordinal);
}
