using System.Buffers;

namespace Gates.Formats.Foundation.Text;

/// <summary>Holds what a writer writes and refuses more than fits a judgement: aliases make small files large.</summary>
internal sealed class BoundedBuffer(int limit) : IBufferWriter<byte>
{
    private readonly ArrayBufferWriter<byte> buffer = new();

    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    public void Advance(int count)
    {
        // Checked first: the writer flushes once more while it is disposed, and must meet the same refusal.
        if (buffer.WrittenCount + count > limit)
        {
            throw new EvaluationException(
                FormattableString.Invariant($"the selected files hold more than {limit >> 20} MiB of facts; select fewer files in `facts`"));
        }

        buffer.Advance(count);
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => buffer.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => buffer.GetSpan(sizeHint);
}
