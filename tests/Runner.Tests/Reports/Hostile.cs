using FsCheck;
using FsCheck.Fluent;

namespace Runner.Tests.Reports;

/// <summary>Texts that an attacker would choose, and mixtures of them.</summary>
internal static class Hostile
{
    private static readonly string[] Pieces =
    [
        "\n", "\r\n", "\r", "\t", "\0", "\u001b[31m", "\u0085", "\u2028", "\u00a0", " ", "::error::x", "::add-mask::", "::", ":", "##[", "##[error]", "#", "[", "%0A", "%0D%0A", "%25", "%", ",",
        "`", "```", "<script>alert(1)</script>", "<!--", "-->", "</details>", "<br>", "&lt;", "&#64;", "@mention", "@org/team", "#12", "GH-1", "|", "\\", "*b*", "_i_", "~~s~~", "[a](javascript:x)", "![i](http://x/y)",
        "https://evil.example/x", "www.evil.example", "$x$", "\u202e", "\u2066", "\u200f", "\u200b", "\ufeff", "\ud800", "\udc00", "😀", "é", "漢", "]]>", "'", "\"", "{{x}}", "../../etc/passwd", "/abs", "-x", "=", "gates_x", "a", "Z", "0", "\ufffe", "\uffff",
    ];

    public static Arbitrary<string> Texts() =>
        Gen.Choose(1, 12).SelectMany(count => Gen.ArrayOf(Gen.Elements(Pieces), count)).Select(string.Concat).ToArbitrary();

    /// <summary>Holds a property against 300 texts, always the same ones, and against each piece alone.</summary>
    public static void Hold(Action<string> property)
    {
        foreach (var piece in Pieces)
        {
            property(piece);
        }

        property(string.Concat(Pieces));
        property(string.Concat(Enumerable.Repeat("x::error::\n<b>@all`|", 5_000)));
        Prop.ForAll(Texts(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261122, 7));
    }
}
