using Gates.BuiltIn.DlpScan.RuleSets;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.RuleSets;

public sealed class CustomPatternReaderTests
{
    [Theory]
    [InlineData("acme_[0-9a-f]{10}", "acme_", 15)]
    [InlineData("(?:sk|pk)_live_[a-z]+", "sk_live_,pk_live_", null)]
    [InlineData("[Aa][Cc]me-key", "acme-key", 8)]
    [InlineData("(?i)[a-z.-]{0,50}(?:adobe)[a-z]{0,20}=[a-f0-9]{32}", "adobe", 108)]
    [InlineData(@"tok\.en\x41\u0042{2}", "tok.enabb", 9)]
    [InlineData("(?<name>abc|abd)?xyz", "xyz", 6)]
    [InlineData("[0-9]{8}", "", 8)]
    [InlineData("ab|[0-9]+", "", null)]
    [InlineData(@"\babc\b$", "abc", 3)]
    [InlineData("[]a-]bcd{2,}", "]bc,abc,-bc", null)]
    [InlineData("[a-z]*-key-[0-9]+", "-key-", null)]
    [InlineData("x{,3}yz", "x{,3}yz", 7)]
    public void Texts_that_stand_in_every_match_are_found(string pattern, string literals, int? length)
    {
        var facts = CustomPatternReader.Read(pattern);

        string.Join(',', facts.Literals).ShouldBe(literals, pattern);
        facts.MaxLength.ShouldBe(length);
    }

    [Theory]
    [InlineData("abc(?=x)", "looks around")]
    [InlineData("(?<!x)abc", "looks around")]
    [InlineData("(a)bc\\1", "refers back to a group")]
    [InlineData("(?>abc)", "has an atomic group")]
    [InlineData("(?P<x>abc)", "write `(?<name>…)`")]
    [InlineData("(?<a-b>abc)", "balancing group")]
    [InlineData("[a-z-[aeiou]]", "write the characters out")]
    [InlineData("(?x)abc", "has the option 'x'")]
    [InlineData("abc)(?<secret>x", "has a ) without its (")]
    [InlineData("(abc", "has a ( without its )")]
    [InlineData("[abc", "has a [ without its ]")]
    [InlineData("abc\\", "ends in a single \\")]
    [InlineData("(?:(?:[a-z]{100}){100}){100}", "is too large")]
    [InlineData("\\Gabc", "leave it out")]
    public void What_cannot_be_matched_in_linear_time_is_refused_with_what_to_write(string pattern, string expected) =>
        Should.Throw<FormatException>(() => CustomPatternReader.Read(pattern)).Message.ShouldContain(expected);

    [Fact]
    public void Depth_and_length_are_bounded()
    {
        Should.Throw<FormatException>(() => CustomPatternReader.Read(new string('(', 400) + "a" + new string(')', 400)))
            .Message.ShouldContain("groups inside each other");
        Should.Throw<FormatException>(() => CustomPatternReader.Read(new string('a', 1_001)))
            .Message.ShouldBe("has 1001 characters; at most 1000 are possible");
    }
}
