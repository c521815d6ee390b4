using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Formats.Foundation.Trees;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.Unwrapping;

/// <summary>A value that is wrapped is found, where its wrapping stands, and how it was wrapped is said.</summary>
public sealed class WrappedTextTests
{
    public static TheoryData<int> EachWrapper => [.. Enumerable.Range(0, Wrappers.All.Count)];

    /// <summary>What a rule finds, it finds wrapped: each wrapper by each rule that knows its values by their shape.</summary>
    [Theory]
    [MemberData(nameof(EachWrapper))]
    public void What_a_rule_knows_it_finds_wrapped(int wrapper)
    {
        var (words, wrap) = Wrappers.All[wrapper];
        var missed = new List<string>();
        foreach (var (rule, path, text) in DlpScanGateTests.RuleSamples().Where(sample =>
            sample.Rule.Anchor == RuleAnchor.Literal && sample.Text.All(char.IsAscii) && sample.Text.Length >= 16))
        {
            var report = Scanning.Scan($"first line\nvalue: {wrap(text)}\n", path);
            if (!report.Hits.Any(hit => hit.Rule.Id == rule.Id && hit.Line >= 2 && hit.Inside == words))
            {
                missed.Add($"{rule.Id}: {string.Join(", ", report.Hits.Select(hit => $"{hit.Rule.Id} {hit.Line} {hit.Inside}"))}");
            }
        }

        missed.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Пароль для сервера сборки и выкладки: ")]
    [InlineData("本番環境のアクセストークンはこちらです ")]
    [InlineData("Schlüssel für Übergänge, äöüß: ")]
    [InlineData("\u001b[31mtoken\u001b[0m ")]
    public void Text_in_any_script_is_decoded(string before)
    {
        foreach (var run in (string[])[Wrappers.Base64(before + Scanning.Token), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(before + Scanning.Token))])
        {
            Scanning.Scan($"data: {run}\n").Hits.ShouldHaveSingleItem(before).Rule.Id.ShouldBe("github-personal-token");
        }
    }

    [Fact]
    public void The_place_is_that_of_the_encoded_run()
    {
        var run = Wrappers.Base64("token is " + Scanning.Token);

        var hit = Scanning.Scan($"a: 1\nb: \"ü{run}\" # c\n").Hits.ShouldHaveSingleItem();

        (hit.Line, hit.Column, hit.EndColumn, hit.Inside).ShouldBe((2, 6, 6 + run.TrimEnd('=').Length, "base64"));
    }

    [Fact]
    public void Among_escapes_the_place_is_exact()
    {
        var hit = Scanning.Scan("x\n\"say \\u0022" + Scanning.Token[..10] +
            "\\u" + $"{(int)Scanning.Token[10]:x4}" + Scanning.Token[11..] + "\\u0022\"").Hits.ShouldHaveSingleItem();

        (hit.Line, hit.Column, hit.EndColumn, hit.Inside).ShouldBe((2, 12, 12 + Scanning.Token.Length + 5, "string escapes"));
    }

    [Fact]
    public void In_a_run_wrapped_over_lines_it_is_the_line_that_holds_the_value()
    {
        var lines = Wrappers.Base64(new string('x', 480) + " " + Scanning.Token + "\n" + new string('y', 200))
            .Chunk(64).Select(line => "    " + new string(line));

        var hit = Scanning.Scan("data: |\n" + string.Join('\n', lines) + "\n").Hits.ShouldHaveSingleItem();

        (hit.Line, hit.Column).ShouldBe((12, 5));
    }

    [Theory]
    [InlineData("{\"log\":\"{\\\"pass|word\\\":\\\"vT7#kq2Lw9zR4mXp\\\"}\"}", null)]
    [InlineData("https://host/cb?conf=%7B%22pass|word%22%3A%22vT7kq2Lw9zR4mXp%22%7D", "percent-encoding")]
    [InlineData("<input value=\"{&quot;pass|word&quot;:&quot;vT7#kq2Lw9zR4mXp&quot;}\">", "HTML entities")]
    [InlineData("[ \"db_pass|word = \\\"vT7#kq2Lw9zR4mXp\\\"\\n\" ]", null)]
    public void A_password_among_escapes_is_found(string text, string? inside)
    {
        var hit = Scanning.Scan(text.Replace("|", "", StringComparison.Ordinal), "a.log").Hits.ShouldHaveSingleItem();

        (hit.Rule.Category, hit.Inside).ShouldBe((RuleCategories.GenericSecret, inside));
    }

    [Fact]
    public void A_name_outside_tells_what_is_in_base64()
    {
        using var rules = JsonDocument.Parse("""
            {"rules": [{"id": "a", "title": "t", "category": "generic-secret", "severity": "error", "help": "h",
              "literals": ["admin-pw"], "regex": "admin-pw: (?<secret>vT7[!-~]{9,30})",
              "examples": ["admin-pw: vT7{hex:12}"], "negatives": ["admin-pw: x"]}]}
            """);
        using var scanner = new FileScanner(RuleReader.Prove([.. RuleReader.Samples("a.json", rules.RootElement)]), Scanning.Salt);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("data:\n  admin-pw: " + Wrappers.Base64("vT7#kq2Lw9zR4mXp!x") + "\n"));

        var hit = scanner.Scan("secret.yaml", file, null, new FileDeadline(TimeProvider.System, "a", 1, CancellationToken.None)).Hits.ShouldHaveSingleItem();

        (hit.Line, hit.Column, hit.Inside).ShouldBe((2, 13, "base64"));
    }

    [Fact]
    public void Mail_is_read_as_it_is_encoded()
    {
        var hit = Scanning.Scan(
            $"Content-Transfer-Encoding: quoted-printable\n\nThe key is =3D{Scanning.Token[..20]}=\n{Scanning.Token[20..]}, keep it.\n", "mail.txt")
            .Hits.ShouldHaveSingleItem();

        (hit.Line, hit.Inside).ShouldBe((3, "quoted-printable"));
    }

    [Fact]
    public void A_notebook_names_the_line_of_its_file()
    {
        var cell = Wrappers.Json($"client = Client(\"{Scanning.Token}\")\n");
        var output = Wrappers.Json("{\"pass" + "word\": \"vT7#kq2Lw9zR4mXp\"}\n");

        var hits = Scanning.Scan($"{{\n \"cells\": [\n  {{\"source\": [\n   {cell}],\n   \"outputs\": [\n    {output}]}}]\n}}\n", "a.ipynb").Hits;

        hits.Select(hit => (hit.Rule.Category, hit.Line)).ShouldBe([(RuleCategories.ProviderSecret, 4), (RuleCategories.GenericSecret, 6)]);
    }

    [Fact]
    public void What_is_known_as_it_stands_is_not_reported_again()
    {
        var jwt = string.Join('.', new[] { "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
            "{\"sub\":\"jane.doe@" + "firma-gmbh.de\",\"n\":4}" }
                .Select(part => Wrappers.Base64(part).TrimEnd('='))) + ".q8ZtR5vN2xKw7pL3q8ZtR5vN2xKw7pL3q8ZtR5vN2xK";

        Scanning.Scan("header = " + jwt).Hits.ShouldHaveSingleItem().Rule.Id.ShouldBe("jwt");
        Scanning.Scan("url = \"https://x/?t%3D" + Scanning.Token + "\\n\"").Hits.ShouldHaveSingleItem().Inside.ShouldBeNull();
    }

    [Fact]
    public void A_token_inside_beats_the_name_it_is_given_to()
    {
        var hit = Scanning.Scan("pass" + "word = \"" + Wrappers.Base64("x " + Scanning.Token) + "\"").Hits.ShouldHaveSingleItem();

        (hit.Rule.Id, hit.Inside).ShouldBe(("github-personal-token", "base64"));
    }

    [Fact]
    public void An_archive_in_base64_is_opened()
    {
        var zip = Convert.ToBase64String(Archives.Zip(("conf/app.env", "A=1\nTOKEN=" + Scanning.Token)));
        var gzip = Convert.ToBase64String(Archives.Gzip("TOKEN=" + Scanning.Token));

        var hits = Scanning.Scan($"x\nblob: {zip}\nrelease: {gzip}\nagain: {Wrappers.Base64(gzip)}\n", "a.yaml").Hits;

        hits.Select(hit => (hit.Line, hit.Column, hit.Member, hit.Inside)).ShouldBe(
            [(2, 7, null, "conf/app.env inside zip inside base64"), (3, 10, null, "gzip inside base64"), (4, 8, null, "gzip inside base64 inside base64")]);
    }

    [Fact]
    public void A_wrapped_value_anywhere_in_a_file_of_several_pieces_is_found_once_and_on_its_line()
    {
        var places = Gen.Choose(0, 700_000).Zip(Gen.Choose(0, Wrappers.All.Count - 1)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(places, static place => IsFoundAt(place.Item1, place.Item2)));
    }

    private static void IsFoundAt(int at, int wrapper)
    {
        var filler = string.Concat(Enumerable.Repeat("some ordinary text with ü and \"a\\n\" in it\n", 20_000))[..at];
        var content = filler + "\nv: " + Wrappers.All[wrapper].Wrap("x " + Scanning.Token + " y") + "\n" + new string('x', 700_000 - at);

        var hit = Scanning.Scan(content).Hits.ShouldHaveSingleItem();

        hit.Line.ShouldBe(filler.Count(c => c == '\n') + 2);
    }

    [Fact]
    public void A_value_anywhere_in_base64_without_line_breaks_is_found_once_and_near_its_place() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(Gen.Choose(0, 500_000).ToArbitrary(), at =>
        {
            var text = string.Concat(Enumerable.Repeat("all sorts of text, ", 40_000)).AsSpan(0, at).ToString()
                + "\n" + Scanning.Token + "\n" + new string('x', 500_000 - at);

            var hit = Scanning.Scan("{\"map\":\"" + Wrappers.Base64(text) + "\"}").Hits.ShouldHaveSingleItem();

            (hit.Column - 9).ShouldBeInRange((at * 4 / 3) - 5_000, (at * 4 / 3) + 10);
        }));

    [Fact]
    public void Only_lines_that_count_are_asked_for_what_they_wrap()
    {
        var run = Wrappers.Base64("token is " + Scanning.Token);

        Scanning.Scan($"a: {run}\nb: {run}\n", "a.yaml", [new LineRange(2, 2)]).Hits.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    [Theory]
    [InlineData("thisIsAVeryLongIdentifierOfTheKindThatPeopleWriteInJava")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==")]
    [InlineData("C:\\new\\table\\report %20 100%25 &amp; \\u0041\\x41")]
    public void What_wraps_nothing_is_left_alone(string text) => Scanning.Scan(text).Hits.ShouldBeEmpty();

    [Fact]
    public void Decoding_can_be_switched_off()
    {
        using var scanner = new FileScanner(RuleReader.Shipped, Scanning.Salt, decode: false);
        foreach (var content in new[] { Encoding.UTF8.GetBytes(Wrappers.Base64("x " + Scanning.Token)), Archives.Zip(("a.env", Scanning.Token)) })
        {
            using var stream = new MemoryStream(content);
            scanner.Scan("a.dat", stream, null, new FileDeadline(TimeProvider.System, "a", 1, CancellationToken.None)).Hits.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("\\\"")]
    [InlineData("%41")]
    [InlineData("&#65;")]
    [InlineData("\\\\u005c")]
    [InlineData("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=")]
    [InlineData("UVVKRFJFVkdSMGhKU2t0TVRVNVBVRkZTVTFSVlZsZFlXVm89 ")]
    [InlineData("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo\n")]
    public void Text_made_to_be_slow_to_decode_is_scanned_in_time(string unit)
    {
        var content = string.Concat(Enumerable.Repeat(unit, 2_000_000 / unit.Length));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Scanning.Scan(content).Hits.ShouldBeEmpty();

        clock.Elapsed.TotalSeconds.ShouldBeLessThan(10);
    }
}
