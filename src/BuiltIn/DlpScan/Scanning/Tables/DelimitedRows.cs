using System.Globalization;
using System.Text;
using Gates.BuiltIn.DlpScan.Values;

namespace Gates.BuiltIn.DlpScan.Scanning.Tables;

/// <summary>Rows with a sign between their cells. A value that goes over several lines is passed by.</summary>
internal sealed class DelimitedRows(ITableSink sink)
{
    private const int MaxHeaderDigits = 3;
    private readonly List<int> columns = [];
    private byte delimiter;
    private int cell;
    private bool isOpen;

    public void Read(TableLines lines, Action tick)
    {
        while (lines.Next(out var line))
        {
            tick();
            if (lines.Number == 1)
            {
                Begin(line);
            }
            else
            {
                Row(line, lines.Number);
            }
        }
    }

    // The first line names the columns. One with digits or an @ may be a row as well: its names then look like values, and are not repeated.
    private void Begin(ReadOnlySpan<byte> line)
    {
        line = line.StartsWith("\uFEFF"u8) ? line[3..] : line;
        delimiter = TableKinds.Delimiter(line);
        for (var start = 0; start <= line.Length;)
        {
            var end = start + CellEnd(line[start..]);
            columns.Add(sink.Column(ColumnName.HeaderOf(Unquoted(line[start..end]), columns.Count), 1));
            start = end + 1;
        }

        if (!isOpen && (line.Contains((byte)'@') || DigitRuns.Count(line) > MaxHeaderDigits))
        {
            Row(line, 1);
        }
    }

    private void Row(ReadOnlySpan<byte> line, int number)
    {
        var start = 0;
        if (isOpen)
        {
            var close = line.IndexOf((byte)'"');
            if (close < 0)
            {
                return;
            }

            isOpen = false;
            start = Math.Min(line.Length, close + 2);
            cell++;
        }
        else
        {
            cell = 0;
        }

        while (start <= line.Length && cell < columns.Count)
        {
            var end = start + CellEnd(line[start..]);
            if (isOpen)
            {
                return;
            }

            sink.Cell(columns[cell], Unquoted(line[start..end]), line, new CellPlace(number, start, end));
            cell++;
            start = end + 1;
        }
    }

    private int CellEnd(ReadOnlySpan<byte> rest)
    {
        if (!rest.StartsWith("\""u8))
        {
            var plain = rest.IndexOf(delimiter);
            return plain < 0 ? rest.Length : plain;
        }

        var place = 1;
        while (true)
        {
            var quote = rest[place..].IndexOf((byte)'"');
            if (quote < 0)
            {
                isOpen = true;
                return rest.Length;
            }

            place += quote + 1;
            if (place >= rest.Length || rest[place] != '"')
            {
                var next = rest[place..].IndexOf(delimiter);
                return next < 0 ? rest.Length : place + next;
            }

            place++;
        }
    }

    private static ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> cell)
    {
        var text = cell.Trim((byte)' ');
        return text.Length > 1 && text[0] == '"' && text[^1] == '"' ? text[1..^1].Trim((byte)' ') : text;
    }
}

/// <summary>What may be said of a column's name: whoever made the file chose it, and it may be a value.</summary>
internal static class ColumnName
{
    private const int MaxLength = 40;
    private const int MaxDigits = 2;

    /// <summary>The name in a first line, with its number so that two of one name are two.</summary>
    public static byte[] HeaderOf(ReadOnlySpan<byte> name, int index) =>
        [.. name[..Math.Min(name.Length, MaxLength * 2)], 0, .. Encoding.ASCII.GetBytes(index.ToString(CultureInfo.InvariantCulture))];

    /// <summary>A name made of letters and what joins words; else the column's number.</summary>
    public static string Shown(ReadOnlySpan<byte> name, int number)
    {
        var end = name.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(end < 0 ? name : name[..end]);
        var isName = text.Length is > 0 and <= MaxLength
            && text.Count(char.IsDigit) <= MaxDigits
            && text.Any(char.IsLetter)
            && text.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ' ' or '#');
        return isName ? text : string.Create(CultureInfo.InvariantCulture, $"{number}");
    }
}
