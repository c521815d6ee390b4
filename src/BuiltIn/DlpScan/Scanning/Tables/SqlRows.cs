using System.Text;

namespace Gates.BuiltIn.DlpScan.Scanning.Tables;

/// <summary>Rows of a database's dump: INSERT with or without a list of columns, and COPY with its rows. Names come also from CREATE TABLE.</summary>
internal sealed class SqlRows(ITableSink sink)
{
    private const int MaxTables = 1_000;
    private readonly Dictionary<string, List<string>> tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<int> columns = [];
    private string? created;
    private bool isCopy;
    private bool inRows;

    public void Read(TableLines lines, Action tick)
    {
        while (lines.Next(out var line))
        {
            tick();
            if (isCopy)
            {
                Copied(line, lines.Number);
            }
            else
            {
                Statement(line, lines.Number);
            }
        }
    }

    private void Statement(ReadOnlySpan<byte> line, int number)
    {
        var text = line.TrimStart((byte)' ');
        var at = 0;
        if (Begins(text, "insert"u8) || Begins(text, "replace"u8))
        {
            (at, inRows) = (Insert(line, number), true);
        }
        else if (Begins(text, "copy "u8))
        {
            (isCopy, inRows) = (text.IndexOf("stdin"u8) > 0 || text.IndexOf("STDIN"u8) > 0, false);
            Name(Encoding.UTF8.GetString(Head(text)), number);
            return;
        }
        else if (Begins(text, "create table"u8))
        {
            (created, inRows) = (TableName(Encoding.UTF8.GetString(Head(text))), false);
            tables.TryAdd(tables.Count < MaxTables ? created : string.Empty, []);
            return;
        }
        else if (created is not null)
        {
            Created(text);
            return;
        }

        if (inRows)
        {
            Rows(line, at, number);
        }
    }

    // A line of CREATE TABLE: a name and its type. Keys and constraints are no columns.
    private void Created(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith(")"u8))
        {
            created = null;
            return;
        }

        var name = SqlNames.First(Encoding.UTF8.GetString(Head(text)));
        if (name.Length > 0 && name.ToUpperInvariant() is not ("PRIMARY" or "KEY" or "UNIQUE" or "CONSTRAINT" or "FOREIGN" or "INDEX" or "CHECK" or "FULLTEXT")
            && tables.TryGetValue(created!, out var known))
        {
            known.Add(name);
        }
    }

    private int Insert(ReadOnlySpan<byte> line, int number)
    {
        var head = Head(line);
        var values = head.IndexOf("values"u8);
        values = values < 0 ? head.IndexOf("VALUES"u8) : values;
        var names = values < 0 ? head : head[..values];
        Name(Encoding.UTF8.GetString(names), number);
        return values < 0 ? line.Length : values + 6;
    }

    private void Name(string head, int number)
    {
        var table = TableName(head);
        columns.Clear();
        var names = SqlNames.List(head);
        foreach (var name in names.Count > 0 ? names : tables.GetValueOrDefault(table) ?? [])
        {
            columns.Add(sink.Column(Encoding.UTF8.GetBytes(name + "\0" + table), number));
        }
    }

    private static string TableName(string head)
    {
        var open = head.IndexOf('(', StringComparison.Ordinal);
        var words = (open < 0 ? head : head[..open]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = words.FirstOrDefault(static word =>
            word.ToUpperInvariant() is not ("INSERT" or "REPLACE" or "INTO" or "IGNORE" or "COPY" or "CREATE" or "TABLE" or "IF" or "NOT" or "EXISTS"));
        return name?.Trim('`', '"', '[', ']', ';') ?? string.Empty;
    }

    private void Copied(ReadOnlySpan<byte> line, int number)
    {
        if (line.SequenceEqual("\\."u8))
        {
            isCopy = false;
            return;
        }

        var start = 0;
        foreach (var column in columns)
        {
            var length = line[start..].IndexOf((byte)'\t');
            var end = length < 0 ? line.Length : start + length;
            Cell(column, line[start..end], line, new CellPlace(number, start, end));
            if (length < 0)
            {
                return;
            }

            start = end + 1;
        }
    }

    private void Rows(ReadOnlySpan<byte> line, int at, int number)
    {
        var (cell, depth) = (0, 0);
        while (at < line.Length)
        {
            var b = line[at];
            if (b == '\'' || depth == 0 || b is (byte)' ' or (byte)',' or (byte)'(' or (byte)')')
            {
                depth += b == '(' ? 1 : b == ')' ? -1 : 0;
                cell = b == '(' && depth == 1 ? 0 : b == ',' && depth == 1 ? cell + 1 : cell;
                inRows &= b != ';' || depth != 0;
                if (b != '\'')
                {
                    at++;
                    continue;
                }
            }

            var end = b == '\'' ? SqlNames.TextEnd(line, at) : at + Math.Max(1, PlainEnd(line[at..]));
            if (depth == 1 && cell < columns.Count)
            {
                Cell(columns[cell], b == '\'' ? line[(at + 1)..Math.Max(at + 1, end - 1)] : line[at..end], line, new CellPlace(number, at, end));
            }

            at = end;
        }
    }

    private void Cell(int column, ReadOnlySpan<byte> value, ReadOnlySpan<byte> line, CellPlace place)
    {
        if (column >= 0)
        {
            sink.Cell(column, value, line, place);
        }
    }

    private static int PlainEnd(ReadOnlySpan<byte> rest) => rest.IndexOfAny(" ,()"u8) is var end and >= 0 ? end : rest.Length;

    private static ReadOnlySpan<byte> Head(ReadOnlySpan<byte> line) => line[..Math.Min(line.Length, 8 << 10)];

    private static bool Begins(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        text.Length > word.Length && Ascii.EqualsIgnoreCase(text[..word.Length], word);
}

/// <summary>Names and texts as SQL writes them.</summary>
internal static class SqlNames
{
    /// <summary>The names in the first brackets.</summary>
    public static IReadOnlyList<string> List(string head)
    {
        var open = head.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : head.IndexOf(')', open);
        return close < 0 ? [] : [.. head[(open + 1)..close].Split(',').Select(First)];
    }

    /// <summary>The first name in a text, without what quotes it.</summary>
    public static string First(string text)
    {
        var name = text.Trim();
        if (name.Length > 0 && name[0] is '`' or '"' or '[')
        {
            var end = name.IndexOfAny(['`', '"', ']'], 1);
            return end < 0 ? string.Empty : name[1..end];
        }

        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? name.TrimEnd(',') : name[..space];
    }

    /// <summary>Where a text between single quotes ends: quotes in it are doubled or have a backslash before them.</summary>
    public static int TextEnd(ReadOnlySpan<byte> line, int start)
    {
        for (var i = start + 1; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                i++;
            }
            else if (line[i] == '\'')
            {
                if (i + 1 >= line.Length || line[i + 1] != '\'')
                {
                    return i + 1;
                }

                i++;
            }
        }

        return line.Length;
    }
}
