using Gates.Formats.Foundation;
using Gates.Pipeline.Waivers;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.Waivers;

public sealed class WaiverReaderTests
{
    [Fact]
    public void Read_EveryKey_IsThere()
    {
        var file = Sample.Read(Sample.Text);

        file.MaxDays.ShouldBe(180);
        var waiver = file.Waivers.ShouldHaveSingleItem();
        (waiver.Gate, waiver.Rule, waiver.Path, waiver.Fingerprint).ShouldBe(("dlp-scan", "github-personal-token", "docs/**", null));
        (
            waiver.Reason,
            waiver.Owner,
            waiver.Ticket).ShouldBe(("Example tokens in the guide, revoked on 2026-10-01", "@acme/docs", "https://acme.example/SEC-12"));
        (waiver.Added, waiver.Expires, waiver.Line).ShouldBe((new DateOnly(2026, 11, 22), new DateOnly(2027, 1, 31), 4));
    }

    [Theory]
    [InlineData("version: 1\nwaivers:\n")]
    [InlineData("version: 1\nwaivers: []\n")]
    public void Read_NoWaivers_IsValid(string text)
    {
        Sample.Read(text).Waivers.ShouldBeEmpty();
        Sample.Read(text).MaxDays.ShouldBe(365);
    }

    [Theory]
    [InlineData("    owner: \"@acme/docs\"\n", "", "4:5: key `waivers[0].owner`: is missing; name who answers for it, such as \"@acme/docs\"")]
    [InlineData("\"@acme/docs\"", "\"@you\"", "8:12: key `waivers[0].owner`: \"@you\" is a placeholder; write what it stands for")]
    [InlineData("    expires: 2027-01-31\n", "", "4:5: key `waivers[0].expires`: is missing; every waiver ends; write a day, such as 2027-01-31")]
    [InlineData(
        "    path: docs/**\n",
        "",
        "4:5: key `waivers[0]`: covers every finding of the gate, which would make it mute; name a `path` or a `fingerprint`")]
    [InlineData("docs/**", "\"**\"", "6:11: key `waivers[0].path`: \"**\" covers every file; name a folder or a kind of file, such as \"docs/**\"")]
    [InlineData("docs/**", "../**", "6:11: key `waivers[0].path`: \"../**\" leaves its folder with ..; paths stay inside the repository")]
    [InlineData(
        "    rule:",
        "    fingerprint: v1:12\n    rule:",
        "5:18: key `waivers[0].fingerprint`: \"v1:12\" is not a fingerprint; it is v2: and 16 hexadecimal digits, or 4 for personal data (v2m: and 16, v1: and 64 in older reports), as results.json has it; `gates waive` fills it in from a part of it")]
    [InlineData(
        "2027-01-31",
        "2027-09-01",
        "10:14: key `waivers[0].expires`: is more than 180 days (`max-days`) after `added`; the last possible day is 2027-05-21")]
    [InlineData("2027-01-31", "2026-11-21", "10:14: key `waivers[0].expires`: is before `added`")]
    [InlineData("2027-01-31", "next year", "10:14: key `waivers[0].expires`: \"next year\" is not a date; write year-month-day, such as 2027-01-15")]
    [InlineData(
        "added: 2026-11-22",
        "added: 2026-12-24",
        "11:12: key `waivers[0].added`: is a day to come; write the day of the decision, from which `max-days` counts")]
    [InlineData("owner:", "ower:", "8:5: key `waivers[0].ower`: is not known; did you mean \"owner\"?")]
    [InlineData("gate: dlp-scan", "gate: DLP", "4:11: key `waivers[0].gate`: \"DLP\" is not a gate's name")]
    [InlineData("gate: dlp-scan", "gate: waivers", "4:11: key `waivers[0].gate`: waivers cannot be waived")]
    [InlineData("max-days: 180", "max-days: 9999", "2:11: key `max-days`: 9999 is too large; the largest is 3650")]
    [InlineData("max-days: 180", "max-day: 180", "2:1: key `max-day`: is not known; did you mean \"max-days\"?")]
    [InlineData("reason: Example tokens in the guide, revoked on 2026-10-01", "reason: \" \"", "7:13: key `waivers[0].reason`: is empty")]
    [InlineData("version: 1\n", "", "1:1: key `version`: is missing; write `version: 1`")]
    public void Read_Mistake_NamesPlaceKeyAndRemedy(string old, string now, string expected)
    {
        Sample.Text.ShouldContain(old);

        Should.Throw<UsageException>(() => Sample.Read(Sample.Text.Replace(
            old,
            now,
            StringComparison.Ordinal))).Message.ShouldContain($"{Sample.Path}:{expected}");
    }

    [Fact]
    public void Read_PathAndFingerprint_IsRefused() =>
        Should.Throw<UsageException>(() => Sample.Read(Sample.Text.Replace(
            "    path:",
            $"    fingerprint: {Sample.Fingerprint}\n    path:",
            StringComparison.Ordinal)))
            .Message.ShouldContain("a fingerprint is one finding wherever it stands; remove it, or `path`");

    [Theory]
    [InlineData(
        "",
        "5:18: key `waivers[0].fingerprint`: is of 16 bits, because its value could be guessed, and means one finding only together with its `rule` and the `path` of its file")]
    [InlineData(
        "    path: docs/a.md\n",
        "5:18: key `waivers[0].fingerprint`: is of 16 bits, because its value could be guessed, and means one finding only together with its `rule`")]
    public void Read_ShortFingerprintWithoutRuleAndPath_IsRefused(string path, string expected) =>
        Should.Throw<UsageException>(() => Sample.Read(Sample.Text.Replace(
            "    rule: github-personal-token\n    path: docs/**\n",
            $"    fingerprint: v2:12ab\n{path}",
            StringComparison.Ordinal)))
            .Message.ShouldContain(expected);

    [Fact]
    public void A_finding_that_stands_for_many_is_of_files_that_nobody_named_so_no_path_covers_it()
    {
        var waiver = new Waiver { Gate = "dlp-scan", Path = "docs/**", Reason = "r", Owner = "@a", Added = default, Expires = default };

        waiver.Covers("dlp-scan", Sample.Finding("docs/a.md"), []).ShouldBeTrue();
        waiver.Covers("dlp-scan", Sample.Finding("docs/a.md") with { Count = 2 }, []).ShouldBeFalse();
    }

    [Fact]
    public void Covers_ShortFingerprint_OnlyItsOwnFileAndRule()
    {
        var waiver = Sample.Read(Sample.Text.Replace("docs/**", "docs/a.md\n    fingerprint: v2:12ab", StringComparison.Ordinal)).Waivers[0];

        waiver.Covers("dlp-scan", Sample.Finding("docs/a.md"), ["v2:12ab"]).ShouldBeTrue();
        waiver.Covers("dlp-scan", Sample.Finding("docs/a.md"), ["v2:12ac"]).ShouldBeFalse();
        waiver.Covers("dlp-scan", Sample.Finding("docs/b.md"), ["v2:12ab"]).ShouldBeFalse();
        waiver.Covers("dlp-scan", Sample.Finding("docs/a.md", "other"), ["v2:12ab"]).ShouldBeFalse();
    }

    [Fact]
    public void Find_NoFileAtTheDefaultPath_IsNone() => WaiverFile.Find(new MemoryTree(), WaiverFile.DefaultPath, Sample.Today).ShouldBeNull();

    [Fact]
    public void Find_NoFileAtANamedPath_IsRefused() =>
        Should.Throw<UsageException>(() => WaiverFile.Find(new MemoryTree(), "waivers.yml", Sample.Today)).Message
            .ShouldBe("key `waivers`: \"waivers.yml\" is not a file of the repository; `gates waive` makes it with its first entry");

    [Theory]
    [InlineData("docs/guide.md", "github-personal-token", true)]
    [InlineData("docs/a/b.md", "github-personal-token", true)]
    [InlineData("src/a.md", "github-personal-token", false)]
    [InlineData("docs/guide.md", "aws-key", false)]
    public void Covers_PathAndRule_BothMustMatch(string path, string rule, bool expected)
    {
        var waiver = Sample.Read(Sample.Text).Waivers[0];

        waiver.Covers("dlp-scan", Sample.Finding(path, rule), [Sample.Fingerprint]).ShouldBe(expected);
        waiver.Covers("other", Sample.Finding(path, rule), [Sample.Fingerprint]).ShouldBeFalse();
    }

    [Fact]
    public void IsExpired_LastDay_StillHolds()
    {
        var waiver = Sample.Read(Sample.Text).Waivers[0];

        waiver.IsExpired(new DateOnly(2027, 1, 31)).ShouldBeFalse();
        waiver.IsExpired(new DateOnly(2027, 2, 1)).ShouldBeTrue();
    }
}
