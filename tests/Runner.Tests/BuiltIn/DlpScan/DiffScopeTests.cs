using System.Security.Cryptography;
using Gates.Formats.Foundation.Trees;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

/// <summary>In a diff a hit counts when any of its lines is new.</summary>
public sealed class DiffScopeTests
{
    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(5, 6, true)]
    [InlineData(5, 400, true)]
    [InlineData(-1, -1, true)]
    [InlineData(0, 0, false)]
    [InlineData(3, 400, false)]
    public void Key_counts_when_any_of_its_lines_is_new(int first, int last, bool counts)
    {
        using var key = RSA.Create(1024);
        var pem = key.ExportRSAPrivateKeyPem();
        var below = pem.Split('\n').Length + 1;
        var text = pem + "\n" + string.Concat(Enumerable.Repeat("nothing\n", 10));
        var range = counts && first > 0 ? new LineRange(first, last) : new LineRange(below + first, below + last);

        var report = Scanning.Scan(text, "k.pem", [range]);

        report.Hits.Count.ShouldBe(counts ? 1 : 0);
        report.Around.Count.ShouldBe(counts ? 0 : 1);
        report.Hits.ShouldAllBe(hit => hit.Line == 1);
    }

    [Fact]
    public void Line_below_a_value_is_none_of_its_own()
    {
        var text = $"TOKEN={Scanning.Token}\nnext\n";

        Scanning.Scan(text, "a.env", [new LineRange(2, 2)]).Hits.ShouldBeEmpty();
        Scanning.Scan(text.ReplaceLineEndings("\r\n"), "a.env", [new LineRange(2, 2)]).Hits.ShouldBeEmpty();
        Scanning.Scan(text.ReplaceLineEndings("\r\n"), "a.env", [new LineRange(1, 1)]).Hits.Count.ShouldBe(1);
    }

    [Fact]
    public void Same_key_with_other_line_ends_is_the_same_value()
    {
        using var key = RSA.Create(1024);
        var pem = key.ExportRSAPrivateKeyPem() + "\n";

        var one = Scanning.Scan(pem, "k.pem").Hits.ShouldHaveSingleItem();
        var other = Scanning.Scan(pem.ReplaceLineEndings("\r\n"), "k.pem").Hits.ShouldHaveSingleItem();

        other.Identity.ShouldBe(one.Identity);
        other.Key.ShouldBe(one.Key);
        one.ToString().ShouldNotContain(one.Key.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
