using System.Text;
using Gates.Formats.JsonLines;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.JsonLines;

public sealed class JsonLinesFactsTests
{
    [Fact]
    public async Task KeysAndValues_AreCountedOverAllRecords()
    {
        var file = await Collected.OneAsync(
            "jsonl",
            "a.jsonl",
            "\uFEFF{\"level\":\"INFO\",\"at\":{\"zone\":1}}\r\n\n{\"level\":\"WARN\",\"x\":null}\n{\"level\":\"INFO\"}");

        file.Json("records", "truncated").ShouldBe("3 false");
        file.GetProperty("rows").GetProperty("root").GetProperty("items")[1].Json("line").ShouldBe("3");
        file.GetProperty("keys").EnumerateArray().Select(key => key.Json("count", "missing", "firstMissing", "values", "key")).ShouldBe(
        [
            "3 0 null [{\"value\":\"INFO\",\"count\":2,\"line\":1},{\"value\":\"WARN\",\"count\":1,\"line\":3}] \"level\"",
            "1 2 3 null \"at\"",
            "1 2 3 [{\"value\":1,\"count\":1,\"line\":1}] \"at.zone\"",
            "1 2 1 [{\"value\":null,\"count\":1,\"line\":3}] \"x\"",
        ]);
    }

    [Fact]
    public async Task ValuesThatAreMany_AreNotListed() =>
        (await Collected.OneAsync("jsonl", "a.jsonl", string.Join('\n', Enumerable.Range(0, 51).Select(i => $"{{\"id\":{i}}}"))))
            .GetProperty("keys")[0].Json("count", "values").ShouldBe("51 null");

    [Fact]
    public async Task AFileWithoutRecords_HasNone() => (await Collected.OneAsync("jsonl", "a.jsonl", "\n")).Json("records", "keys").ShouldBe("0 []");

    [Theory]
    [InlineData("{}\n{\"a\":}\n", "a.jsonl:2:6: this line is no JSON value")]
    [InlineData("{}\n{} {}\n", "a.jsonl:2:4: this line is no JSON value")]
    [InlineData("{}\n\n{\"a\":1,\"a\":2}\n", "a.jsonl:3:8: ")]
    public async Task WhatIsMalformed_HasAPlace(string text, string message) =>
        (await Collected.RefusalAsync("jsonl", "a.jsonl", text)).ShouldStartWith(message);

    [Fact]
    public void AHundredMegabytes_AreStreamed()
    {
        var line = Encoding.UTF8.GetBytes(
            """{"time":"2026-11-29T12:00:00.000Z","priority":"Warning","rule":"Shell","output":"a shell was """
                + """spawned","fields":{"pod":"a","user":"root"}}""" + "\n");
        using var stream = new Repeated(line, 100_000_000 / line.Length);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reader = new JsonLinesReader("a.jsonl");
        reader.Read(stream);

        reader.Records.ShouldBe(100_000_000 / line.Length);
        reader.Keys.Single(key => key.Name == "fields.user").Values!.Single().Count.ShouldBe(reader.Records);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1L << 30);
    }

    private sealed class Repeated(byte[] line, int times) : Stream
    {
        private long at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => (long)line.Length * times;

        public override long Position { get => at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var left = (int)Math.Min(count, Length - at);
            for (var done = 0; done < left;)
            {
                var from = (int)(at % line.Length);
                var part = Math.Min(line.Length - from, left - done);
                line.AsSpan(from, part).CopyTo(buffer.AsSpan(offset + done));
                (done, at) = (done + part, at + part);
            }

            return left;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
