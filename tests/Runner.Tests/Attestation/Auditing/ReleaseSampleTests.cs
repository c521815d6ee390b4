using Gates.Attestation.Auditing;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Auditing;

public sealed class ReleaseSampleTests
{
    private static readonly byte[] Seed = [.. Enumerable.Repeat((byte)7, 32)];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(200, 20)]
    public void Sample_IsATenthRoundedUp(int population, int size)
    {
        var draw = ReleaseSample.Draw(Seed, [.. Enumerable.Range(0, population).Select(number => $"v1.{number}.0")]);
        draw.Count(one => one.IsSampled).ShouldBe(size);
        draw.Take(size).ShouldAllBe(one => one.IsSampled);
        draw.Select(one => one.Rank).ShouldBe(Enumerable.Range(1, population));
    }

    [Fact]
    public void Draw_DependsOnSeedAndNames_NotOnTheirOrder()
    {
        string[] tags = [.. Enumerable.Range(0, 50).Select(number => $"v1.{number}.0")];
        var draw = ReleaseSample.Draw(Seed, tags);
        ReleaseSample.Draw(Seed, [.. tags.Reverse()]).ShouldBe(draw);
        ReleaseSample.Draw([.. Seed[1..], 8], tags).Select(one => one.Tag).ShouldNotBe(draw.Select(one => one.Tag));
        draw.Select(one => one.Hash).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
    }

    /// <summary>As <c>{ printf '%s' SEED | xxd -r -p; printf 'v1.0.0'; } | sha256sum</c> says.</summary>
    [Fact]
    public void Rank_IsTheHashOfSeedAndName() =>
        ReleaseSample.Rank(Seed, "v1.0.0").ShouldBe("ab6be8da1296e47399e7afb653877d3e7e254ca711c2aa91299606baa9ff1aa1");

    [Fact]
    public void Draw_WithoutASeed_TakesAll() => ReleaseSample.Draw(null, ["v2", "v1"]).ShouldAllBe(one => one.IsSampled);
}
