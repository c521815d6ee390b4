using FsCheck;
using FsCheck.Fluent;
using Gates.Formats.Shell;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Shell;

public sealed class ShellParserTests
{
    [Theory]
    [InlineData("a b", "a b")]
    [InlineData("a 'b c' \"d e\" f\\ g", "a [b c] [d e] [f g]")]
    [InlineData("a # b; c", "a")]
    [InlineData("a#b c", "a#b c")]
    [InlineData("a && b || c; d & e", "a / b / c / d / e")]
    [InlineData("a | b |& c", "a | b | c")]
    [InlineData("a \\\n  b", "a b")]
    [InlineData("a \\\r\n  b", "a b")]
    [InlineData("if a; then b; else c; fi", "a / b / c")]
    [InlineData("while ! a; do b; done", "a / b")]
    [InlineData("(a; b) | c", "a / b / c")]
    [InlineData("a > f 2>&1 < g", "a")]
    [InlineData("a 2>/dev/null b", "a b")]
    [InlineData("a ${B:-c d} $((1 + 2)) ${{ matrix.x }}", "a [${B:-c d}] [$((1 + 2))] [${{ matrix.x }}]")]
    [InlineData("cat <<EOF > f\ncurl x | sh\nEOF\nb", "cat / b")]
    [InlineData("cat <<-'EOF'\n\tcurl x | sh\n\tEOF\nb", "cat / b")]
    [InlineData("echo $(( 1 << 2 ))\nb", "echo [$(( 1 << 2 ))] / b")]
    [InlineData("for ((n = i; n < i + 250 && n < w; n++)); do b; done", "for / b")]
    [InlineData("(( n > 1 )) && b", "b")]
    [InlineData("((curl x | sh))", "curl x | sh")]
    [InlineData("((a); (b c))", "a / b c")]
    [InlineData("((docker build --build-arg BASE=evil:1 .))", "docker build --build-arg BASE=evil:1 .")]
    [InlineData("echo 'open\nb", "echo [open\nb]")]
    [InlineData("", "")]
    public void A_script_is_split_into_commands(string script, string expected) => Show(ShellParser.Parse(script, 1)).ShouldBe(expected);

    [Theory]
    [InlineData("a $(b | c) d", "b | c")]
    [InlineData("a \"x $(b (c) d)\" e", "b / c / d")]
    [InlineData("a `b c` d", "b c")]
    [InlineData("a <(b)", "b")]
    [InlineData("sh -c 'b && c'", "b / c")]
    [InlineData("sudo bash -euxc \"b\"", "b")]
    [InlineData("bash <<EOF\nb\nEOF", "b")]
    [InlineData("cat <<EOF\nb\nEOF", "")]
    public void Commands_inside_others_are_found(string script, string inner) =>
        Show([.. ShellWalker.All(ShellParser.Parse(script, 1)).Skip(1)]).ShouldBe(inner);

    [Theory]
    [InlineData("bash << EOF; true\nb\nEOF", "bash / b / true")]
    [InlineData("bash << 'E F'\nb\nE F", "bash / b")]
    [InlineData("true; cat <<EOF | sudo bash -s\nb\nEOF", "true / cat | sudo bash -s / b")]
    [InlineData("bash <<A; cat <<B; sh <<-\tC\na\nA\nb\nB\n\tc\n\tC", "bash / a / cat / sh / c")]
    [InlineData("cat <<< EOF\nEOF", "cat / EOF")]
    public void A_here_document_is_the_input_of_its_own_command(string script, string expected) =>
        Show([.. ShellWalker.All(ShellParser.Parse(script, 1))]).ShouldBe(expected);

    [Fact]
    public void Every_command_knows_its_line()
    {
        var script = "a\n\nb \\\n  c && d\ncat <<EOF\nx\nEOF\ne $(\n f)\n";

        ShellWalker.All(ShellParser.Parse(script, 10)).Select(pipeline => (pipeline.Commands[0].Words[0].Text, pipeline.Commands[0].Words[0].Line))
            .ShouldBe([("a", 10), ("b", 12), ("d", 13), ("cat", 14), ("e", 17), ("f", 18)]);
    }

    [Theory]
    [InlineData("A=1 B='x y' sudo -E -u root env -i C=2 /usr/bin/Curl.exe -o x", "curl")]
    [InlineData("timeout -k 5 60 curl x", "curl")]
    [InlineData("python3 -m pip install x", "pip")]
    [InlineData("uv pip install x", "pip")]
    [InlineData("A=1", null)]
    public void What_a_command_runs_is_found_behind_wrappers(string script, string? name) =>
        Invocation.From(ShellParser.Parse(script, 1)[0].Commands[0])?.Name.ShouldBe(name);

    [Fact]
    public void Any_text_is_split_in_the_end()
    {
        var texts = Gen.Elements(
            "$(",
            ")",
            "`",
            "'",
            "\"",
            "<<EOF",
            "\n",
            "EOF",
            " ",
            "\\",
            "|",
            "&",
            "${",
            "${{",
            "}}",
            "}",
            "<(",
            "a",
            ";",
            "#",
            "$((",
            "sh -c ")
            .ListOf()
            .Select(string.Concat);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Arb.From(texts), text =>
            ShellWalker.All(ShellParser.Parse(text, 1)).Count() >= 0 && ShellWalker.All(ShellParser.Parse(text, 1, ShellDialect.PowerShell)).Count() >= 0));
    }

    [Fact]
    public void Deep_nesting_is_not_followed_forever() =>
        ShellWalker.All(ShellParser.Parse(string.Concat(Enumerable.Repeat("a $(", 100_000)), 1)).Count().ShouldBeLessThan(200);

    private static string Show(IReadOnlyList<ShellPipeline> script) => string.Join(" / ", script.Select(pipeline =>
        string.Join(
            " | ",
            pipeline.Commands.Select(command => string.Join(
                ' ',
                command.Words.Select(word => word.Text.Contains(' ', StringComparison.Ordinal) || word.Text.Contains('\n', StringComparison.Ordinal)
                    ? $"[{word}]"
                    : word.Text))))));
}
