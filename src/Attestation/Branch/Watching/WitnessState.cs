using System.Text;
using System.Text.Json;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Log;
using Gates.Formats.Settings;

namespace Gates.Attestation.Branch.Watching;

/// <summary>What a witness saw last of each log: its own memory, which it keeps where nobody who writes the log can reach it.</summary>
/// <param name="Notes">By the log's name: the checkpoint with the log's signature and its own.</param>
internal sealed record WitnessState(IReadOnlyDictionary<string, SignedNote> Notes)
{
    private const int Version = 1;

    public static WitnessState Empty { get; } = new(new Dictionary<string, SignedNote>(StringComparer.Ordinal));

    /// <param name="utf8">The file.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="witness">Whose it must be: each note bears its cosignature.</param>
    /// <exception cref="EvidenceFormatException">It is not the state of this witness, or was changed.</exception>
    public static WitnessState Read(ReadOnlyMemory<byte> utf8, string source, WitnessVerifier witness)
    {
        var state = EvidenceJson.Parse(utf8, source);
        if (state.Number("version") != Version)
        {
            throw state.Wrong("version", FormattableString.Invariant($"this program reads version {Version}"));
        }

        var notes = new Dictionary<string, SignedNote>(StringComparer.Ordinal);
        foreach (var (text, i) in state.Array("logs").Select((log, i) => (log.Text("checkpoint"), i)))
        {
            var place = FormattableString.Invariant($"{source}: logs[{i}]");
            try
            {
                var note = SignedNote.Parse(Encoding.UTF8.GetBytes(text), place);
                if (Cosignature.Of(note, [witness], place).Count == 0 || !notes.TryAdd(Checkpoint.Parse(note.Text, place).Origin, note))
                {
                    throw new EvidenceFormatException(
                        $"{place}: not cosigned by {witness}, or a log that stands there twice: it is not the state of this witness");
                }
            }
            catch (LogException e)
            {
                throw new EvidenceFormatException(e.Message, e);
            }
        }

        return new WitnessState(notes);
    }

    public WitnessState With(string origin, SignedNote note) =>
        new(new Dictionary<string, SignedNote>(Notes, StringComparer.Ordinal) { [origin] = note });

    public byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SettingJson.Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartArray("logs");
            foreach (var (_, note) in Notes.OrderBy(note => note.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("checkpoint", note.Bytes);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
