using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gates.Doors.Workers;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Workers;

public sealed class LineReaderTests
{
    [Fact]
    public void Lines_ComeWhole_HoweverTheStreamIsCut() => Prop.ForAll(
        ArbMap.Default.ArbFor<(NonNegativeInt[] Lengths, PositiveInt Cut)>(),
        input =>
        {
            var lines = input.Lengths.Select(length => new string('x', length.Get * 37)).ToArray();
            using var stream = new CutStream(Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + "\n"))), input.Cut.Get);
            var reader = new LineReader(stream, 1 << 20);

            lines.ShouldAllBe(line => Read(reader) == line);
            Read(reader).ShouldBeNull();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void LineBeyondTheBound_IsRefused_WithoutReadingItAll()
    {
        using var stream = new CutStream(new byte[10_000_000], 10_000_000);

        Should.Throw<InvalidDataException>(() => Read(new LineReader(stream, 100_000)));
        stream.Position.ShouldBeLessThan(1_000_000);
    }

    private static string? Read(LineReader reader) =>
        reader.ReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult() is { } line ? Encoding.ASCII.GetString(line.Span) : null;

    private sealed class CutStream(byte[] bytes, int cut) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(cut, buffer.Length)], cancellationToken);
    }
}
