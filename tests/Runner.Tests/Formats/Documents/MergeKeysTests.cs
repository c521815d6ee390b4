using Gates.Formats.Documents;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Documents;

public sealed class MergeKeysTests
{
    [Fact]
    public void Merged_keys_appear_in_the_map_with_the_place_they_were_written_at()
    {
        var root = Read("base: &base\n  image: nginx\n  user: 0\nweb:\n  <<: *base\n  user: 7\n");

        var web = root.Get("web")!;
        web.Entries.Select(e => (e.Key, e.Node.Text, e.Line)).ShouldBe([("user", "7", 6), ("image", "nginx", 2)]);
    }

    [Fact]
    public void The_first_of_several_merged_maps_wins_and_merges_nest()
    {
        var root = Read("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc:\n- <<: [{x: 9}, *b]\n  z: 3\n");

        root.Get("c")!.Items[0].Entries.Select(e => e.Key + e.Node.Text).ShouldBe(["z3", "x9", "y2"]);
    }

    [Fact]
    public void A_merge_of_something_that_is_no_map_adds_nothing() =>
        Read("a: {<<: text, b: 1}").Get("a")!.Entries.Select(e => e.Key).ShouldBe(["b"]);

    private static DocumentNode Read(string yaml) => MergeKeys.Apply(YamlReader.Read(yaml, "x.yaml")[0]);
}
