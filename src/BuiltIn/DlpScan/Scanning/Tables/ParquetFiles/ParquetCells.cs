using System.Globalization;
using System.Text;
using Gates.Formats.Foundation.Trees;
using Parquet;
using Parquet.Schema;

namespace Gates.BuiltIn.DlpScan.Scanning.Tables.ParquetFiles;

/// <summary>Reads the columns of a Parquet file, one group of rows after the other. Lists in a column are passed by.</summary>
internal static class ParquetCells
{
    private const int MaxRows = 4_000_000;
    private const long MaxBytes = 256 << 20;

    /// <exception cref="UnscannedException">It is no Parquet file, or a column of it is too large to be read at once.</exception>
    public static void Read(string path, Stream source, ITableSink sink, FileDeadline deadline)
    {
        try
        {
            ReadAsync(path, source, sink, deadline).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is not (UnscannedException or OperationCanceledException or OutOfMemoryException))
        {
            // What is malformed makes the package throw what it meets: arithmetic, ranges, formats.
            throw new UnscannedException($"{path}: cannot be read as Parquet, so its columns are not judged.", UnseenReasons.Unreadable, e);
        }
    }

    private static async Task ReadAsync(string path, Stream source, ITableSink sink, FileDeadline deadline)
    {
        await using var reader = await ParquetReader.CreateAsync(source, leaveStreamOpen: true).ConfigureAwait(false);
        var fields = reader.Schema.GetDataFields().Where(static field => field.MaxRepetitionLevel == 0).ToArray();
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            using var rows = reader.OpenRowGroupReader(group);
            foreach (var field in fields)
            {
                deadline.CheckNow();
                if (rows.RowCount > MaxRows || rows.GetMetadata(field)?.MetaData?.TotalUncompressedSize > MaxBytes)
                {
                    throw new UnscannedException(
                        FormattableString.Invariant(
                            $"{path}: a group of rows is larger than {MaxRows:N0} rows or {MaxBytes >> 20} MB a column, so it is not judged."),
                        UnseenReasons.OverLimit);
                }

                await ReadColumnAsync(rows, field, sink).ConfigureAwait(false);
            }
        }
    }

    private static Task ReadColumnAsync(ParquetRowGroupReader rows, DataField field, ITableSink sink)
    {
        var column = sink.Column(Encoding.UTF8.GetBytes(field.Path.ToString()), 0);
        return column < 0 ? Task.CompletedTask
            : field.ClrType == typeof(ReadOnlyMemory<char>) || field.ClrType == typeof(string) ? TextsAsync(rows, field, column, sink)
            : field.ClrType == typeof(long) ? NumbersAsync<long>(rows, field, column, sink)
            : field.ClrType == typeof(int) ? NumbersAsync<int>(rows, field, column, sink)
            : field.ClrType == typeof(DateTime) ? NumbersAsync<DateTime>(rows, field, column, sink)
            : Task.CompletedTask;
    }

    private static async Task TextsAsync(ParquetRowGroupReader rows, DataField field, int column, ITableSink sink)
    {
        var values = new string?[rows.RowCount];
        await rows.ReadAsync(field, values.AsMemory(), null).ConfigureAwait(false);
        foreach (var value in values)
        {
            Cell(sink, column, value);
        }
    }

    private static async Task NumbersAsync<T>(ParquetRowGroupReader rows, DataField field, int column, ITableSink sink)
        where T : struct, IFormattable
    {
        var format = typeof(T) == typeof(DateTime) ? "yyyy-MM-dd" : null;
        if (field.IsNullable)
        {
            var some = new T?[rows.RowCount];
            await rows.ReadAsync<T>(field, some.AsMemory(), null).ConfigureAwait(false);
            foreach (var value in some)
            {
                Cell(sink, column, value?.ToString(format, CultureInfo.InvariantCulture));
            }

            return;
        }

        var all = new T[rows.RowCount];
        await rows.ReadAsync(field, all.AsMemory(), null).ConfigureAwait(false);
        foreach (var value in all)
        {
            Cell(sink, column, value.ToString(format, CultureInfo.InvariantCulture));
        }
    }

    private static void Cell(ITableSink sink, int column, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            sink.Cell(column, Encoding.UTF8.GetBytes(value), [], default);
        }
    }
}
