using System.Text.Json;
using Gates.BuiltIn;
using Gates.Pipeline;
using Gates.Runner.Commands.Record;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands.Record;

public sealed class EvidenceMaskTests
{
    private static readonly string Token = string.Concat("gh", "p_", "q7Rt2ZxV9bLm4KwN8cYs", "1HdPf6JgUe3A0oTi");
    private static readonly string Card = string.Concat("4532", "0151", "1283", "0366");
    private static readonly string Mail = string.Concat("jane.miller", "@", "northwind-mail.com");

    [Fact]
    public void A_secret_keeps_its_shape_and_nothing_else()
    {
        var masked = Mask(JsonSerializer.Serialize(new { text = $"TOKEN={Token}\nrest", lines = 2 }));

        masked.Json.GetProperty("text").GetString().ShouldBe($"TOKEN={EvidenceMask.Shape(Token)}\nrest");
        masked.Json.GetProperty("lines").GetRawText().ShouldBe("2");
        (masked.Values, masked.Places).ShouldBe((1, 1));
    }

    [Fact]
    public void A_value_that_is_known_from_one_place_is_masked_in_every_place()
    {
        var masked = Mask($$"""{ "a": "token {{Token}}", "b": ["x{{Token}}y"], "{{Token}}": 1 }""");

        masked.Json.GetRawText().ShouldNotContain(Token);
        (masked.Values, masked.Places).ShouldBe((1, 3));
    }

    [Fact]
    public void Personal_data_is_masked_and_a_number_stays_a_number()
    {
        var masked = Mask($$"""{ "owner": "Mail {{Mail}}", "card": {{Card}}, "credit card": "{{Card}}" }""").Json;

        masked.GetRawText().ShouldNotContain("miller");
        masked.GetRawText().ShouldNotContain(Card);
        masked.GetProperty("card").ValueKind.ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public void The_key_of_a_document_s_entry_says_what_its_value_is()
    {
        var password = string.Concat("zK8#", "vQ2m", "Lw9x", "Rt4p");
        var masked = Mask($$"""{ "entries": [{ "key": "db_password", "node": { "$node": "scalar", "line": 1, "column": 1, "value": "{{password}}" } }] }""");

        masked.Json.GetRawText().ShouldNotContain(password);
        masked.Json.GetProperty("entries")[0].GetProperty("key").GetString().ShouldBe("db_password");
    }

    [Fact]
    public void What_is_masked_is_found_no_more()
    {
        var secrets = GateCatalog.Secrets(TimeProvider.System, TestContext.Current.CancellationToken);

        foreach (var value in (string[])[Token, Mail, Card])
        {
            secrets.Find("a.txt", $"credit card: {value}").ShouldNotBeEmpty();
            secrets.Find("a.txt", $"credit card: {EvidenceMask.Shape(value)}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Names_that_look_the_same_once_masked_stay_apart()
    {
        var other = Mail.Replace("jane", "anne", StringComparison.Ordinal);

        Mask($$"""{ "{{Mail}}": 1, "{{other}}": 2 }""").Json.EnumerateObject().Select(property => property.Value.GetInt32()).ShouldBe([1, 2]);
    }

    private static Masked Mask(string json)
    {
        var element = JsonElement.Parse(json);
        var mask = new EvidenceMask(GateCatalog.Secrets(TimeProvider.System, TestContext.Current.CancellationToken));
        mask.Learn(element);
        return mask.Apply(element);
    }
}
