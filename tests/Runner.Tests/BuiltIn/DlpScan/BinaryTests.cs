using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Gates.BuiltIn.DlpScan;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Pipeline.Unseen;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

/// <summary>No byte makes a file unseen: what is text by its name is scanned as text and named, what is binary is searched for known shapes.</summary>
public sealed class BinaryTests
{
    private const string Generic = "pass" + "word = \"vT7#kq2Lw9zR4mXp\"\n";

    [Fact]
    public void A_token_in_binary_data_is_found_at_its_byte()
    {
        var report = Scanning.Scan([0x7F, .. "ELF"u8, 0, 0, 1, .. Encoding.ASCII.GetBytes(Scanning.Token), 0], "lib/tool.so");

        report.Unseen.ShouldBe(UnseenReasons.Binary);
        var hit = report.Hits.ShouldHaveSingleItem();
        (hit.Rule.Id, hit.Offset, hit.Verified).ShouldBe(("github-personal-token", 7L, true));
    }

    [Theory]
    [InlineData("utf-16", 0)]
    [InlineData("utf-16", 1)]
    [InlineData("utf-16BE", 0)]
    [InlineData("utf-16BE", 1)]
    public void A_token_in_binary_data_is_found_in_wide_characters(string encoding, int shift)
    {
        byte[] content = [.. Noise(4_000 + shift), 0, 0, .. Encoding.GetEncoding(encoding).GetBytes("x=" + Scanning.Token), 0, 0, .. Noise(500)];

        var hit = Scanning.Scan(content, "a.dll").Hits.ShouldHaveSingleItem();

        hit.Offset.ShouldBe(4_000 + shift + 2 + 4 + (encoding == "utf-16BE" ? 1 : 0));
    }

    [Fact]
    public void A_private_key_in_binary_data_is_found() =>
        Scanning.Scan(
            [0, 1, 2, 0, .. Encoding.ASCII.GetBytes(KeyReaderTests.Pem("MC4CAQAwBQYDK2VwBCIEIFssiTXNfPZvG2kwWqeUDfnGbl/2ZGYid/mMJKGv6FYB")), 0, 0],
            "a.bin")
            .Hits.ShouldHaveSingleItem().Rule.Id.ShouldBe("private-key");

    [Fact]
    public void Binary_data_is_not_searched_for_what_only_words_around_it_tell() =>
        Scanning.Scan([0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Generic + "ssn 412-68-" + "7193")], "a.bin").Hits.ShouldBeEmpty();

    [Fact]
    public void A_token_anywhere_in_a_large_binary_file_is_found_once_and_at_its_byte() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(40),
            Prop.ForAll((from at in Gen.Choose(0, 700_000) from wide in Gen.Elements(false, true) select (at, wide)).ToArbitrary(), place =>
        {
            var content = Noise(800_000);
            var value = place.wide ? Encoding.Unicode.GetBytes("\0" + Scanning.Token + "\0") : [0, .. Encoding.ASCII.GetBytes(Scanning.Token), 0];
            value.CopyTo(content, place.at);

            return Scanning.Scan(content, "a.bin").Hits.ShouldHaveSingleItem().Offset == place.at + (place.wide ? 2 : 1);
        }));

    [Theory]
    [InlineData(".env")]
    [InlineData("deploy/prod.yml")]
    [InlineData("src/app.ts")]
    [InlineData("Dockerfile")]
    [InlineData("Makefile")]
    [InlineData("config/app.properties")]
    public void A_text_file_by_its_name_is_scanned_as_text_whatever_it_holds_and_named(string path)
    {
        foreach (var content in (byte[][])[
            [0, .. Encoding.ASCII.GetBytes(Generic)],
            [.. Noise(2_000), (byte)'\n', .. Encoding.ASCII.GetBytes(Generic)],
            [.. new byte[9_000], .. Encoding.ASCII.GetBytes("\n" + Generic)]
        ])
        {
            var report = Scanning.Scan(content, path);

            report.Unseen.ShouldBe(UnseenReasons.BinaryText);
            report.Hits.ShouldHaveSingleItem().Rule.Category.ShouldBe(RuleCategories.GenericSecret);
        }
    }

    [Fact]
    public void A_script_without_an_extension_is_text_by_its_first_line() =>
        Scanning.Scan([.. "#!/bin/sh\n"u8, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Generic)], "bin/deploy").Unseen.ShouldBe(UnseenReasons.BinaryText);

    [Fact]
    public void One_zero_byte_makes_no_file_binary()
    {
        var report = Scanning.Scan([.. Encoding.ASCII.GetBytes(Generic), 0], "notes");

        report.Unseen.ShouldBeNull();
        report.Hits.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Wide_text_without_its_mark_is_read_as_text(string encoding) =>
        Scanning.Scan(Encoding.GetEncoding(encoding).GetBytes("# settings\r\n" + Generic), ".env").Hits.ShouldHaveSingleItem().Line.ShouldBe(2);

    [Fact]
    public void A_mark_before_plain_text_hides_nothing()
    {
        foreach (var mark in (byte[][])[[0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0]])
        {
            var report = Scanning.Scan([.. mark, .. Encoding.ASCII.GetBytes("\n" + Generic)], ".env");

            report.Hits.ShouldHaveSingleItem().Line.ShouldBe(2);
            report.Unseen.ShouldBe(UnseenReasons.BinaryText);
        }
    }

    [Fact]
    public void A_mark_before_binary_data_hides_no_token() =>
        Scanning.Scan([0xFF, 0xFE, .. Noise(300), 0, 0, .. Encoding.ASCII.GetBytes(Scanning.Token), 0, 0, .. Noise(9_000)], "a.bin").Hits
            .ShouldHaveSingleItem().Offset
            .ShouldBe(304);

    [Fact]
    public void Wide_text_with_its_mark_is_no_more_than_text()
    {
        var report = Scanning.Scan([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("# x\n" + Generic + Scanning.Token)], ".env");

        report.Unseen.ShouldBeNull();
        report.Hits.Select(hit => (hit.Line, hit.Offset)).ShouldBe([(2, null), (3, null)]);
    }

    [Fact]
    public void Wide_text_that_turns_plain_hides_no_token()
    {
        var report = Scanning.Scan([.. Encoding.Unicode.GetBytes(new string('x', 5_000)), (byte)'\n', .. Encoding.ASCII.GetBytes(Scanning.Token)], "notes");

        report.Hits.ShouldHaveSingleItem().Offset.ShouldBe(10_001);
    }

    [Fact]
    public async Task The_gate_counts_what_it_saw_and_names_what_it_did_not()
    {
        var tree = new MemoryTree(("a.txt", "text"), ("b.bin", "\0\0\0"), ("c.env", "A=1\0"));
        var context = new GateContext(tree, ChangeSet.None, Scanning.Salt);

        var facts = (await new DlpScanGate(new DlpScanOptions(), TimeProvider.System).InspectAsync(context, CancellationToken.None)).Facts;

        facts.GetProperty("skippedCounts").GetRawText().ShouldBe("""{"binary-text":1,"binary":1}""");
        facts.GetProperty("scanned").GetProperty("files").GetInt32().ShouldBe(2);
        var summary = context.Coverage.Summary()!;
        summary.Seen.ShouldHaveSingleItem().Count.ShouldBe(1);
        summary.LeftOut.Select(group => group.Reason.Id + " " + string.Join(',', group.Paths)).ShouldBe(["binary-text c.env", "binary b.bin"]);
        Verdicts.OfGate(GateMode.Warn, errored: false, [], summary).ShouldBe(Verdict.Warned);
    }

    [Fact]
    public async Task No_part_of_a_value_in_binary_data_reaches_the_evidence()
    {
        foreach (var (rule, text) in DlpScanGateTests.RuleSamples()
            .Where(sample => sample.Rule.Anchor == RuleAnchor.Literal)
            .Select(sample => (sample.Rule, sample.Text)))
        {
            var isShape = rule.Category is RuleCategories.ProviderSecret or RuleCategories.PrivateKey;
            var files = new[]
            {
                text,
                string.Concat(text.Select(c => c + "\0"))
            }.Select((content, i) => ($"{i}.bin", string.Concat(Enumerable.Repeat("\u0001\u0002", 500)) + "\0\0\0\u0001" + content + "\0\0"));

            var facts = await Scanning.Inspect([.. files]);

            var hits = facts.GetProperty("hits").EnumerateArray().ToArray();
            (isShape ? hits.Count(hit => hit.GetProperty("rule").GetString() == rule.Id) : 2).ShouldBe(2, rule.Id);
            hits.ShouldAllBe(hit => hit.GetProperty("offset").GetInt64() >= 4);
            Words(text)
                .Where(word => word.Length >= 12
                    && !new[] { rule.Id, rule.Title, rule.Help }.Any(said => said.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .ShouldAllBe(
                    word => !JsonSerializer.Serialize(facts, JsonSerializerOptions.Default).Contains(word, StringComparison.OrdinalIgnoreCase),
                    rule.Id);
        }
    }

    private static IEnumerable<string> Words(string text) => text.Split([' ', '\n', '"', '\'', '=', ':', '\\', '/', '@', ',']);

    /// <summary>Bytes as compressed data has them, the same in every run.</summary>
    private static byte[] Noise(int count)
    {
        var bytes = new byte[count];
        var state = 0x9E3779B9u;
        for (var i = 0; i < count; i++)
        {
            state = (state * 1_664_525) + 1_013_904_223;
            bytes[i] = (byte)(state >> 24);
        }

        return bytes;
    }
}
