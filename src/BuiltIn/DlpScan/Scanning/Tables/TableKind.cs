namespace Gates.BuiltIn.DlpScan.Scanning.Tables;

/// <summary>How a table is written.</summary>
internal enum TableKind
{
    /// <summary>It is no table that we read.</summary>
    None,

    /// <summary>A row a line, with a sign between the cells.</summary>
    Delimited,

    /// <summary>Names and values, a row a line or in one array.</summary>
    Json,

    /// <summary>INSERT and COPY of a database's dump.</summary>
    Sql,

    /// <summary>Apache Parquet.</summary>
    Parquet,
}

/// <summary>Which files are tables: by their names, since nothing else tells a list of numbers from a program's.</summary>
internal static class TableKinds
{
    private static readonly Dictionary<string, TableKind> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = TableKind.Delimited,
        [".tsv"] = TableKind.Delimited,
        [".tab"] = TableKind.Delimited,
        [".psv"] = TableKind.Delimited,
        [".jsonl"] = TableKind.Json,
        [".ndjson"] = TableKind.Json,
        [".json"] = TableKind.Json,
        [".sql"] = TableKind.Sql,
        [".dump"] = TableKind.Sql,
        [".parquet"] = TableKind.Parquet,
    };

    public static TableKind Of(string path) => ByEnding.GetValueOrDefault(Path.GetExtension(path));

    /// <summary>The sign between cells: the one of four that stands most often in the first line, outside quotes.</summary>
    public static byte Delimiter(ReadOnlySpan<byte> line)
    {
        Span<int> counts = stackalloc int[4];
        var isQuoted = false;
        foreach (var b in line)
        {
            isQuoted ^= b == '"';
            var which = Delimiters.IndexOf(b);
            counts[Math.Max(which, 0)] += which < 0 || isQuoted ? 0 : 1;
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return Delimiters[best];
    }

    private static ReadOnlySpan<byte> Delimiters => ",;\t|"u8;
}
