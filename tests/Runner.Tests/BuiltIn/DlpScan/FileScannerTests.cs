using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Formats.Foundation.Trees;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

public sealed class FileScannerTests
{
    [Theory]
    [InlineData("\n", "TOKEN=")]
    [InlineData("\r\n", "TOKEN=")]
    [InlineData("\n", "// größer 🔑 ")]
    public void Line_and_columns_count_as_editors_do(string newLine, string before)
    {
        var hit = Scanning.Scan($"first{newLine}second{newLine}{before}{Scanning.Token}{newLine}").Hits.ShouldHaveSingleItem();

        hit.Line.ShouldBe(3);
        hit.Column.ShouldBe(before.Length + 1);
        hit.EndColumn.ShouldBe(before.Length + 1 + Scanning.Token.Length);
    }

    [Fact]
    public void A_fault_of_ours_is_said_and_what_was_found_before_counts()
    {
        using var scanner = new FileScanner(RuleReader.Shipped, Scanning.Salt);
        var content = Encoding.UTF8.GetBytes(Scanning.Token + "\n" + new string('x', 600_000));

        var report = scanner.Scan("a.txt", new Faulty(content), null, new FileDeadline(TimeProvider.System, "a.txt", content.Length, CancellationToken.None));

        report.Hits.ShouldHaveSingleItem().Line.ShouldBe(1);
        report.Unseen.ShouldBe(UnseenReasons.Unreadable);
        report.Problem.ShouldBe("a.txt: not scanned to its end for an internal error, please report it: InvalidOperationException");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_file_with_a_byte_order_mark_is_read_in_its_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes("ä\n" + Scanning.Token)];

        var hit = Scanning.Scan(content).Hits.ShouldHaveSingleItem();

        (hit.Line, hit.Column).ShouldBe((2, 1));
    }

    [Fact]
    public void A_file_read_only_in_part_says_so_and_keeps_its_hits()
    {
        var content = Encoding.ASCII.GetBytes(Scanning.Token + "\n" + string.Concat(Enumerable.Repeat("a line without anything in it\n", 40_000)));

        var report = Scanning.Scan(content, "slow.txt", time: new HastyTime { Free = 2 });

        report.Unseen.ShouldBe(UnseenReasons.OverLimit);
        report.Hits.ShouldHaveSingleItem().Line.ShouldBe(1);
    }

    [Fact]
    public void A_value_anywhere_in_a_file_of_several_pieces_is_found_once_and_at_its_place() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Gen.Choose(0, 800_000).ToArbitrary(), offset =>
        {
            var filler = string.Concat(Enumerable.Repeat("some ordinary text with ü in it\n", 26_000)).AsSpan(0, offset).ToString();
            var content = filler + "\n" + Scanning.Token + "\n" + new string('x', 800_000 - offset);

            var hit = Scanning.Scan(content).Hits.ShouldHaveSingleItem();

            hit.Line.ShouldBe(filler.Count(c => c == '\n') + 2);
            hit.Column.ShouldBe(1);
        }));

    [Fact]
    public void A_value_at_the_end_of_a_line_of_megabytes_has_its_column()
    {
        var hit = Scanning.Scan(new string('y', 1_500_000) + " " + Scanning.Token).Hits.ShouldHaveSingleItem();

        (hit.Line, hit.Column).ShouldBe((1, 1_500_002));
    }

    [Fact]
    public void Only_the_lines_asked_for_count_but_the_others_are_context()
    {
        var table = "id,ssn\n1,4126" + "87193\n2,5327" + "78294\n";

        Scanning.Scan(table, "data.csv", [new LineRange(3, 3)]).Hits.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Fact]
    public void A_file_that_takes_too_long_is_unseen_and_named()
    {
        var content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("password = ", 2_000)));

        var report = Scanning.Scan(content, "slow.txt", time: new HastyTime());

        report.Unseen.ShouldBe(UnseenReasons.OverLimit);
        report.Problem!.ShouldStartWith("slow.txt: not scanned to its end within 30 s");
        report.Problem.ShouldContain("`exclude`");
    }

    [Fact]
    public void The_rule_that_knows_most_about_a_value_reports_it() =>
        Scanning.Rules($"api_key = \"{Scanning.Token}\"").ShouldBe(["github-personal-token"]);

    [Fact]
    public void Hits_beyond_the_cap_are_counted()
    {
        var report = Scanning.Scan(string.Concat(Enumerable.Range(0, 1_050).Select(i => $"{Scanning.Token}\n")));

        report.Hits.Count.ShouldBe(FileScanner.HitsPerFile);
        report.More.ShouldHaveSingleItem().Value.Count.ShouldBe(50);
    }

    [Fact]
    public void Text_made_to_be_slow_is_scanned_in_time()
    {
        var content = string.Concat(Enumerable.Repeat("a@a.", 50_000))
            + string.Concat(Enumerable.Repeat("1234-", 50_000))
            + string.Concat(Enumerable.Repeat("://a:", 50_000));

        Scanning.Scan(content).Hits.ShouldBeEmpty();
    }

    /// <summary>A clock on which every look costs ten seconds.</summary>
    private sealed class HastyTime : TimeProvider
    {
        private long ticks;

        /// <value>How many looks cost nothing.</value>
        public int Free { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Free-- > 0 ? ticks : ticks += 100;
    }

    /// <summary>Breaks where the second piece would be read, with a message that holds what it must not.</summary>
    private sealed class Faulty(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) =>
            Position >= 300_000 ? throw new InvalidOperationException(Scanning.Token) : base.Read(buffer[..Math.Min(buffer.Length, 1_000)]);
    }
}
