using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gates.Attestation.Sigstore;

/// <summary>The timestamps of certificate logs inside a certificate (RFC 6962 §3): that its issue was made public.</summary>
internal static class CertificateTimestamps
{
    private const string Extension = "1.3.6.1.4.1.11129.2.4.2";
    private const int IdBytes = 32;
    private const int MaxTimestamps = 16;

    /// <summary>At least one of a known log; each that is of a known log must hold.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="issuerKey">Its issuer's SubjectPublicKeyInfo.</param>
    /// <param name="logs">The known logs.</param>
    /// <exception cref="SigstoreRefusal">There is none, or one is forged.</exception>
    public static void Demand(X509Certificate2 certificate, byte[] issuerKey, IReadOnlyList<TrustedLog> logs)
    {
        var extension = certificate.Extensions.FirstOrDefault(one => one.Oid?.Value == Extension)
            ?? throw Refuse("its certificate carries no timestamp of a certificate log (SCT): nothing shows that its issue was public");
        try
        {
            var list = Read(new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadOctetString());
            var body = BodyWithoutTimestamps(certificate.RawData);
            var counted = list.Count(one => Counts(one, body, issuerKey, logs));
            if (counted == 0)
            {
                throw Refuse("no timestamp in its certificate is of a certificate log that is trusted");
            }
        }
        catch (Exception e) when (e is AsnContentException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new SigstoreRefusal(VerificationStep.CertificateLog, "the list of certificate log timestamps in its certificate is damaged", e);
        }
    }

    private static bool Counts(Timestamp timestamp, byte[] body, byte[] issuerKey, IReadOnlyList<TrustedLog> logs)
    {
        if (logs.FirstOrDefault(log => log.Id.AsSpan().SequenceEqual(timestamp.LogId)) is not { Key: { } key } known)
        {
            return false;
        }

        var time = DateTimeOffset.FromUnixTimeMilliseconds(timestamp.Milliseconds);
        if (!known.Validity.Contains(time))
        {
            throw Refuse($"the certificate log {known.Url} counted {known.Validity}, and its timestamp in the certificate is of {EvidenceTime.Write(time)}");
        }

        return key.Verify(SignedBytes(timestamp, body, issuerKey), timestamp.Signature)
            ? true
            : throw Refuse($"the timestamp of the certificate log {known.Url} in its certificate is forged, or of another certificate");
    }

    private static byte[] SignedBytes(Timestamp timestamp, byte[] body, byte[] issuerKey)
    {
        using var bytes = new MemoryStream();
        Span<byte> number = stackalloc byte[sizeof(long)];

        // Version 1, a timestamp of a certificate.
        bytes.Write([0, 0]);
        BinaryPrimitives.WriteInt64BigEndian(number, timestamp.Milliseconds);
        bytes.Write(number);

        // The entry is what was to become the certificate.
        bytes.Write([0, 1]);
        bytes.Write(SHA256.HashData(issuerKey));
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        bytes.Write(number[1..4]);
        bytes.Write(body);
        BinaryPrimitives.WriteUInt16BigEndian(number, (ushort)timestamp.Extensions.Length);
        bytes.Write(number[..2]);
        bytes.Write(timestamp.Extensions);
        return bytes.ToArray();
    }

    /// <summary>The certificate's body as the log saw it, when its own timestamp could not be in it yet.</summary>
    private static byte[] BodyWithoutTimestamps(byte[] certificate)
    {
        var extensionsTag = new Asn1Tag(TagClass.ContextSpecific, 3);
        var body = new AsnReader(certificate, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            while (body.HasData)
            {
                if (!body.PeekTag().HasSameClassAndValue(extensionsTag))
                {
                    writer.WriteEncodedValue(body.ReadEncodedValue().Span);
                    continue;
                }

                var extensions = body.ReadSequence(extensionsTag).ReadSequence();
                using (writer.PushSequence(extensionsTag))
                using (writer.PushSequence())
                {
                    while (extensions.HasData)
                    {
                        var one = extensions.ReadEncodedValue();
                        if (new AsnReader(one, AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier() != Extension)
                        {
                            writer.WriteEncodedValue(one.Span);
                        }
                    }
                }
            }
        }

        return writer.Encode();
    }

    /// <summary>TLS's presentation: each length before what it counts.</summary>
    private static List<Timestamp> Read(byte[] bytes)
    {
        var rest = Take(bytes, out var after);
        if (after.Length > 0)
        {
            throw new ArgumentOutOfRangeException(nameof(bytes));
        }

        var list = new List<Timestamp>();
        while (rest.Length > 0)
        {
            var one = Take(rest, out rest);
            const int fixedBytes = 1 + IdBytes + sizeof(long);
            var extensions = Take(one[fixedBytes..], out var signed);
            var signature = Take(signed[2..], out var end);

            // SHA-256 with the key's own algorithm is all that logs use.
            if (one[0] == 0 && signed[0] == 4 && end.Length == 0)
            {
                list.Add(new Timestamp(
                    one.Slice(1, IdBytes).ToArray(),
                    BinaryPrimitives.ReadInt64BigEndian(one[(1 + IdBytes)..]),
                    extensions.ToArray(),
                    signature.ToArray()));
            }

            if (list.Count > MaxTimestamps)
            {
                throw Refuse(FormattableString.Invariant($"its certificate carries more than {MaxTimestamps} timestamps of certificate logs"));
            }
        }

        return list;
    }

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> rest)
    {
        if (bytes.Length < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(bytes));
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        rest = bytes[(2 + length)..];
        return bytes.Slice(2, length);
    }

    private static SigstoreRefusal Refuse(string message) => new(VerificationStep.CertificateLog, message);

    private sealed record Timestamp(byte[] LogId, long Milliseconds, byte[] Extensions, byte[] Signature);
}
