using System.Text.Json.Serialization;
using Gates.Formats.Settings;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Settings;

public sealed partial class OptionSettingsTests
{
    [Theory]
    [InlineData("whole", "Integer -2147483648..2147483647")]
    [InlineData("at-least", "Integer 1..2147483647")]
    [InlineData("long", "Integer ..")]
    [InlineData("ratio", "Number 0..1")]
    [InlineData("maybe", "Number ..")]
    [InlineData("wait", "Duration ..60")]
    [InlineData("any", "Scalar ..")]
    [InlineData("text", "Text ..")]
    [InlineData("globs", "List .. of Text .. a b glob")]
    [InlineData("pairs", "List .. pairs of Text ..")]
    [InlineData("array", "List .. of Integer 1..2147483647")]
    [InlineData("lists", "Map .. of List .. of Date ..")]
    [InlineData("inner", "Group ..")]
    public void Of_AProperty_IsItsTypeWithBoundsAndChoices(string property, string expected) =>
        Describe(OptionClass.Of<Sample>(SampleJson.Default).Settings.Single(setting => setting.Name == property).Type).ShouldBe(expected);

    [Theory]
    [InlineData(typeof(WithEnum), "WithEnum.Value: an option cannot be a System.DayOfWeek")]
    [InlineData(typeof(WithNumberedMap), "WithNumberedMap.Value: an option cannot be a System.Collections.Generic.Dictionary`2[System.Int32,System.String]")]
    [InlineData(typeof(WithInterface), "WithInterface.Value: an option cannot be a System.IDisposable")]
    public void Of_ATypeThatNoFileCanGive_IsRefused(Type options, string message) =>
        Should.Throw<NotSupportedException>(() => OptionSettings.Of(OptionJson.With(SampleJson.Default).GetTypeInfo(options))).Message.ShouldEndWith(message);

    private static string Describe(SettingType type) => FormattableString.Invariant($"{type.Kind} {type.Min}..{type.Max}")
        + string.Concat(type.OneOf.Select(text => " " + text))
        + (type.IsGlob ? " glob" : "")
        + (type.Pairs ? " pairs" : "")
        + (type.Item is null ? "" : " of " + Describe(type.Item));

    internal sealed class Sample
    {
        public int Whole { get; set; }

        [Option("d", Min = 1)]
        public int? AtLeast { get; set; }

        public long Long { get; set; }

        [Option("d", Min = 0, Max = 1)]
        public decimal Ratio { get; set; }

        public double? Maybe { get; set; }

        [Option("d", Max = 60)]
        public TimeSpan Wait { get; set; }

        public object? Any { get; set; }

        [Option("d", Min = 1)]
        public string Text { get; set; } = "";

        [Option("d", Glob = true, OneOf = ["a", "b"])]
        public IReadOnlyList<string> Globs { get; set; } = [];

        [Option("d", Pairs = true)]
        public IEnumerable<string> Pairs { get; set; } = [];

        [Option("d", Min = 1)]
        public int[] Array { get; set; } = [];

        public Dictionary<string, List<DateOnly>> Lists { get; set; } = [];

        public OptionClassTests.Inner Inner { get; set; } = new();
    }

    internal sealed class WithEnum
    {
        public DayOfWeek Value { get; set; }
    }

    internal sealed class WithNumberedMap
    {
        public Dictionary<int, string> Value { get; set; } = [];
    }

    internal sealed class WithInterface
    {
        public IDisposable? Value { get; set; }
    }

    [JsonSerializable(typeof(Sample))]
    [JsonSerializable(typeof(WithEnum))]
    [JsonSerializable(typeof(WithNumberedMap))]
    [JsonSerializable(typeof(WithInterface))]
    private sealed partial class SampleJson : JsonSerializerContext;
}
