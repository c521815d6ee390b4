using Gates.Policies.TypeScript;
using Shouldly;
using Xunit;

namespace Policies.Tests.TypeScript;

/// <summary>Line breaks, byte order marks and characters of two units.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\ufeff", "\ufeff")]
    [InlineData("#!/bin/x: y\nlet a: B", "#!/bin/x: y\nlet a   ")]
    [InlineData("\ufeff#!x\nlet a: B", "\ufeff#!x\nlet a   ")]
    [InlineData("#!only", "#!only")]
    [InlineData("\ufefflet a: B;", "\ufefflet a   ;")]
    [InlineData("let a:\r\n  B;\rlet c:\u2028D\u2029E", "let a \r\n   ;\rlet c \u2028 \u2029E")]
    [InlineData("let a: /*\r\n*/ B", "let a    \r\n    ")]
    [InlineData("let a: // b\n  C\n", "let a      \n   \n")]
    [InlineData("let a: \"😀\" = '😀'", "let a       = '😀'")]
    [InlineData("let 𠮷: 𠮷", "let 𠮷    ")]
    [InlineData("let\u00a0a:\u3000B", "let\u00a0a   ")]
    [InlineData("a\u2028type B = c\u2028(d)", "a\u2028;         \u2028(d)")]
    [InlineData("a as T\u2029(b)", "a ;   \u2029(b)")]
    [InlineData("let a\t:\tB", "let a\t   ")]
    public void Breaks_AndWidths_Stay(string source, string erased)
    {
        TypeEraser.Erase(source).ShouldBe(erased);
        erased.Length.ShouldBe(source.Length);
    }

    [Fact]
    public void TextWithoutTypes_IsTheSameObject()
    {
        const string Source = "export function judge(evidence, settings, report) { for (const x of evidence.yaml) report.error('a', `${x}`, x); }\n";

        TypeEraser.Erase(Source).ShouldBeSameAs(Source);
    }
}
