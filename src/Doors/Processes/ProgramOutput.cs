using System.Text;

namespace Gates.Doors.Processes;

/// <summary>What a program wrote to one of its streams.</summary>
/// <param name="Bytes">Its beginning.</param>
/// <param name="IsWhole">Whether that is all of it.</param>
internal sealed record ProgramOutput(ReadOnlyMemory<byte> Bytes, bool IsWhole)
{
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    /// <value>The last line that tells of an error, without what a terminal would obey.</value>
    public string LastError => string.Concat(
        (Text.Split('\n').LastOrDefault(line => line.Contains("rror", StringComparison.Ordinal)) ?? "no reason given").Where(c => !char.IsControl(c))).Trim();

    /// <summary>Reads to its end also what is not kept: a full pipe would stop the program.</summary>
    /// <param name="stream">The program's.</param>
    /// <param name="most">How many bytes are kept.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public static async Task<ProgramOutput> ReadAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        var (kept, buffer, isWhole) = (new MemoryStream(), new byte[16_384], true);
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            var room = (int)Math.Min(read, most - kept.Length);
            isWhole &= room == read;
            await kept.WriteAsync(buffer.AsMemory(0, room), cancellationToken);
        }

        return new ProgramOutput(kept.GetBuffer().AsMemory(0, (int)kept.Length), isWhole);
    }
}
