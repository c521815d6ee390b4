using System.Text.Json.Serialization;
using Gates.BuiltIn;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Settings;

public sealed partial class OptionClassTests
{
    private static readonly OptionClass Class = OptionClass.Of<Bound>(BoundJson.Default);

    [Fact]
    public void Every_type_of_option_is_bound()
    {
        var options = Bind(
            """
            text: a
            flag: true
            count: 3
            ratio: 1
            wait: 1m30s
            day: 2027-01-15
            any: 5
            names: [a, b]
            list: [1, 2]
            map: { a: 1.5, b: 2 }
            lists: { x: [p, q] }
            pairs: { x: { k: v, l: w }, y: [p] }
            inner: { size: 7 }
            stages: [{ name: one, size: 1 }, { name: two }]
            maybe: 9
            """);

        (options.Text, options.Flag, options.Count, options.Ratio, options.Wait, options.Day, options.Any, options.Maybe)
            .ShouldBe(("a", true, 3, 1.0, TimeSpan.FromSeconds(90), new DateOnly(2027, 1, 15), (object?)5L, (int?)9));
        options.Names.ShouldBe(["a", "b"]);
        options.List.ShouldBe([1, 2]);
        options.Map.ShouldBe(new Dictionary<string, double> { ["a"] = 1.5, ["b"] = 2 });
        options.Lists["x"].ShouldBe(["p", "q"]);
        options.Pairs["x"].ShouldBe(["k: v", "l: w"]);
        options.Pairs["y"].ShouldBe(["p"]);
        options.Inner.Size.ShouldBe(7);
        options.Stages.Select(s => (s.Name, s.Size)).ShouldBe([("one", 1), ("two", 5)]);
    }

    [Fact]
    public void Options_left_out_keep_their_defaults_and_reach_the_policy_too()
    {
        var values = Read("text: a", out _);

        SettingJson.ToElement(values).GetRawText().ShouldBe(
            """{"text":"a","flag":false,"count":2,"ratio":0.5,"wait":"5m","day":"2026-01-01","names":["x"],"list":[],"map":{},"lists":{},"pairs":{},"inner":{"size":4},"stages":[]}""");
        ((Bound)Class.Create(values)).Maybe.ShouldBeNull();
    }

    [Theory]
    [InlineData("{}", "x.yml:1:1: key `with.text`: is missing: Some text.")]
    [InlineData("{ text: a, count: 11 }", "x.yml:1:19: key `with.count`: 11 is too large; the largest is 10")]
    [InlineData("{ text: a, count: 1.5 }", "x.yml:1:19: key `with.count`: 1.5 is not a whole number")]
    [InlineData("{ text: a, count: 99999999999999999999 }", "x.yml:1:19: key `with.count`: 99999999999999999999 is not a whole number")]
    [InlineData("{ text: a, maybe: 3000000000 }", "x.yml:1:19: key `with.maybe`: 3000000000 is too large; the largest is 2147483647")]
    [InlineData("{ text: a, ratio: -0.1 }", "x.yml:1:19: key `with.ratio`: -0.1 is too small; the smallest is 0")]
    [InlineData("{ text: a, wait: 2h }", "x.yml:1:18: key `with.wait`: \"2h\" is too large; the largest is 1h")]
    [InlineData("{ text: a, flag: yes }", "x.yml:1:18: key `with.flag`: \"yes\" is not true or false")]
    [InlineData(
        "{ text: a, level: very-hihg }",
        "x.yml:1:19: key `with.level`: \"very-hihg\" is not a valid value; did you mean \"very-high\"? valid: low, very-high")]
    [InlineData("{ text: a, names: [a, c] }", "x.yml:1:23: key `with.names[1]`: \"c\" is not a valid value; valid: a, b, x")]
    [InlineData("{ text: a, map: { k: v } }", "x.yml:1:22: key `with.map.k`: \"v\" is not a number")]
    [InlineData("{ text: a, pairs: { x: { k: 5 } } }", "x.yml:1:29: key `with.pairs.x.k`: 5 is not text; quote it: \"5\"")]
    [InlineData("{ text: a, pairs: { x: k } }", "x.yml:1:24: key `with.pairs.x`: \"k\" is not a list or a map; write [one, two]")]
    [InlineData("{ text: a, inner: { sise: 1 } }", "x.yml:1:21: key `with.inner.sise`: is not known; did you mean \"size\"? valid: size")]
    [InlineData("{ text: a, stages: [{ size: 1 }] }", "x.yml:1:21: key `with.stages[0].name`: is missing: A name.")]
    [InlineData("{ text: [a] }", "x.yml:1:9: key `with.text`: a list is not text")]
    [InlineData("{ text: }", "x.yml:1:9: key `with.text`: nothing is not text")]
    public void A_wrong_option_is_explained_at_its_place(string yaml, string message)
    {
        Read(yaml, out var problems);

        Should.Throw<UsageException>(problems.ThrowIfAny).Message.ShouldBe(message);
    }

    [Fact]
    public void Every_option_of_every_gate_is_described_and_has_a_default_that_is_valid()
    {
        foreach (var setting in GateCatalog.All.SelectMany(gate => gate.Options.Settings).SelectMany(WithMembers))
        {
            setting.Description.ShouldNotBeNullOrWhiteSpace(setting.Name);
            if (setting.Default is not null)
            {
                var problems = new Problems("default");
                new SettingReader(problems).Read(YamlReader.Read(SettingJson.ToText(setting.Default), "default")[0], setting.Name, setting.Type);
                Should.NotThrow(problems.ThrowIfAny, setting.Name);
            }
        }
    }

    private static IEnumerable<Setting> WithMembers(Setting setting) =>
        (setting.Type.Item ?? setting.Type).Members.SelectMany(WithMembers).Prepend(setting);

    private static Bound Bind(string yaml)
    {
        var values = Read(yaml, out var problems);
        problems.ThrowIfAny();
        return (Bound)Class.Create(values);
    }

    private static SettingMap Read(string yaml, out Problems problems)
    {
        problems = new Problems("x.yml");
        return new SettingReader(problems).ReadGroup(YamlReader.Read(yaml, "x.yml")[0], default, "with", Class.Settings);
    }

    internal sealed class Bound
    {
        [Option("Some text.", Required = true)]
        public string Text { get; set; } = "";

        public bool Flag { get; set; }

        [Option("A count.", Min = 1, Max = 10)]
        public int Count { get; set; } = 2;

        [Option("A ratio.", Min = 0)]
        public double Ratio { get; set; } = 0.5;

        [Option("A wait.", Max = 3600)]
        public TimeSpan Wait { get; set; } = TimeSpan.FromMinutes(5);

        public DateOnly Day { get; set; } = new(2026, 1, 1);

        [Option("A level.", OneOf = ["low", "very-high"])]
        public string? Level { get; set; }

        public object? Any { get; set; }

        [Option("Names.", OneOf = ["a", "b", "x"])]
        public IReadOnlyList<string> Names { get; set; } = ["x"];

        public List<int> List { get; set; } = [];

        public IReadOnlyDictionary<string, double> Map { get; set; } = new Dictionary<string, double>();

        public Dictionary<string, string[]> Lists { get; set; } = [];

        [Option("Pairs.", Pairs = true)]
        public IReadOnlyDictionary<string, IReadOnlyList<string>> Pairs { get; set; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

        public Inner Inner { get; set; } = new();

        public IReadOnlyList<Stage> Stages { get; set; } = [];

        public int? Maybe { get; set; }

        public string Computed => Text + Count;
    }

    internal sealed class Inner
    {
        public int Size { get; set; } = 4;
    }

    internal sealed class Stage
    {
        [Option("A name.", Required = true)]
        public string Name { get; set; } = "";

        public int Size { get; set; } = 5;
    }

    [JsonSerializable(typeof(Bound))]
    private sealed partial class BoundJson : JsonSerializerContext;
}
