using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.Unwrapping;

/// <summary>Columns count what an editor shows, also in files of older encodings and in files that mix them.</summary>
public sealed class ColumnTests
{
    [Theory]
    [InlineData("größer ")]
    [InlineData("prix 30 €, déjà vu ")]
    [InlineData("naïve “quotes” ")]
    public void A_byte_of_an_older_encoding_is_one_column(string before)
    {
        var old = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        var hit = Scanning.Scan([.. old.GetBytes("ä\n" + before), .. Encoding.ASCII.GetBytes(Scanning.Token)]).Hits.ShouldHaveSingleItem();

        (hit.Line, hit.Column, hit.EndColumn).ShouldBe((2, before.Length + 1, before.Length + 1 + Scanning.Token.Length));
    }

    [Fact]
    public void Mixed_encodings_count_each_as_it_is()
    {
        var hit = Scanning.Scan([.. "ü"u8, 0xFC, (byte)' ', .. "🔑"u8, 0x80, 0x20, .. Encoding.ASCII.GetBytes(Scanning.Token)]).Hits.ShouldHaveSingleItem();

        hit.Column.ShouldBe(8);
    }

    [Fact]
    public void A_character_that_a_piece_cuts_counts_once() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll(Gen.Choose(240_000, 280_000).ToArbitrary(), count =>
        {
            var before = string.Concat(Enumerable.Repeat("é€🔑", count / 4));

            var hit = Scanning.Scan(new string('x', count % 4) + before + " " + Scanning.Token).Hits.ShouldHaveSingleItem();

            hit.Column.ShouldBe((count % 4) + before.Length + 2);
        }));
}
