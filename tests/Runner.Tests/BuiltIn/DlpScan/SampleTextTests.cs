using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

public sealed class SampleTextTests
{
    [Fact]
    public void The_same_seed_makes_the_same_value_and_another_makes_another()
    {
        SampleText.Make("t={alnum:40}", "a").ShouldBe(SampleText.Make("t={alnum:40}", "a"));
        SampleText.Make("t={alnum:40}", "a").ShouldNotBe(SampleText.Make("t={alnum:40}", "b"));
    }

    [Fact]
    public void Two_holes_of_one_text_hold_different_values() => SampleText.Make("{hex:32} {hex:32}", "a").Split(' ').Distinct().Count().ShouldBe(2);

    [Theory]
    [InlineData("k={hex:32};", "^k=[0-9a-f]{32};$")]
    [InlineData("{uuid}", "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
    [InlineData("{\"key\": \"{base32:16}\"}", "^\\{\"key\": \"[A-Z2-7]{16}\"\\}$")]
    [InlineData("${NAME} {{x}} {0}", "^\\$\\{NAME\\} \\{\\{x\\}\\} \\{0\\}$")]
    public void Only_holes_are_filled(string template, string expected) => SampleText.Make(template, "seed").ShouldMatch(expected);

    [Fact]
    public void A_checksum_holds() => Checksums.TokenCrc(SampleText.Make("acme_{crc62:30}", "seed")).ShouldBeTrue();

    [Fact]
    public void A_set_that_does_not_exist_is_named() =>
        Should.Throw<EvaluationException>(() => SampleText.Make("{letters:8}", "seed")).Message.ShouldContain("'letters'");
}
