using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

public sealed class GramFilterTests
{
    private static readonly DlpRule Rule = RuleReader.Shipped.Rules[0];
    private static readonly GramFilter Filter = new([new RuleLiteral(Rule, "eabcd"), new RuleLiteral(Rule, "b.c"), new RuleLiteral(Rule, "AbAb")]);

    [Fact]
    public void Every_place_of_a_literal_is_found_and_nothing_outside_the_range() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(
            Gen.ArrayOf(Gen.Elements('a', 'b', 'c', 'd', 'e', 'A', '.', ' ', '_')).ToArbitrary(), Gen.Choose(0, 12).ToArbitrary(), (characters, from) =>
            {
                var text = Encoding.ASCII.GetBytes(characters);
                var to = Math.Max(from, text.Length - 2);
                var places = new List<int>();
                for (var place = Filter.Next(text, from, to); place >= 0; place = Filter.Next(text, place + 1, to))
                {
                    places.AddRange(Filter.At(text, place).Where(literal => literal.IsAt(text, place)).Select(literal => place - literal.GramOffset));
                }

                places.Order().ShouldBe(Enumerable.Range(
                    0,
                    text.Length).Where(place => OffsetAt(text, place) is var offset and >= 0 && place + offset >= from && place + offset < to));
            }));

    // Where the rarest bytes of the literal that begins here stand in it, or -1. One of three characters counts where a printable one follows.
    private static int OffsetAt(byte[] text, int place)
    {
        var rest = Encoding.ASCII.GetString(text, place, text.Length - place);
        return rest.StartsWith("eabcd", StringComparison.Ordinal) ? 1
            : rest.StartsWith("AbAb", StringComparison.Ordinal) || (rest.StartsWith("b.c", StringComparison.Ordinal) && rest.Length > 3 && rest[3] != ' ')
                ? 0
                : -1;
    }
}
