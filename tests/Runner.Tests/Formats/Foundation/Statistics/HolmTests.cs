using Gates.Formats.Foundation.Statistics;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Statistics;

public sealed class HolmTests
{
    // Sorted: 0.005 x 4, 0.01 x 3, 0.03 x 2, 0.04 x 1, and never less than the one before.
    [Fact]
    public void Correct_FourValues_MultipliesEachByHowManyAreNotSmaller() => Holm.Correct([0.01, 0.04, 0.03, 0.005]).ShouldBe([0.03, 0.06, 0.06, 0.02], 1e-12);

    [Fact]
    public void Correct_NothingOrOne_LeavesItAlone()
    {
        Holm.Correct([]).ShouldBeEmpty();
        Holm.Correct([0.2]).ShouldBe([0.2]);
    }
}
