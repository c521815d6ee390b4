using Gates.Formats.Dockerfiles.Words;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Dockerfiles;

public sealed class ShellLexerTests
{
    private static string Expand(string text, char escape = '\\') => ShellLexer.Expand(text, escape, name => name switch
    {
        "X" => "value",
        "EMPTY" => "",
        "PATHS" => "a/b/a/c",
        "V" => "1.2.3",
        _ => null,
    });

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("$X", "value")]
    [InlineData("${X}", "value")]
    [InlineData("a$X-b", "avalue-b")]
    [InlineData("$X_", "")]
    [InlineData("$NONE", "")]
    [InlineData("${NONE:-d}", "d")]
    [InlineData("${NONE-d}", "d")]
    [InlineData("${EMPTY:-d}", "d")]
    [InlineData("${EMPTY-d}", "")]
    [InlineData("${X:-d}", "value")]
    [InlineData("${X:+y}", "y")]
    [InlineData("${X+y}", "y")]
    [InlineData("${EMPTY:+y}", "")]
    [InlineData("${EMPTY+y}", "y")]
    [InlineData("${NONE+y}", "")]
    [InlineData("${NONE:-${X}}", "value")]
    [InlineData("${NONE:-${EMPTY:-${V}}}", "1.2.3")]
    [InlineData("${V%.*}", "1.2")]
    [InlineData("${V%%.*}", "1")]
    [InlineData("${V#*.}", "2.3")]
    [InlineData("${V##*.}", "3")]
    [InlineData("${V#9}", "1.2.3")]
    [InlineData("${V%?}", "1.2.")]
    [InlineData("${PATHS/a/x}", "x/b/a/c")]
    [InlineData("${PATHS//a/x}", "x/b/x/c")]
    [InlineData("${PATHS//\\//-}", "a-b-a-c")]
    [InlineData("${X:?must}", "value")]
    [InlineData("${EMPTY?must}", "")]
    [InlineData("${NONE%x}", "")]
    [InlineData("${NONE/a/b}", "")]
    [InlineData("\\$X", "$X")]
    [InlineData("'$X'", "$X")]
    [InlineData("\"$X\"", "value")]
    [InlineData("\"a\\\"b\"", "a\"b")]
    [InlineData("\"a\\b\"", "a\\b")]
    [InlineData("'a'\"b\"c", "abc")]
    [InlineData("a\\ b", "a b")]
    [InlineData("$", "$")]
    [InlineData("cost$", "cost$")]
    [InlineData("$1", "")]
    public void Expand_FollowsTheBuildersRules(string text, string expected) => Expand(text).ShouldBe(expected);

    [Fact]
    public void Expand_WithAnotherEscapeCharacter_LeavesBackslashesAlone()
    {
        Expand("`$X", '`').ShouldBe("$X");
        Expand("c:\\x", '`').ShouldBe("c:\\x");
    }

    [Theory]
    [InlineData("${X", "a '}' is missing")]
    [InlineData("${", "a '}' is missing")]
    [InlineData("${}", "this is not a substitution: ${}")]
    [InlineData("${NONE:?it is needed}", "NONE: it is needed")]
    [InlineData("${NONE?}", "NONE: it must be set")]
    [InlineData("${EMPTY:?it is empty}", "EMPTY: it is empty")]
    [InlineData("${X^^}", "the substitution ${X^…} is not known")]
    [InlineData("${X:}", "the substitution ${X:}…} is not known")]
    [InlineData("${X::a}", "the substitution ${X::…} is not known")]
    [InlineData("${X:/a/b}", "the substitution ${X:/…} is not known")]
    [InlineData("${X:", "a '}' is missing")]
    [InlineData("${X:-d", "a '}' is missing")]
    [InlineData("'x", "a single quote does not close")]
    [InlineData("\"x", "a double quote does not close")]
    [InlineData("${X/a", "a '/' is missing")]
    public void Expand_WhatTheBuilderRefuses_IsRefused(string text, string message) =>
        Should.Throw<FormatException>(() => Expand(text)).Message.ShouldBe(message);

    [Fact]
    public void Expand_NestedBeyondReason_IsRefusedInsteadOfOverflowing()
    {
        var text = string.Concat(Enumerable.Repeat("${NONE:-", 20_000)) + new string('}', 20_000);

        Should.Throw<FormatException>(() => Expand(text)).Message.ShouldBe("variables are nested too deeply");
    }

    [Fact]
    public void Expand_GrowingBeyondReason_IsRefused() =>
        Should.Throw<FormatException>(() => ShellLexer.Expand(string.Concat(Enumerable.Repeat("$X", 1_000)), '\\', _ => new string('x', 1_000)))
            .Message.ShouldBe("the text grows too long when its variables are replaced");

    [Fact]
    public void Split_KeepsQuotedSpacesAndVariables()
    {
        ShellLexer.Split("a 'b c' $X\"d e\" f\\ g").ShouldBe(["a", "b c", "$Xd e", "f g"]);
        ShellLexer.Split("${X:?must} ${X%a} ${X/a/b}").ShouldBe(["${X:?must}", "${X%a}", "${X/a/b}"]);
        ShellLexer.SplitRaw("a 'b c' ${X:-1} f\\ g").ShouldBe(["a", "'b c'", "${X:-1}", "f\\ g"]);
    }
}
