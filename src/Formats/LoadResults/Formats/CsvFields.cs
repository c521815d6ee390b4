namespace Gates.Formats.LoadResults.Formats;

/// <summary>Splits one record of a CSV file; quotes are taken off, doubled ones made single.</summary>
internal sealed class CsvFields
{
    private readonly List<(int Start, int End)> fields = [];
    private byte[] text = new byte[4096];

    public int Count => fields.Count;

    /// <summary>A field; empty when the record is shorter.</summary>
    public ReadOnlySpan<byte> this[int index] =>
        index >= 0 && index < fields.Count ? text.AsSpan(fields[index].Start, fields[index].End - fields[index].Start) : [];

    /// <returns>Whether the record is complete; otherwise a quoted field goes on in the next line.</returns>
    public bool Read(ReadOnlySpan<byte> record)
    {
        fields.Clear();
        if (text.Length < record.Length)
        {
            text = new byte[record.Length * 2];
        }

        var (start, length, quoted) = (0, 0, false);
        for (var i = 0; i < record.Length; i++)
        {
            var one = record[i];
            if (one == '"')
            {
                if (quoted && i + 1 < record.Length && record[i + 1] == '"')
                {
                    text[length++] = record[i++];
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (one == ',' && !quoted)
            {
                fields.Add((start, length));
                start = length;
            }
            else
            {
                text[length++] = one;
            }
        }

        fields.Add((start, length));
        return !quoted;
    }
}
