using System.Buffers.Binary;
using System.Text;

namespace Gates.Attestation.Log;

/// <summary>A text with signature lines (C2SP signed-note).</summary>
/// <param name="Text">What is signed; ends with a line feed.</param>
/// <param name="Signatures">Whose; nothing is known of them before <see cref="Demand"/>.</param>
internal sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    private const int MaxNoteLength = 200_000;
    private const int MaxSignatures = 100;
    private const int KeyIdBytes = sizeof(uint);

    /// <value>The note as it stands in a file.</value>
    public byte[] Bytes => Encoding.UTF8.GetBytes(Text + "\n" + string.Concat(Signatures.Select(Line)));

    /// <summary>The same text with one more signature.</summary>
    public SignedNote With(NoteSignature signature) => this with { Signatures = [.. Signatures, signature] };

    public static SignedNote Sign(string text, NoteSigner signer) => new(text, [signer.Sign(text)]);

    /// <param name="bytes">A file.</param>
    /// <param name="place">Its name, for messages.</param>
    /// <exception cref="LogException">It is not a signed note.</exception>
    public static SignedNote Parse(byte[] bytes, string place)
    {
        if (bytes.Length > MaxNoteLength)
        {
            throw Malformed(place, FormattableString.Invariant($"{bytes.Length} bytes; a note has at most {MaxNoteLength}"));
        }

        string all;
        try
        {
            all = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw Malformed(place, FormattableString.Invariant($"not UTF-8 at byte {e.Index}"));
        }

        if (all.AsSpan().IndexOfAnyInRange('\0', '\u0009') is var control and >= 0 || (control = all.AsSpan().IndexOfAnyInRange('\u000b', '\u001f')) >= 0)
        {
            throw Malformed(place, FormattableString.Invariant($"a control character, U+{(int)all[control]:X4}"));
        }

        var end = all.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || !all.EndsWith('\n'))
        {
            throw Malformed(place, "no empty line between its text and its signatures, or no line feed at its end");
        }

        var lines = all[(end + 2)..].Split('\n')[..^1];
        return lines.Length is > 0 and <= MaxSignatures
            ? new SignedNote(all[..(end + 1)], [.. lines.Select(line => ParseLine(line, place))])
            : throw Malformed(place, FormattableString.Invariant($"{lines.Length} signatures; a note has 1 to {MaxSignatures}"));
    }

    /// <summary>Checks the signatures of the keys that are known; those of others say nothing.</summary>
    /// <param name="trusted">The known keys.</param>
    /// <param name="place">The note's file, for messages.</param>
    /// <returns>Those of the keys that did sign.</returns>
    /// <exception cref="LogException">A known key's signature is bad, or no known key signed.</exception>
    public IReadOnlyList<NoteVerifier> Demand(IReadOnlyCollection<NoteVerifier> trusted, string place)
    {
        var signers = new List<NoteVerifier>();
        foreach (var signature in Signatures)
        {
            foreach (var key in trusted.Where(key => key.Name == signature.Name && key.KeyId == signature.KeyId))
            {
                signers.Add(key.Verifies(Text, signature.Bytes)
                    ? key
                    : throw new LogException(LogFault.ForgedCheckpoint, $"{place}: the signature of {Name(signature)} does not fit the text"));
            }
        }

        return signers.Count > 0
            ? signers
            : throw new LogException(
                LogFault.ForgedCheckpoint,
                $"{place}: no trusted key signed it; signed by {string.Join(", ", Signatures.Select(Name))}, trusted: {(trusted.Count == 0 ? "none" : string.Join(", ", trusted))}");
    }

    private static string Name(NoteSignature signature) => FormattableString.Invariant($"{signature.Name} (key {signature.KeyId:x8})");

    private static NoteSignature ParseLine(string line, string place)
    {
        var parts = line.Split(' ');
        var bytes = new byte[MaxNoteLength];
        return parts is ["—", { Length: > 0 } name, { } encoded]
            && NoteVerifier.IsName(name)
            && Convert.TryFromBase64String(encoded, bytes, out var length)
            && length > KeyIdBytes
                ? new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[KeyIdBytes..length])
                : throw Malformed(place, $"\"{line}\" is not a signature line: \"— NAME BASE64\"");
    }

    private static string Line(NoteSignature signature)
    {
        var bytes = new byte[KeyIdBytes + signature.Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, signature.KeyId);
        signature.Bytes.CopyTo(bytes, KeyIdBytes);
        return $"— {signature.Name} {Convert.ToBase64String(bytes)}\n";
    }

    private static LogException Malformed(string place, string what) => new(LogFault.Malformed, $"{place}: not a signed note: {what}");
}
