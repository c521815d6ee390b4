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
        var waiver = Of(Request() with { Fingerprint = prefix });

        (waiver.Gate, waiver.Rule, waiver.Fingerprint).ShouldBe(("dlp-scan", "iban", "v1:" + new string('b', 64)));
        (waiver.Added, waiver.Expires).ShouldBe((Sample.Today, new DateOnly(2027, 1, 31)));
    }

    [Theory]
    [InlineData("aaaaaaaa", "means 2 findings; give more digits: v2:aaaaaaaaaaaaaaa1, v2:aaaaaaaaaaaaaaa2")]
    [InlineData("cccccc", "is no finding of ")]
    [InlineData("bb", "is too short to mean one finding; give at least 6 digits of its fingerprint")]
    public void Of_PrefixOfNoneOrSeveral_IsRefused(string prefix, string expected) =>
        Should.Throw<UsageException>(() => Of(Request() with { Fingerprint = prefix })).Message.ShouldContain(expected);

    [Theory]
    [InlineData("v2:1234", null, "a.md")]
    [InlineData("1234", null, "a.md")]
    [InlineData("v2:5678", "b.md", "b.md")]
    public void Of_ShortFingerprint_TakesItsFileToo(string fingerprint, string? path, string expected)
    {
        var waiver = Of(Request() with { Fingerprint = fingerprint, Path = path });

        (waiver.Gate, waiver.Rule, waiver.Path, waiver.Fingerprint).ShouldBe(("dlp-scan", "email", expected, "v2:" + fingerprint[^4..]));
    }

    [Theory]
    [InlineData("…", "@acme/docs", "--reason \"…\" is a placeholder; say why the findings are accepted")]
    [InlineData("...", "@acme/docs", "--reason \"...\" is a placeholder; say why the findings are accepted")]
    [InlineData("Revoked", "@you", "--owner \"@you\" is a placeholder; name who answers for it, such as @acme/docs")]
    public void Of_WhatACommandInAReportHasInItsPlace_IsRefused(string reason, string owner, string expected) =>
        Should.Throw<UsageException>(() => Of(Request() with { Fingerprint = "bbbbbb", Reason = reason, Owner = owner })).Message.ShouldBe(expected);

    [Fact]
    public void Of_ShortFingerprintOfTwoFiles_AsksWhich() =>
        Should.Throw<UsageException>(() =>
            Of(Request() with { Fingerprint = "v2:5678" })).Message.ShouldBe("\"v2:5678\" means 2 findings; say which with --path: a.md, b.md");

    [Fact]
    public void Of_NoResults_SaysWhatWritesThem() =>
        Should.Throw<UsageException>(() => Of(Request() with { Fingerprint = "bbbbbb", Results = new FileInfo(Path.Combine(folder.Path, "none.json")) }))
            .Message.ShouldEndWith("there is no such file; `gates run` writes it, or name another with --results, or give the whole fingerprint and --gate");

    [Fact]
    public void Of_WholeFingerprintAndItsGate_NeedsNoResults()
    {
        var waiver = Of(Request() with { Fingerprint = Sample.Fingerprint, Gate = "dlp-scan", Results = new FileInfo(Path.Combine(folder.Path, "none.json")) });

        (waiver.Gate, waiver.Rule, waiver.Fingerprint).ShouldBe(("dlp-scan", null, Sample.Fingerprint));
    }

    [Fact]
    public void Of_UnknownGate_Suggests() =>
        Should.Throw<UsageException>(() => Of(Request() with { Gate = "dlp-scna", Path = "docs/**" })).Message
            .ShouldBe("--gate \"dlp-scna\" is not a gate of the configuration; did you mean \"dlp-scan\"? valid: dlp-scan, hermetic-build");

    [Fact]
    public void Of_WithoutWhatAWaiverNeeds_SaysWhich()
    {
        Should.Throw<UsageException>(() => Of(Request() with { Reason = null })).Message.ShouldBe("--reason is missing; say why the findings are accepted");
        Should.Throw<UsageException>(() => Of(Request() with { Expires = null })).Message.ShouldContain("--expires is missing");
        Should.Throw<UsageException>(() =>
            Of(Request() with { Expires = "soon" })).Message.ShouldBe("--expires \"soon\" is not a date; write year-month-day, such as 2027-01-31");
        Should.Throw<UsageException>(() => Of(Request() with { Gate = "dlp-scan" })).Message.ShouldContain("or --gate with --path");
        Should.Throw<UsageException>(() =>
            Of(Request() with { Fingerprint = "bbbbbb", Gate = "hermetic-build" })).Message.ShouldContain("is a finding of dlp-scan, rule iban");
    }

    private static Waiver Of(WaiveRequest request) => WaiverDraft.Of(request, Gates, Sample.Today);

    private WaiveRequest Request() =>
        new() { Reason = "r", Owner = "o", Expires = "2027-01-31", Results = new FileInfo(Path.Combine(folder.Path, "results.json")) };
}
