using Gates.BuiltIn.DlpScan.Values;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

public sealed class PaymentCardTests
{
    [Theory]
    [InlineData("4000 4999", "13 16 19")]
    [InlineData("2221 2720 5100 5599", "16")]
    [InlineData("3400 3499 3700 3799", "15")]
    [InlineData("3528 3589 6011 6200 6299 6440 6599 2200 2204 8100 8201", "16 17 18 19")]
    [InlineData("5085 5089 6069 6085 9792 5041 5067 5090 6363", "16")]
    [InlineData("3000 3059 3600 3699 3800 3999", "14 16")]
    [InlineData("5018 5020 5038 5893 6304 6759 6761 6763", "13 14 15 16 17 18 19")]
    [InlineData("1000 2199 2205 2220 2721 2999 3060 3399 3500 3527 3590 3599 5000 5017 5021 5037 5039 5099 5600 5892 5894", "")]
    [InlineData("6010 6012 6068 6086 6199 6303 6305 6439 6600 6758 6760 6764 7000 8099 8202 9791 9793 9999 0400", "")]
    public void PaymentCard_OfARange_HasTheLengthsOfItsNetwork(string heads, string lengths)
    {
        foreach (var head in heads.Split(' '))
        {
            string.Join(' ', Enumerable.Range(12, 9).Where(length => IsCard(Number(head, length)))).ShouldBe(lengths, head);
        }
    }

    private static bool IsCard(string number) => ValueChecks.Named("payment-card")(new Candidate(number, number, 0, "a.txt")) == Validity.Plausible;

    /// <summary>Digits with a valid check digit, put together here so that no card stands in a file.</summary>
    private static string Number(string head, int length)
    {
        var body = (head + "827391645082739")[..(length - 1)];
        return Enumerable.Range(0, 10).Select(digit => FormattableString.Invariant($"{body}{digit}")).Single(Checksums.Luhn);
    }
}
