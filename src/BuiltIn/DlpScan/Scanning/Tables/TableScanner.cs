using System.Text;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning.Tables.ParquetFiles;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Scanning.Tables;

/// <summary>Judges a table by its columns: many values of one kind under one name say more than each alone.</summary>
internal sealed class TableScanner(RuleSet rules, ReadOnlyMemory<byte> salt)
{
    private const int LinesBetweenLooks = 1_024;
    private readonly ColumnRules judging = rules.Columns;

    /// <summary>Whether the file is a table that is read from its beginning again.</summary>
    public bool Reads(string path, Stream source) => judging.Rules.Count > 0 && source.CanSeek && TableKinds.Of(path) != TableKind.None;

    public IReadOnlyList<ColumnHit> Judge(string path, Stream source, Encoding? encoding, IReadOnlyList<LineRange>? lines, FileDeadline deadline)
    {
        var judge = new ColumnJudge(judging, path, lines, salt);
        var kind = TableKinds.Of(path);
        source.Position = 0;
        if (kind == TableKind.Parquet)
        {
            ParquetCells.Read(path, source, judge, deadline);
            return judge.Finish();
        }

        if (encoding is null)
        {
            Read(kind, source, judge, deadline);
            return judge.Finish();
        }

        using var text = Encoding.CreateTranscodingStream(source, encoding, Encoding.UTF8, leaveOpen: true);
        Read(kind, text, judge, deadline);
        return judge.Finish();
    }

    private static void Read(TableKind kind, Stream source, ColumnJudge judge, FileDeadline deadline)
    {
        var count = 0;
        void Tick()
        {
            if (++count % LinesBetweenLooks == 0)
            {
                deadline.CheckNow();
            }
        }

        using var lines = new TableLines(source);
        switch (kind)
        {
            case TableKind.Delimited:
                new DelimitedRows(judge).Read(lines, Tick);
                break;
            case TableKind.Json:
                new JsonCells(judge).Read(lines, Tick);
                break;
            case TableKind.Sql:
                new SqlRows(judge).Read(lines, Tick);
                break;
        }
    }
}
