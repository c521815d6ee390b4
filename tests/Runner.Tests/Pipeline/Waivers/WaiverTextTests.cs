using Gates.Formats.Foundation;
using Gates.Pipeline.Waivers;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Waivers;

public sealed class WaiverTextTests
{
    private static readonly Waiver New = new()
    {
        Gate = "dlp-scan",
        Rule = "email",
        Path = "docs/**",
        Reason = "Say \"hello\": # not a comment",
        Owner = "@acme/docs",
        Added = Sample.Today,
        Expires = new DateOnly(2027, 1, 31),
    };

    [Fact]
    public void Append_NoFile_MakesOne() => WaiverText.Append(null, Sample.Path, New, Sample.Today).ShouldBe("""
        # yaml-language-server: $schema=https://raw.githubusercontent.com/gates-ci/gates/main/docs/schemas/waivers.schema.json
        # Findings that are accepted for a while. Each has a reason, an owner and a last day.
        version: 1
        waivers:
          - gate: dlp-scan
            rule: email
            path: "docs/**"
            reason: "Say \"hello\": # not a comment"
            owner: "@acme/docs"
            expires: 2027-01-31
            added: 2026-11-22

        """);

    [Fact]
    public void Append_KeysAndCommentsAround_StayAsTheyAre()
    {
        const string Before =
            "# ours\nversion: 1 # one\nwaivers:   # all\n    # the first\n    - gate: a\n      path: b/**\n      reason: >\n        long\n        text\n      owner: me\n      expires: 2026-12-01\n      added: 2026-11-01\n\n# the limit\nmax-days: 90\n";
        const string Entry =
            "    - gate: dlp-scan\n      rule: email\n      path: \"docs/**\"\n      reason: \"Say \\\"hello\\\": # not a comment\"\n      owner: \"@acme/docs\"\n      expires: 2027-01-31\n      added: 2026-11-22\n";

        WaiverText.Append(
            Before,
            Sample.Path,
            New,
            Sample.Today).ShouldBe(Before.Replace("      added: 2026-11-01\n", "      added: 2026-11-01\n" + Entry, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("version: 1\nwaivers: []\n", "version: 1\nwaivers:\n  - gate: dlp-scan\n")]
    [InlineData("version: 1\nwaivers: [ ] # none\n", "version: 1\nwaivers: # none\n  - gate: dlp-scan\n")]
    [InlineData("waivers:\nversion: 1\n", "waivers:\n  - gate: dlp-scan\n")]
    [InlineData("version: 1\r\nwaivers:\r\n", "version: 1\r\nwaivers:\r\n  - gate: dlp-scan\r\n")]
    public void Append_EmptyList_BeginsIt(string before, string expected) =>
        WaiverText.Append(before, Sample.Path, New, Sample.Today).ShouldStartWith(expected);

    [Fact]
    public void Append_ListOnOneLine_IsRefused() =>
        Should.Throw<UsageException>(() => WaiverText.Append(
                "version: 1\nwaivers: [{ gate: a, path: b, reason: r, owner: o, added: 2026-11-01, expires: 2026-12-01 }]\n", Sample.Path, New, Sample.Today))
            .Message.ShouldContain(Sample.Path);

    [Fact]
    public void Append_WhatTheReaderRefuses_IsRefused()
    {
        Should.Throw<UsageException>(() => WaiverText.Append(
            Sample.Text,
            Sample.Path,
            New with { Expires = new DateOnly(2028, 1, 1) },
            Sample.Today)).Message.ShouldContain("`max-days`");
        Should.Throw<UsageException>(() => WaiverText.Append(
            "version: 2\nwaivers: []\n",
            Sample.Path,
            New,
            Sample.Today)).Message.ShouldContain("is not a version");
    }

    [Theory]
    [InlineData("a\nb: c")]
    [InlineData("- x")]
    [InlineData("true")]
    [InlineData("*alias &anchor !tag")]
    [InlineData("ends with a colon:")]
    [InlineData("\u202e \u0007 \\ \" ' é 🙂")]
    public void Append_AnyReason_IsReadBackAsItWas(string reason)
    {
        var text = WaiverText.Append(Sample.Text, Sample.Path, New with { Reason = reason }, Sample.Today);

        Sample.Read(text).Waivers[1].Reason.ShouldBe(reason);
    }

    [Fact]
    public void Put_WhatAnEntryCoversAlready_RenewsThatEntryAndNothingElse()
    {
        var before = Sample.Text.Replace("owner: \"@acme/docs\"", "owner: \"@acme/docs\"  # asked in May", StringComparison.Ordinal) + "\n# the end\n";
        var again = New with { Rule = "github-personal-token", Reason = "Still revoked", Owner = "@acme/web", Expires = new DateOnly(2027, 3, 1) };

        var (text, renewed) = WaiverText.Put(before, Sample.Path, [again], Sample.Today);

        text.ShouldBe(before.Replace("Example tokens in the guide, revoked on 2026-10-01", "Still revoked", StringComparison.Ordinal)
            .Replace("\"@acme/docs\"", "\"@acme/web\"", StringComparison.Ordinal)
            .Replace("expires: 2027-01-31", "expires: 2027-03-01", StringComparison.Ordinal));
        renewed.ShouldBe([again]);
    }

    [Fact]
    public void Put_TheSameFingerprint_IsOneEntryWhateverRuleItNames()
    {
        var first = New with { Path = null, Fingerprint = Sample.Fingerprint };
        var (text, _) = WaiverText.Put(null, Sample.Path, [first], Sample.Today);

        var (again, renewed) = WaiverText.Put(text, Sample.Path, [first with { Rule = null, Ticket = "SEC-1" }], Sample.Today);

        var waiver = Sample.Read(again).Waivers.ShouldHaveSingleItem();
        (waiver.Rule, waiver.Ticket, renewed.Count).ShouldBe(("email", "SEC-1", 1));
    }

    [Fact]
    public void Put_ReasonOverSeveralLines_IsReplacedWhole()
    {
        const string Before = "version: 1\nwaivers:\n  - gate: dlp-scan\n    rule: email\n    path: docs/**\n    reason: >\n      long\n      text\n    owner: them\n    added: 2026-11-01\n    expires: 2026-12-01\n";

        var (text, _) = WaiverText.Put(Before, Sample.Path, [New with { Reason = "short" }], Sample.Today);

        text.ShouldBe("version: 1\nwaivers:\n  - gate: dlp-scan\n    rule: email\n    path: docs/**\n    reason: short\n    owner: \"@acme/docs\"\n    added: 2026-11-22\n    expires: 2027-01-31\n");
    }

    [Fact]
    public void Put_EntryOnOneLine_IsRefused() =>
        Should.Throw<UsageException>(() => WaiverText.Put(
                "version: 1\nwaivers:\n  - { gate: dlp-scan, rule: email, path: docs/**, reason: r, owner: o, added: 2026-11-01, expires: 2026-12-01 }\n",
                Sample.Path,
                [New],
                Sample.Today))
            .Message.ShouldContain(Sample.Path);
}
