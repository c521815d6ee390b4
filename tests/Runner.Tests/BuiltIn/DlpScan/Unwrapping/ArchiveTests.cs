using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Formats.Foundation.Trees;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.Unwrapping;

/// <summary>What stands in an archive is scanned as the file it is; what cannot be opened is said.</summary>
public sealed class ArchiveTests
{
    private static readonly byte[] Env = Encoding.UTF8.GetBytes("# settings\nTOKEN=" + Scanning.Token + "\n");

    public static TheoryData<string> Kinds => ["zip", "stored", "tar", "tgz", "prefixed", "zip-in-tgz", "zip-in-zip", "tgz-in-zip"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_secret_in_a_member_is_found_at_its_line_there(string kind)
    {
        const string name = "conf/app.env";
        var zip = Archives.Zip([("README", [.. "x"u8]), (name, Env)]);
        var (content, member) = kind switch
        {
            "zip" => (zip, name),
            "stored" => (Archives.Zip([(name, Env)], CompressionLevel.NoCompression), name),
            "tar" => (Archives.Tar((name, Env)), name),
            "tgz" => (Archives.Gzip(Archives.Tar((name, Env))), name),
            "prefixed" => ([.. "#!/bin/sh\nexec java -jar $0\n\0\0\0\0\0\0\0\0"u8, .. zip], string.Empty),
            "zip-in-tgz" => (Archives.Gzip(Archives.Tar(("lib/x.jar", zip))), "lib/x.jar!/" + name),
            "zip-in-zip" => (Archives.Zip([("lib/x.jar", zip)]), "lib/x.jar!/" + name),
            _ => (Archives.Zip([("x.tgz", Archives.Gzip(Archives.Tar((name, Env))))]), "x.tgz!/" + name),
        };

        var report = Scanning.Scan(content, "dist/release.bin");

        if (kind == "prefixed")
        {
            report.Unseen.ShouldNotBeNull("a program with an archive behind it is binary");
            return;
        }

        report.Unseen.ShouldBeNull();
        report.Hits.Select(hit => (hit.Rule.Id, hit.Member, hit.Line, hit.Column, hit.Inside, hit.Offset)).ShouldBe(
            [("github-personal-token", member, 2, 7, null, (long?)null)]);
    }

    [Fact]
    public void A_compressed_log_is_named_without_its_ending() =>
        Scanning.Scan(Archives.Gzip(Env), "logs/app.log.gz").Hits.ShouldHaveSingleItem().Member.ShouldBe("app.log");

    [Fact]
    public void A_zlib_stream_is_opened_and_two_bytes_are_none()
    {
        Scanning.Scan(Archives.Zlib("TOKEN=" + Scanning.Token), "objects/ab").Hits.ShouldHaveSingleItem().Member.ShouldBe("content");

        var report = Scanning.Scan([0x78, 0x9C, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Scanning.Token), 0, 0], "a.bin");
        (report.Unseen, report.Problem).ShouldBe((UnseenReasons.Binary, null));
        report.Hits.ShouldHaveSingleItem().Offset.ShouldBe(6);
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>key gh</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>", "</w:t></w:r></w:p>", "word/document.xml")]
    [InlineData("<text:p>key gh<text:span text:style-name=\"T1\">", "</text:span></text:p>", "content.xml")]
    [InlineData("<a:p><a:r><a:t>key gh</a:t></a:r><a:r><a:t>", "</a:t></a:r></a:p>", "ppt/slides/slide1.xml")]
    public void A_token_that_a_word_processor_cut_is_joined(string before, string after, string part)
    {
        var report = Scanning.Scan(Archives.Zip((part, "<?xml version=\"1.0\"?>\n<d>" + before + Scanning.Token[2..] + after + "</d>")), "notes.docx");

        var hit = report.Hits.ShouldHaveSingleItem();
        (hit.Member, hit.Line, hit.Inside).ShouldBe((part, 2, "markup"));
    }

    [Fact]
    public void Paragraphs_of_a_document_are_lines()
    {
        var document = "<w:p><w:r><w:t>pass" + "word = </w:t></w:r><w:r><w:t>\"vT7#kq2Lw9zR4mXp\"</w:t></w:r></w:p><w:p><w:r><w:t>next</w:t></w:r></w:p>";

        Scanning.Scan(Archives.Zip(("word/document.xml", document)), "a.docx").Hits.ShouldHaveSingleItem().Rule.Category.ShouldBe(RuleCategories.GenericSecret);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_that_a_PDF_shows_is_joined(bool isInZip)
    {
        var content = Archives.Zlib("BT /F1 12 Tf 72 720 Td [(The key is)-300(gh)-12(" +
            Scanning.Token[2..9] + ") 40 (" + Scanning.Token[9..] + ")] TJ 0 -14 Td (next) Tj ET");
        byte[] pdf = [.. "%PDF-1.7\n1 0 obj\n<< /Length 9 /Filter /FlateDecode >>\nstream\r\n"u8, .. content, .. "\nendstream\nendobj\n"u8];

        var report = isInZip ? Scanning.Scan(Archives.Zip([("b/a.pdf", pdf)]), "a.zip") : Scanning.Scan(pdf, "docs/a.pdf");

        report.Problem.ShouldBeNull();
        var hit = report.Hits.ShouldHaveSingleItem();
        (hit.Member, hit.Inside).ShouldBe((isInZip ? "b/a.pdf!/stream 1" : "stream 1", "markup"));
    }

    [Fact]
    public void An_encrypted_PDF_is_said() =>
        Scanning.Scan([.. "%PDF-1.7\ntrailer << /Encrypt 9 0 R >>\n"u8], "a.pdf").Problem.ShouldBe("a.pdf: not opened to its end: it is encrypted");

    [Fact]
    public void What_is_encoded_in_a_member_is_found_there()
    {
        var hit = Scanning.Scan(Archives.Zip(("k8s/secret.yaml", "a: 1\nb: " + Wrappers.Base64("x " + Scanning.Token))), "chart.tgz")
            .Hits.ShouldHaveSingleItem();

        (hit.Member, hit.Line, hit.Column, hit.Inside).ShouldBe(("k8s/secret.yaml", 2, 4, "base64"));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    public void A_member_of_wide_characters_is_text(string encoding)
    {
        var wide = Encoding.GetEncoding(encoding);

        var report = Scanning.Scan(Archives.Gzip(Archives.Tar(("a.ini", [.. wide.GetPreamble(), .. wide.GetBytes("[x]\nt=" + Scanning.Token)]))), "a.tgz");

        (report.Unseen, report.Hits.ShouldHaveSingleItem().Line).ShouldBe((null, 2));
    }

    [Fact]
    public void A_binary_member_is_searched_for_known_shapes_and_said()
    {
        var report = Scanning.Scan(Archives.Zip([("App.class", [0xCA,
            0xFE, 0xBA, 0xBE, 0, 0, 0, 52, 0, 0, .. Encoding.ASCII.GetBytes(Scanning.Token), 0, 0])]), "app.jar");

        report.Unseen.ShouldBe(UnseenReasons.Binary);
        var hit = report.Hits.ShouldHaveSingleItem();
        (hit.Member, hit.Offset).ShouldBe(("App.class", 10));
    }

    [Fact]
    public void A_database_is_searched_for_passwords_too() =>
        Scanning.Scan([.. "SQLite format 3\0"u8, 0x10, 0, 1, 1, 0, 0,
            .. Encoding.ASCII.GetBytes("postgres:" + "//svc:q8ZtR5vN2xKw7@db.acme.io/app"), 0], "app.db").Hits
            .ShouldHaveSingleItem().Rule.Id.ShouldBe("url-password");

    [Fact]
    public void What_begins_like_an_archive_and_is_none_hides_nothing()
    {
        foreach (var start in (byte[][])[[0x1F, 0x8B, 8], [.. "PK\u0003\u0004"u8], [.. "BZh91A"u8], [0x78, 0x9C]])
        {
            var report = Scanning.Scan([.. start, (byte)'\n', .. Env], ".env");

            report.Hits.ShouldHaveSingleItem().Line.ShouldBe(3);
        }
    }

    [Fact]
    public void An_encrypted_member_is_said()
    {
        var zip = Archives.Zip([("open.txt", Env), ("secret.txt", Env)]);
        Directory(zip, 1)[8] |= 1;

        var report = Scanning.Scan(zip, "a.zip");

        (report.Unseen, report.Problem).ShouldBe((UnseenReasons.Archive, "a.zip: secret.txt not opened to its end: it is encrypted"));
        report.Hits.ShouldHaveSingleItem().Member.ShouldBe("open.txt");
    }

    [Fact]
    public void A_member_that_is_compressed_in_another_way_is_said()
    {
        var zip = Archives.Zip([("a.txt", Env)]);
        Directory(zip, 0)[10] = 14;

        Scanning.Scan(zip, "a.zip").Problem.ShouldBe("a.zip: a.txt not opened to its end: compression method 14 is not read");
    }

    [Theory]
    [InlineData(new byte[] { 0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26 }, "bzip2")]
    [InlineData(new byte[] { 0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0 }, "xz")]
    [InlineData(new byte[] { 0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4 }, "7z")]
    [InlineData(new byte[] { 0x28, 0xB5, 0x2F, 0xFD, 0, 0 }, "zstd")]
    [InlineData(new byte[] { 0x52, 0x61, 0x72, 0x21, 0x1A, 7, 0 }, "rar")]
    public void An_archive_of_another_kind_is_said_also_inside_one(byte[] start, string name)
    {
        byte[] content = [.. start, 0, 0, 0, 0, 0];

        Scanning.Scan(content, "a.bin").Problem.ShouldBe($"a.bin: not opened: {name} is not read");
        Scanning.Scan(Archives.Zip([("b/c", content)]), "a.zip").Problem.ShouldBe($"a.zip: b/c not opened: {name} is not read");
        Scanning.Scan(content, "a.bin").Unseen.ShouldBe(UnseenReasons.Archive);
    }

    [Fact]
    public void An_archive_in_two_archives_is_said()
    {
        var content = Archives.Zip(("x.env", Scanning.Token));
        for (var i = 3; i > 0; i--)
        {
            content = Archives.Zip([($"{i}.zip", content)]);
        }

        var report = Scanning.Scan(content, "0.zip");

        (report.Unseen, report.Problem).ShouldBe((UnseenReasons.Archive, "0.zip: 1.zip!/2.zip not opened: it stands in 2 archives already"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Wherever_an_archive_is_cut_it_is_said_and_what_comes_before_is_found(bool isTar) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Gen.Choose(5, 99).ToArbitrary(), part =>
        {
            var padding = Enumerable.Range(0, 60_000).Select(i => (byte)"abcdefghijklmnop "[i * 7919 % 65_521 % 17]).ToArray();
            var whole = isTar ? Archives.Gzip(Archives.Tar(("a.env", Env), ("b.txt", padding)))
                : Archives.Zip([("a.env", Env), ("b.txt", padding)], CompressionLevel.NoCompression);
            var report = Scanning.Scan(whole[..(whole.Length * part / 100)], "a.bin");

            report.Unseen.ShouldBe(UnseenReasons.Archive);
            report.Problem!.ShouldStartWith("a.bin: ");
            return isTar ? part < 80 || report.Hits.Count == 1 : report.Hits.Count == 1;
        }));

    [Fact]
    public void Whatever_is_broken_in_an_archive_the_scan_ends()
    {
        byte[][] wholes = [Archives.Zip([("a.env", Env), ("b/c.txt", Env)]),
            Archives.Tar(("a.env", Env), ("b", Env)), Archives.Gzip(Archives.Tar(("a.env", Env))), Archives.Zlib("x" + Scanning.Token)];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(
            (from which in Gen.Choose(0, wholes.Length - 1)
             from at in Gen.Choose(0, 1_000_000)
             from value in Gen.Choose(0, 255)
             from count in Gen.Choose(1, 8)
             select (which, at, value, count)).ToArbitrary(),
            change =>
            {
                var content = wholes[change.which].ToArray();
                for (var i = 0; i < change.count; i++)
                {
                    content[(change.at + (i * 7919)) % content.Length] = (byte)(change.value + i);
                }

                Scanning.Scan(content, "a.bin").Path.ShouldBe("a.bin");
            }));
    }

    /// <summary>An entry of a zip's directory, counted from the first.</summary>
    private static Span<byte> Directory(Span<byte> zip, int entry)
    {
        var first = zip[zip.IndexOf("PK\u0001\u0002"u8)..];
        return entry == 0 ? first : Directory(first[1..], entry - 1);
    }
}
