namespace Gates.BuiltIn.DlpScan.Scanning.Tables;

/// <summary>Where a cell stands: its line, from 1, and the bytes of the line it takes. A file without lines has none.</summary>
internal readonly record struct CellPlace(int Line, int Start, int End);

/// <summary>Takes the cells of a table, row by row.</summary>
internal interface ITableSink
{
    /// <summary>The number of the column of that name; -1 when there are too many.</summary>
    int Column(ReadOnlySpan<byte> name, int line);

    void Cell(int column, ReadOnlySpan<byte> value, ReadOnlySpan<byte> line, CellPlace place);
}
