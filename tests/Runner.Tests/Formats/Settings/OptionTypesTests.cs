using Gates.Formats.Settings;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Settings;

public sealed class OptionTypesTests
{
    [Theory]
    [InlineData(nameof(Sample.Whole), "Integer -2147483648..2147483647")]
    [InlineData(nameof(Sample.AtLeast), "Integer 1..2147483647")]
    [InlineData(nameof(Sample.Long), "Integer ..")]
    [InlineData(nameof(Sample.Ratio), "Number 0..1")]
    [InlineData(nameof(Sample.Maybe), "Number ..")]
    [InlineData(nameof(Sample.Wait), "Duration ..60")]
    [InlineData(nameof(Sample.Any), "Scalar ..")]
    [InlineData(nameof(Sample.Text), "Text ..")]
    [InlineData(nameof(Sample.Level), "Text .. low very-high")]
    [InlineData(nameof(Sample.Globs), "List .. of Text .. a b glob")]
    [InlineData(nameof(Sample.Pairs), "List .. pairs of Text ..")]
    [InlineData(nameof(Sample.Array), "List .. of Integer 1..2147483647")]
    [InlineData(nameof(Sample.Lists), "Map .. of List .. of Date ..")]
    [InlineData(nameof(Sample.Inner), "Group ..")]
    public void Of_AProperty_IsItsTypeWithBoundsAndChoices(string property, string expected) =>
        Describe(OptionTypes.Of(typeof(Sample)).Single(setting => setting.Property!.Name == property).Type).ShouldBe(expected);

    [Theory]
    [InlineData(typeof(WithSet), "WithSet.Value: an option cannot be a System.Collections.Generic.HashSet`1[System.String]")]
    [InlineData(typeof(WithNumberedMap), "WithNumberedMap.Value: an option cannot be a System.Collections.Generic.Dictionary`2[System.Int32,System.String]")]
    [InlineData(typeof(WithInterface), "WithInterface.Value: an option cannot be a System.IDisposable")]
    public void Of_ATypeThatNoFileCanGive_IsRefused(Type options, string message) =>
        Should.Throw<NotSupportedException>(() => OptionTypes.Of(options)).Message.ShouldEndWith(message);

    private static string Describe(SettingType type) => FormattableString.Invariant($"{type.Kind} {type.Min}..{type.Max}")
        + string.Concat(type.OneOf.Select(text => " " + text))
        + (type.IsGlob ? " glob" : "")
        + (type.Pairs ? " pairs" : "")
        + (type.Item is null ? "" : " of " + Describe(type.Item));

    internal sealed class Sample
    {
        public int Whole { get; init; }

        [Option("d", Min = 1)]
        public int? AtLeast { get; init; }

        public long Long { get; init; }

        [Option("d", Min = 0, Max = 1)]
        public decimal Ratio { get; init; }

        public double? Maybe { get; init; }

        [Option("d", Max = 60)]
        public TimeSpan Wait { get; init; }

        public object? Any { get; init; }

        [Option("d", Min = 1)]
        public string Text { get; init; } = "";

        [Option("d", OneOf = ["ignored"])]
        public OptionBinderTests.Level? Level { get; init; }

        [Option("d", Glob = true, OneOf = ["a", "b"])]
        public IReadOnlyList<string> Globs { get; init; } = [];

        [Option("d", Pairs = true)]
        public IEnumerable<string> Pairs { get; init; } = [];

        [Option("d", Min = 1)]
        public int[] Array { get; init; } = [];

        public Dictionary<string, List<DateOnly>> Lists { get; init; } = [];

        public OptionBinderTests.Inner Inner { get; init; } = new();
    }

    internal sealed class WithSet
    {
        public HashSet<string> Value { get; init; } = [];
    }

    internal sealed class WithNumberedMap
    {
        public Dictionary<int, string> Value { get; init; } = [];
    }

    internal sealed class WithInterface
    {
        public IDisposable? Value { get; init; }
    }
}
