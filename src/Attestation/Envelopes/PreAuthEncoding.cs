using System.Buffers;
using System.Globalization;
using System.Text;

namespace Gates.Attestation.Envelopes;

/// <summary>The bytes that a DSSE signature covers: <c>PAE</c> of the DSSE protocol, v1.0.2.</summary>
internal static class PreAuthEncoding
{
    public static byte[] Of(string type, ReadOnlySpan<byte> body)
    {
        var bytes = new ArrayBufferWriter<byte>(body.Length + type.Length + 40);
        var head = string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {Encoding.UTF8.GetByteCount(type)} {type} {body.Length} ");
        Encoding.UTF8.GetBytes(head, bytes);
        bytes.Write(body);
        return bytes.WrittenSpan.ToArray();
    }
}
