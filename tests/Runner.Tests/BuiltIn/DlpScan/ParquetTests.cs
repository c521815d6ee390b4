using Gates.Formats.Foundation.Trees;
using Parquet;
using Parquet.Schema;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

public sealed class ParquetTests
{
    private const int Rows = 50;

    [Fact]
    public async Task Columns_of_a_parquet_file_are_judged()
    {
        var report = Scanning.Scan(await FileAsync(), "export/people.parquet");

        report.Columns.Select(column => (column.Rule.Id, column.Column, column.Values, column.Line))
            .ShouldBe([("us-ssn", "ssn", Rows - 1, null), ("payment-card", "number", Rows, null), ("date-of-birth", "birthdate", Rows, null)]);
        report.Unseen.ShouldBe(UnseenReasons.Binary);
    }

    [Fact]
    public async Task A_file_that_is_no_parquet_says_so()
    {
        var content = await FileAsync();
        foreach (var broken in new[] { content[..^20], [.. content[..40], .. content[60..]], new byte[64] })
        {
            var report = Scanning.Scan(broken, "a.parquet");

            report.Unseen.ShouldBe(UnseenReasons.Unreadable);
            report.Problem!.ShouldBe("a.parquet: cannot be read as Parquet, so its columns are not judged.");
        }
    }

    private static async Task<byte[]> FileAsync()
    {
        var (ssn, number, born) = (new DataField<string>("ssn"), new DataField<long>("number"), new DataField<DateTime?>("birthdate"));
        using var file = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(ssn, number, born), file))
        {
            using var group = writer.CreateRowGroup();
            await group.WriteAsync(ssn, [.. Enumerable.Range(0, Rows).Select(i => i == 3 ? null! : PersonalNumbers.Make("us-ssn", 0, i))]);
            await group.WriteAsync<long>(
                number,
                Enumerable.Range(0, Rows).Select(i => long.Parse(PersonalNumbers.Make("payment-card", 0, i), null)).ToArray().AsMemory());
            await group.WriteAsync<DateTime>(
                born,
                Enumerable.Range(0, Rows).Select(i => (DateTime?)new DateTime(1960, 4, 2).AddDays(i * 100)).ToArray().AsMemory());
            group.CompleteValidate();
        }

        return file.ToArray();
    }
}
