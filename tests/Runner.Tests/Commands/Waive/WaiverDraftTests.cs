using Gates.Formats.Foundation;
using Gates.Pipeline.Waivers;
using Gates.Runner.Commands.Waive;
using Runner.Tests.Pipeline.Waivers;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands.Waive;

public sealed class WaiverDraftTests : IDisposable
{
    private static readonly string[] Gates = ["dlp-scan", "hermetic-build"];

    private readonly TempFolder folder = new();

    public WaiverDraftTests() => folder.Write("results.json", $$"""
        { "gates": [{ "id": "dlp-scan", "findings": [
          { "rule": "token", "fingerprint": "v2:{{new string('a', 15)}}1" }, { "rule": "token", "fingerprint": "v2:{{new string('a', 15)}}2" },
          { "rule": "email", "fingerprint": "v2:1234", "location": { "path": "a.md" } },
          { "rule": "email", "fingerprint": "v2:5678", "location": { "path": "a.md" } }, { "rule": "email", "fingerprint": "v2:5678", "location": { "path": "b.md" } },
          { "rule": "iban", "fingerprint": "v1:{{new string('b', 64)}}", "location": null } ] }] }
        """);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("bbbbbb")]
    [InlineData("v1:bbbbbbbb")]
    public void Of_PrefixOfOneFinding_TakesGateRuleAndTheWholeFingerprint(string prefix)
    {
        var waiver = Of(Request() with { Fingerprints = [prefix] });

        (waiver.Gate, waiver.Rule, waiver.Fingerprint).ShouldBe(("dlp-scan", "iban", "v1:" + new string('b', 64)));
        (waiver.Added, waiver.Expires).ShouldBe((Sample.Today, new DateOnly(2027, 1, 31)));
    }

    [Theory]
    [InlineData("aaaaaaaa", "means 2 findings; give more digits: v2:aaaaaaaaaaaa (token), v2:aaaaaaaaaaaa (token)")]
    [InlineData("aaaaaaaaaaaa", "means 2 findings; give more digits: v2:aaaaaaaaaaaaaaa1 (token), v2:aaaaaaaaaaaaaaa2 (token)")]
    [InlineData("cccccc", "is no finding of ")]
    [InlineData("bbbc", "; near: v1:bbbbbbbb (iban)")]
    [InlineData("1235", "; near: v2:1234 (email in a.md)")]
    [InlineData("bb", "is too short to mean one finding; give at least 4 digits of its fingerprint; near: v1:bbbbbbbb (iban)")]
    public void Of_PrefixOfNoneOrSeveral_IsRefused(string prefix, string expected) =>
        Should.Throw<UsageException>(() => Of(Request() with { Fingerprints = [prefix] })).Message.ShouldContain(expected);

    [Theory]
    [InlineData("v2:1234", null, "a.md")]
    [InlineData("1234", null, "a.md")]
    [InlineData("v2:5678", "b.md", "b.md")]
    public void Of_ShortFingerprint_TakesItsFileToo(string fingerprint, string? path, string expected)
    {
        var waiver = Of(Request() with { Fingerprints = [fingerprint], Path = path });

        (waiver.Gate, waiver.Rule, waiver.Path, waiver.Fingerprint).ShouldBe(("dlp-scan", "email", expected, "v2:" + fingerprint[^4..]));
    }

    [Theory]
    [InlineData("…", "@acme/docs", "--reason \"…\" is a placeholder; say why the findings are accepted")]
    [InlineData("...", "@acme/docs", "--reason \"...\" is a placeholder; say why the findings are accepted")]
    [InlineData("Revoked", "@you", "--owner \"@you\" is a placeholder; name who answers for it, such as @acme/docs")]
    public void Of_WhatACommandInAReportHasInItsPlace_IsRefused(string reason, string owner, string expected) =>
        Should.Throw<UsageException>(() => Of(Request() with { Fingerprints = ["bbbbbb"], Reason = reason, Owner = owner })).Message
            .ShouldBe(expected + "\nfor example: gates waive bbbbbb --reason \"Example of the guide, revoked\" --owner @acme/docs --expires 2027-01-21");

    [Fact]
    public void Of_NothingButAFingerprint_NamesEverythingThatIsMissing() =>
        Should.Throw<UsageException>(() => Of(new WaiveRequest { Fingerprints = ["bbbbbb"], Results = new FileInfo("none") })).Message.ShouldBe("""
            --reason is missing; say why the findings are accepted
            --owner is missing; name who answers for it, such as @acme/docs
            --expires is missing; every waiver ends; write a day, such as 2027-01-21
            for example: gates waive bbbbbb --reason "Example of the guide, revoked" --owner @acme/docs --expires 2027-01-21
            """);

    [Theory]
    [InlineData("soon", "--expires \"soon\" is not a date; write year-month-day, such as 2027-01-21")]
    [InlineData("2026-11-21", "--expires 2026-11-21 is past; today is 2026-11-22 (UTC)")]
    [InlineData("2030-01-01", "--expires 2030-01-01 is too far: a waiver lasts 365 days at most (`max-days` in .github/gates-waivers.yml sets another limit), so the last possible day is 2027-11-22")]
    public void Of_ADayThatCannotBe_IsNamedAtItsFlag(string day, string expected) =>
        Should.Throw<UsageException>(() => Of(Request() with { Fingerprints = ["bbbbbb"], Expires = day })).Message.ShouldStartWith(expected + "\n");

    [Fact]
    public void Of_ADayBeyondTheFilesOwnLimit_NamesTheFile() =>
        Should.Throw<UsageException>(() => new WaiverDraft(Gates, Known, Sample.Today)
                .Of(Request() with { Gate = "dlp-scan", Path = "docs/**", Expires = "2027-11-01" }, Sample.Read(Sample.Text), null)).Message
            .ShouldStartWith("--expires 2027-11-01 is too far: `max-days` of .github/gates-waivers.yml is 180, so the last possible day is 2027-05-21\n");

    [Fact]
    public void Of_SeveralFingerprints_GiveAnEntryEach()
    {
        var waivers = All(Request() with { Fingerprints = ["bbbbbb", "1234", "v1:bbbb"] });

        waivers.Select(waiver => (waiver.Rule, waiver.Fingerprint)).ShouldBe([("iban", "v1:" + new string('b', 64)), ("email", "v2:1234")]);
    }

    [Theory]
    [InlineData("dlp-scan", "aws-acces-key-id", "--rule \"aws-acces-key-id\" is not a rule of dlp-scan; did you mean \"aws-access-key-id\"?")]
    [InlineData("dlp-scan", "x", "--rule \"x\" is not a rule of dlp-scan; valid: aws-access-key-id, email, iban, token")]
    [InlineData("hermetic-build", "unpined-action", "--rule \"unpined-action\" is not a rule of hermetic-build; did you mean \"unpinned-action\"?")]
    public void Of_UnknownRule_Suggests(string gate, string rule, string expected) =>
        Should.Throw<UsageException>(() => Of(Request() with { Gate = gate, Path = "docs/**", Rule = rule })).Message.ShouldBe(expected);

    [Fact]
    public void Of_RuleThatOnlyARunWouldTell_IsTaken() =>
        Of(Request() with { Gate = "hermetic-build", Path = "docs/**", Rule = "quite-another" }).Rule.ShouldBe("quite-another");

    [Fact]
    public void Of_ShortFingerprintOfTwoFiles_AsksWhich() =>
        Should.Throw<UsageException>(() =>
            Of(Request() with { Fingerprints = ["v2:5678"] })).Message.ShouldBe("\"v2:5678\" means 2 findings; say which with --path: a.md, b.md");

    [Fact]
    public void Of_NoResults_SaysWhatWritesThem() =>
        Should.Throw<UsageException>(() => Of(Request() with { Fingerprints = ["bbbbbb"], Results = new FileInfo(Path.Combine(folder.Path, "none.json")) }))
            .Message.ShouldEndWith("there is no such file; `gates run` writes it, or name another with --results, or give the whole fingerprint and --gate");

    [Fact]
    public void Of_WholeFingerprintAndItsGate_NeedsNoResults()
    {
        var waiver = Of(Request() with { Fingerprints = [Sample.Fingerprint], Gate = "dlp-scan", Results = new FileInfo(Path.Combine(folder.Path, "none.json")) });

        (waiver.Gate, waiver.Rule, waiver.Fingerprint).ShouldBe(("dlp-scan", null, Sample.Fingerprint));
    }

    [Fact]
    public void Of_UnknownGate_Suggests() =>
        Should.Throw<UsageException>(() => Of(Request() with { Gate = "dlp-scna", Path = "docs/**" })).Message
            .ShouldBe("--gate \"dlp-scna\" is not a gate of the configuration; did you mean \"dlp-scan\"? valid: dlp-scan, hermetic-build");

    [Fact]
    public void Of_WithoutWhatAWaiverNeeds_SaysWhich()
    {
        Should.Throw<UsageException>(() => Of(Request() with { Gate = "dlp-scan" })).Message.ShouldContain("or --gate with --path");
        Should.Throw<UsageException>(() =>
            Of(Request() with { Fingerprints = ["bbbbbb"], Gate = "hermetic-build" })).Message.ShouldContain("is a finding of dlp-scan, rule iban");
    }

    private static Waiver Of(WaiveRequest request) => All(request).ShouldHaveSingleItem();

    private static IReadOnlyList<Waiver> All(WaiveRequest request) => new WaiverDraft(Gates, Known, Sample.Today).Of(request, null, LastResults.Find(request.Results));

    private static KnownRules Known(string gate) => gate == "dlp-scan"
        ? new KnownRules(new SortedSet<string>(StringComparer.Ordinal) { "aws-access-key-id", "email", "iban", "token" }, AreAll: true)
        : new KnownRules(new SortedSet<string>(StringComparer.Ordinal) { "unpinned-action" }, AreAll: false);

    private WaiveRequest Request() =>
        new() { Reason = "r", Owner = "o", Expires = "2027-01-31", Results = new FileInfo(Path.Combine(folder.Path, "results.json")) };
}
