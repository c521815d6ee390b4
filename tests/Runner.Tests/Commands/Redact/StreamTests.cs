using System.IO.Pipelines;
using System.Text;
using Gates.BuiltIn;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.Runner.Commands.Redact;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands.Redact;

public sealed class StreamTests
{
    private static readonly string Token = SampleText.Make("ghp_{crc62:30}", "redact");

    [Fact]
    public async Task A_value_is_replaced_by_its_rule_and_the_rest_stays_byte_for_byte()
    {
        var (text, counts) = await Redact($"a\u00e4\t{Token}\r\n\u0001end without a line feed");

        text.ShouldBe("a\u00e4\t[github-personal-token]\r\n\u0001end without a line feed");
        counts.ShouldBe([KeyValuePair.Create("github-personal-token", 1)]);
    }

    [Fact]
    public async Task A_key_over_many_lines_goes_as_one()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(2048);

        var (text, _) = await Redact($"before\n{rsa.ExportRSAPrivateKeyPem()}\nafter {Token}\n");

        text.ShouldBe("before\n[private-key]\nafter [github-personal-token]\n");
    }

    [Fact]
    public async Task Bytes_that_are_no_text_pass_unchanged()
    {
        byte[] input = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        var output = new MemoryStream();

        await new TextStream(Redactor()).RunAsync(new MemoryStream(input), output, CancellationToken.None);

        output.ToArray().ShouldBe(input);
    }

    [Fact]
    public async Task A_line_goes_on_before_the_next_one_comes()
    {
        var (input, output) = (new Pipe(), new Pipe());
        var running = new TextStream(Redactor()).RunAsync(input.Reader.AsStream(), output.Writer.AsStream(), CancellationToken.None);
        await input.Writer.WriteAsync(Encoding.UTF8.GetBytes($"one {Token}\ntwo"));

        var first = await output.Reader.ReadAtLeastAsync(28);

        Encoding.UTF8.GetString(first.Buffer).ShouldBe("one [github-personal-token]\n");
        output.Reader.AdvanceTo(first.Buffer.End);
        await input.Writer.CompleteAsync();
        Encoding.UTF8.GetString((await output.Reader.ReadAtLeastAsync(3)).Buffer).ShouldBe("two");
        await running;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task Values_are_found_however_the_stream_is_cut(int size)
    {
        var line = $"x{new string('y', 900)} {Token} z\n";
        var output = new MemoryStream();

        var text = string.Concat(Enumerable.Repeat(line, 20));

        await new TextStream(Redactor()).RunAsync(new Slow(Encoding.UTF8.GetBytes(text), size), output, CancellationToken.None);

        Encoding.UTF8.GetString(output.ToArray()).ShouldBe(text.Replace(Token, "[github-personal-token]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_without_an_end_goes_on_in_parts_and_no_value_is_cut_in_two()
    {
        var part = new string('=', 100_000) + " " + Token + " ";
        var text = string.Concat(Enumerable.Repeat(part, 30));

        var (redacted, counts) = await Redact(text);

        redacted.ShouldBe(text.Replace(Token, "[github-personal-token]", StringComparison.Ordinal));
        counts["github-personal-token"].ShouldBe(30);
    }

    [Fact]
    public async Task A_kept_rule_is_left_alone() => (await Redact(Token, "github-personal-token")).Text.ShouldBe(Token);

    [Fact]
    public async Task Json_stays_json_and_names_count()
    {
        var password = SampleText.Make("{upper:3}{digit:3}{lower:3}{digit:3}{upper:3}", "redact");
        var input = $$$"""
            {"key":"user.ssn","value":{"stringValue":"412-6{{{""}}}8-7193"}}
            {"pass{{{""}}}word":"{{{password}}}","n":[1,true,null],"m":"say \"{{{Token}}}\""}
            no json {{{Token}}}

            """.ReplaceLineEndings("\n");
        var output = new MemoryStream();
        var lines = new JsonLines(Redactor());

        await lines.RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, CancellationToken.None);

        Encoding.UTF8.GetString(output.ToArray()).ShouldBe("""
            {"key":"user.ssn","value":{"stringValue":"[us-ssn]"}}
            {"password":"[generic-secret]","n":[1,true,null],"m":"say \u0022[github-personal-token]\u0022"}
            no json [github-personal-token]

            """.ReplaceLineEndings("\n"));
        lines.OtherLines.ShouldBe(1);
    }

    private static TextRedactor Redactor(params string[] kept) => new(GateCatalog.Secrets(TimeProvider.System, CancellationToken.None), kept);

    private static async Task<(string Text, IReadOnlyDictionary<string, int> Counts)> Redact(string text, params string[] kept)
    {
        var (redactor, output) = (Redactor(kept), new MemoryStream());
        await new TextStream(redactor).RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), output, CancellationToken.None);
        return (Encoding.UTF8.GetString(output.ToArray()), redactor.Counts);
    }

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class Slow(byte[] content, int size) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
