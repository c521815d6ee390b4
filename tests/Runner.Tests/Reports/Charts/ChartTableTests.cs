using Gates.Policies;
using Gates.Runner.Reports.Charts;
using Shouldly;
using Xunit;

namespace Runner.Tests.Reports.Charts;

public sealed class ChartTableTests
{
    [Fact]
    public void Of_ChartsWithTheSameParts_AreOneTable()
    {
        Chart[] charts = [Staged("a", "5 %", "100 %"), Plain("b"), Staged("c", "5 %", "100 %"), Staged("d", "5 %")];

        ChartTable.Of(charts).Select(table => $"{string.Join(" | ", table.Columns)}: {string.Join(' ', table.Rows.Select(chart => chart.Name))}")
            .ShouldBe(["5 % | 100 %: a c", "from … to: b", "5 %: d"]);
    }

    [Fact]
    public void Cells_OfAChartWithoutParts_AreItsRange()
    {
        ChartTable.Cells(Plain("b")).ShouldBe([("1 … 3.5 MB", null)]);
        ChartTable.Cells(Plain("b") with { Lines = [new ChartLine("x", [null])] }).ShouldBe([("nothing", null)]);
    }

    private static Chart Plain(string name) => new(name, default, 1, [new ChartLine("x", [1, null, 3.5])]) { Unit = "MB" };

    private static Chart Staged(string name, params string[] spans) => Plain(name) with { Spans = [.. spans.Select((span, i) => new ChartSpan(i, span))] };
}
