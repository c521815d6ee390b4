using Gates.BuiltIn.DlpScan.Values;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

public sealed class MadeUpTests
{
    // Real layouts: reserved zeros in the middle, slashes of an AWS session, a run that chance makes.
    [Theory]
    [InlineData("AjFtiageEwS3wHL0KvAXLhMcPPKlJoAMcZVHS5puksUGAdAwIUHwJQQJ99BAACAAAAAAAAAAAAAS" + "AZDO5u6k", "AZDO")]
    [InlineData("IQoJb3JpZ2luX2VjEJP//////////wEaCXVzLWVhc3QtMSJHMEUCIQDkq7ZtYwVxN2Rs", "IQoJ")]
    [InlineData("xo" + "xb-123456789012-1234567890123-q7Rt2ZxV9bLm4KwN8cYsHdPf", "xoxb-")]
    [InlineData("dop" + "_v1_00000000f4c1d93ab27e5086f4c1d93ab27e5086b1a7c3d9e5f20486ab12cd34", "dop_v1_")]
    public void A_token_with_reserved_zeros_is_real(string value, string prefix) => MadeUp.Is(value, RuleCategories.ProviderSecret, prefix).ShouldBeFalse();

    [Theory]
    [InlineData("AK" + "IAIOSFODNN7EXAMPLE", "AKIA")]
    [InlineData("AK" + "IA1234567890ABCDEF", "AKIA")]
    [InlineData("gh" + "p_abcdefghijklmnopqrstuvwxyz0123456789", "ghp_")]
    [InlineData("gh" + "p_1234xxxxxxxxxxxxxxxxxxxxxxxxxxxx5678", "ghp_")]
    [InlineData("xo" + "xb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx", "xoxb-")]
    [InlineData("hooks.sl" + "ack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX", "hooks.slack.com/services/")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxJQQJ99BAACAAAAAAAAAAAAAS" + "AZDOxxxx", "AZDO")]
    public void A_token_of_rows_and_words_is_made_up(string value, string prefix) => MadeUp.Is(value, RuleCategories.ProviderSecret, prefix).ShouldBeTrue();

    [Theory]
    [InlineData("kT9$mySecret!x7Qp", false)]
    [InlineData("Contest!9xKq27Zw", false)]
    [InlineData("Winter2024!secretly8Zq", false)]
    [InlineData("password", true)]
    [InlineData("test-password-123!", true)]
    [InlineData("MyTestPassword1!", true)]
    [InlineData("changeme-please-1", true)]
    [InlineData("0123456789abcdef", true)]
    [InlineData("<your-password>", true)]
    public void A_word_makes_a_password_up_only_when_little_else_is_left(string value, bool expected) =>
        MadeUp.Is(value, RuleCategories.GenericSecret).ShouldBe(expected);

    [Fact]
    public void A_token_whose_checksum_holds_is_real_whatever_it_holds() => Scanning.Scan(Scanning.Token).Hits.ShouldHaveSingleItem().Verified.ShouldBeTrue();

    [Fact]
    public async Task What_is_left_alone_is_listed_by_place_and_never_by_value()
    {
        var facts = await Scanning.Inspect(("a.env", "\nAWS=AK" + "IAIOSFODNN7EXAMPLE\n"), ("b.bin", "\0\0\0\0AK" + "IAIOSFODNN7EXAMPLE\0"));

        facts.GetProperty("placeholders").GetInt32().ShouldBe(2);
        facts.GetProperty("placeholdersAt").GetRawText().ShouldBe(
            """[{"rule":"aws-access-key-id","path":"a.env","line":2,"column":5},{"rule":"aws-access-key-id","path":"b.bin","line":1,"column":1,"offset":4}]""");
        facts.GetRawText().ShouldNotContain("EXAMPLE");
    }

    [Fact]
    public void An_Azure_DevOps_token_in_its_real_layout_is_found() =>
        Scanning.Rules(
            "AZURE_DEVOPS_EXT_PAT=AjFtiageEwS3wHL0KvAXLhMcPPKlJoAMcZVHS5puksUGAdAwIUHwJQQJ99BAACAAAAAAAAAAAAAS" + "AZDO5u6k",
            "a.env").ShouldBe(["azure-devops-token"]);
}
