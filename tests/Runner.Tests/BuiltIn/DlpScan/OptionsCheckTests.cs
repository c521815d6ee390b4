using Gates.BuiltIn.DlpScan;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

public sealed class OptionsCheckTests
{
    private static readonly DlpAllow Fine = new() { Path = "docs/**" };

    public static TheoryData<string, string> Wrong => new()
    {
        { "nothing", "`allow[1]` accepts too much: give it a `path` or an `identity`. To switch a whole rule off, use `rules`." },
        { "everything", "`allow[1].path` '**' covers files whatever their name, so the gate would be mute; name a folder or a kind of file, such as docs/**." },
        {
            "rule",
            "`allow[1].rule` names 'privat-key', which is neither a rule nor a category. Did you mean 'private-key'? "
                + "`gates dlp rules` lists all rules; the categories are private-key, provider-secret, generic-secret, personal-data."
        },
        { "length", "`allow[1].identity` is 'abc'. Copy it from the finding: 16 lower-case hexadecimal digits, or 4 for personal data." },
        { "case", "`allow[1].identity` is 'ABCD'. Copy it from the finding: 16 lower-case hexadecimal digits, or 4 for personal data." },
    };

    private static readonly Dictionary<string, DlpAllow> Entries = new(StringComparer.Ordinal)
    {
        ["nothing"] = new() { Rule = "private-key" },
        ["everything"] = new() { Path = "**" },
        ["rule"] = new() { Path = "**", Rule = "privat-key" },
        ["length"] = new() { Identity = "abc" },
        ["case"] = new() { Identity = "ABCD" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_AnAllowanceThatIsWrong_SaysWhatWouldBeRight(string key, string message) =>
        Should.Throw<UsageException>(() => Check(new DlpScanOptions { Allow = [Fine, Entries[key]] })).Message.ShouldBe("dlp-scan: " + message);

    [Fact]
    public void Check_WhatCanBeMeant_IsAccepted() => Should.NotThrow(() => Check(new DlpScanOptions
    {
        Rules = new Dictionary<string, string>(StringComparer.Ordinal) { ["private-key"] = "off", ["personal-data"] = "note" },
        Allow =
        [
            Fine,
            new() { Path = "**", Rule = "personal-data" },
            new() { Path = "**", Identity = "01ef" },
            new() { Identity = "0123456789abcdef" },
        ],
    }));

    private static void Check(DlpScanOptions options)
    {
        OptionsCheck.Check(options);
        OptionsCheck.CheckNames(options, RuleReader.Shipped.Rules);
    }
}
