using Gates.BuiltIn.DlpScan.Values;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

public sealed class ChecksumsTests
{
    private const string Card = "4111111111111111";
    private const string Account = "DE89370400440532013000";

    [Fact]
    public void Published_examples_hold()
    {
        Checksums.Luhn(Card).ShouldBeTrue();
        Checksums.Iban(Account).ShouldBeTrue();
        Checksums.Iban("GB82WEST12345698765432").ShouldBeTrue();
        Checksums.Cpf("529982" + "24725").ShouldBeTrue();
        Checksums.Mod1110("86095742719").ShouldBeTrue();
        Checksums.Weighted("9434765919", [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 11).ShouldBeTrue();
        Checksums.Verhoeff("2363").ShouldBeTrue();
        Checksums.Verhoeff("758722").ShouldBeTrue();
        Checksums.TokenCrc(Scanning.Token).ShouldBeTrue();
    }

    [Fact]
    public void Every_change_of_one_digit_is_noticed()
    {
        for (var i = 0; i < Card.Length; i++)
        {
            Checksums.Luhn(Changed(Card, i)).ShouldBeFalse();
        }

        for (var i = 2; i < Account.Length; i++)
        {
            Checksums.Iban(Changed(Account, i)).ShouldBeFalse();
        }

        for (var i = 4; i < Scanning.Token.Length; i++)
        {
            Checksums.TokenCrc(Changed(Scanning.Token, i)).ShouldBeFalse();
        }
    }

    private static string Changed(string digits, int place) =>
        digits[..place] + (char)(digits[place] is '9' or 'z' ? digits[place] - 1 : digits[place] + 1) + digits[(place + 1)..];
}
