using Gates.BuiltIn.DlpScan;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Pipeline;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.Assignments;

public sealed class PasswordCaseTests
{
    [Theory]
    [InlineData("kT9$mySec|ret!x7Qp")]
    [InlineData("Con|test!9xKq27Zw")]
    [InlineData("aB3(x9)Kq7!mZ2")]
    [InlineData("Win|ter2024")]
    [InlineData("x7#Default$K2m9")]
    [InlineData("Yourk9$Lm2!")]
    [InlineData("p\u00e4ssw\u00f6rd-Q7x2")]
    public void A_password_counts_whatever_word_is_in_it(string value) =>
        Scanning.Rules($"password = \"{value.Replace("|", "", StringComparison.Ordinal)}\"", "a.py").ShouldBe(["generic-secret"]);

    [Fact]
    public void A_key_in_another_sense_is_none_and_the_secret_beside_it_is_found()
    {
        var text = SampleText.Make("public_key = \"{alnum:32}\"\nsecret_key = \"{alnum:32}\"", "keys");

        Scanning.Scan(text, "a.py").Hits.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    [Fact]
    public void A_secret_of_Kubernetes_is_read_through_its_base64()
    {
        var real = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(SampleText.Make("{alnum:12}!", "k8s")));

        Scanning.Scan($"kind: Secret\ndata:\n  admin.conf: {real}\n  other: Y2hhbmdlbWU=\n", "k8s/a.yaml").Hits.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Fact]
    public void A_document_that_does_not_parse_is_still_read_by_its_lines()
    {
        var text = SampleText.Make("a: [1, 2\n  b: }\npasswords:\n  root: x\npassword: {alnum:14}\n", "broken");

        Scanning.Scan(text, "a.yaml").Hits.ShouldHaveSingleItem().Line.ShouldBe(5);
    }

    [Fact]
    public void A_document_too_large_to_parse_is_read_by_its_lines()
    {
        var text = string.Concat(Enumerable.Repeat("name: some ordinary text\n---\n", 20_000)) + SampleText.Make("password: {alnum:14}\n", "large");

        Scanning.Scan(text, "a.yaml").Hits.ShouldHaveSingleItem().Line.ShouldBe(40_001);
    }

    [Theory]
    [InlineData("password = \"{alnum:14}\"")]
    [InlineData("dsn = \"Server=db;User Id=sa;Password={alnum:14};\"")]
    [InlineData("kind: Secret\nstringData:\n  admin.conf: {alnum:14}\n")]
    public void What_assigns_a_password_is_masked_as_well(string template)
    {
        var value = SampleText.Make("{alnum:14}", "mask");
        var text = template.Replace("{alnum:14}", value, StringComparison.Ordinal);

        new SecretFinder(RuleReader.Shipped, TimeProvider.System, CancellationToken.None).Find("a.yaml", text).ShouldBe([value]);
    }

    [Theory]
    [MemberData(nameof(PasswordRecallTests.Forms), MemberType = typeof(PasswordRecallTests))]
    public async Task No_evidence_holds_a_password(string family, string path, string text)
    {
        var value = SampleText.Make("{alnum:12}!{alnum:6}", path + text);

        var facts = await Scanning.Inspect((path, text.Replace("§", value, StringComparison.Ordinal)));

        facts.GetRawText().ShouldNotContain(value, customMessage: family);
        facts.GetRawText().ShouldNotContain(value[..8], customMessage: family);
    }
}
