using System.Text;
using System.Text.Json;
using Gates.Doors.Http;
using Gates.Doors.Kubernetes;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Kubernetes;

/// <summary>A list that is read while it arrives, in pieces of any length.</summary>
public sealed class ObjectListReaderTests
{
    private const string List = """
        {"apiVersion":"v1","kind":"PodList","other":{"items":[9],"kind":"x"},"metadata":{"resourceVersion":"7","continue":"m\u006fre"},
         "items":[{"a":"]}"},{"items":[{"b":[1,2.5,null,true]}]},{"c":"é€😀\\\""}],"end":[[]]}
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(1 << 20)]
    public async Task ItIsTheSame_HoweverItArrives(int piece)
    {
        var (items, list) = await ReadAsync(List, piece);
        items.ShouldBe(["""{"a":"]}"}""", """{"items":[{"b":[1,2.5,null,true]}]}""", """{"c":"é€😀\\\""}"""]);
        (list.Kind, list.Next).ShouldBe(("PodList", "more"));
    }

    [Fact]
    public async Task AnObjectLongerThanTheBuffer_AndManyShortOnes_AreWhole()
    {
        var all = Enumerable.Range(0, 300).Select(i => $$"""{"n":{{i}},"text":"{{new string('x', i % 50 == 7 ? 200_000 : i * 10)}}"}""").ToList();
        foreach (var piece in new[] { 1_000, 65_536, 1 << 20 })
        {
            (await ReadAsync("{\"kind\":\"List\",\"items\":[" + string.Join(",\n", all) + "]}", piece)).Items.ShouldBe(all);
        }
    }

    [Theory]
    [InlineData("""{"kind":"PodList","items":[],"items":[{}]}""")]
    [InlineData("""{"kind":"PodList","items":[{}]""")]
    [InlineData("""{"kind":"PodList","items":[{}]} x""")]
    [InlineData("""{"kind":"PodList","items":[{},]}""")]
    [InlineData("""{"kind":"Status","items":[]}""")]
    [InlineData("""[{"kind":"PodList","items":[]}]""")]
    public async Task WhatIsNoList_IsRefused(string text)
    {
        foreach (var piece in new[] { 1, 1 << 20 })
        {
            await Should.ThrowAsync<JsonException>(() => ReadAsync(text, piece));
        }
    }

    [Fact]
    public async Task NothingAtAll_IsAListOfNone() => (await ReadAsync("""{"items":null,"kind":"PodList"}""", 5)).Items.ShouldBeEmpty();

    [Fact]
    public async Task AListWithoutEnd_IsLeft() =>
        await Should.ThrowAsync<AnswerTooLargeException>(() => ReadAsync("{\"kind\":\"List\",\"items\":[\"" + new string('x', 20_000), 100, maxBytes: 10_000));

    private static async Task<(IReadOnlyList<string> Items, ObjectListReader List)> ReadAsync(string text, int piece, long maxBytes = 1 << 26)
    {
        var items = new List<string>();
        var list = new ObjectListReader(item => items.Add(item.GetRawText()), maxBytes);
        await list.ReadAsync(new Pieces(Encoding.UTF8.GetBytes(text), piece), TestContext.Current.CancellationToken);
        return (items, list);
    }

    private sealed class Pieces(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(most, buffer.Length)], cancellationToken);
    }
}
