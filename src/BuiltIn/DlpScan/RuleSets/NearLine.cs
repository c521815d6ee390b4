using System.Text;

namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>
/// Which rules have a word near a place: on its line, within sight, or in the first line of a table. One look answers for the places that follow.
/// </summary>
internal sealed class NearLine(NearIndex index)
{
    private const int Sight = 240;
    private const int Block = 256;
    private readonly ulong[] header = new ulong[index.Words];
    private readonly ulong[] near = new ulong[index.Words];
    private (int From, int To) known = (0, -1);

    public void Begin(string firstLine)
    {
        Array.Clear(header);
        index.Mark(Encoding.Latin1.GetBytes(firstLine), header);
        Forget();
    }

    /// <summary>The bytes at hand are others now.</summary>
    public void Forget() => known = (0, -1);

    public bool Has(ReadOnlySpan<byte> text, int place, int rule)
    {
        if (place < known.From || place >= known.To)
        {
            Look(text, place);
        }

        return ((near[rule >> 6] >> (rule & 63)) & 1) != 0;
    }

    private void Look(ReadOnlySpan<byte> text, int place)
    {
        var before = text[Math.Max(0, place - Sight)..place];
        var start = place - before.Length + before.LastIndexOf((byte)'\n') + 1;
        var after = text[place..Math.Min(text.Length, place + Block + Sight)];
        var length = after.IndexOf((byte)'\n');
        var end = place + (length < 0 ? after.Length : length);
        header.CopyTo(near, 0);
        index.Mark(text[start..end], near);
        known = (place, length < 0 ? place + Block : Math.Min(end, place + Block));
    }
}
