using System.Buffers;

namespace Gates.BuiltIn.DlpScan.Scanning.Tables;

/// <summary>Names and their values in JSON, line by line and without building anything: lines of rows, arrays of rows, pretty or not.</summary>
internal sealed class JsonCells(ITableSink sink)
{
    private static readonly SearchValues<byte> Between = SearchValues.Create(" \t,:[]{}"u8);
    private static readonly SearchValues<byte> PlainEnds = SearchValues.Create(" \t,:]}\""u8);
    private int column = -1;

    public void Read(TableLines lines, Action tick)
    {
        while (lines.Next(out var line))
        {
            tick();
            Line(line, lines.Number);
        }
    }

    private void Line(ReadOnlySpan<byte> line, int number)
    {
        for (var place = 0; place < line.Length;)
        {
            var step = line[place..].IndexOfAnyExcept(Between);
            if (step < 0)
            {
                return;
            }

            var start = place + step;
            place = line[start] == '"' ? Text(line, start, number) : Plain(line, start, number);
        }
    }

    private int Text(ReadOnlySpan<byte> line, int start, int number)
    {
        var end = start + 1;
        while (end < line.Length && line[end] != '"')
        {
            var step = line[end..].IndexOfAny((byte)'"', (byte)'\\');
            end = step < 0 ? line.Length : line[end + step] == '\\' ? end + step + 2 : end + step;
        }

        end = Math.Min(end, line.Length);
        var value = line[(start + 1)..end];
        var after = Math.Min(end + 1, line.Length);
        var next = line[after..].IndexOfAnyExcept((byte)' ', (byte)'\t');
        if (next >= 0 && line[after + next] == ':')
        {
            column = sink.Column(value, number);
            return after + next + 1;
        }

        Cell(value, line, new CellPlace(number, start, after));
        return after;
    }

    private int Plain(ReadOnlySpan<byte> line, int start, int number)
    {
        var length = line[start..].IndexOfAny(PlainEnds);
        var end = length < 0 ? line.Length : start + Math.Max(length, 1);
        if (char.IsAsciiDigit((char)line[start]) || line[start] == '-')
        {
            Cell(line[start..end], line, new CellPlace(number, start, end));
        }

        return end;
    }

    private void Cell(ReadOnlySpan<byte> value, ReadOnlySpan<byte> line, CellPlace place)
    {
        if (column >= 0)
        {
            sink.Cell(column, value, line, place);
        }
    }
}
