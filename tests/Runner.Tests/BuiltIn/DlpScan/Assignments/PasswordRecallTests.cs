using Gates.BuiltIn.DlpScan.RuleSets;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.Assignments;

/// <summary>Passwords as people write them are found where they stand, whatever characters they are of.</summary>
public sealed class PasswordRecallTests
{
    private static readonly string[] Plain = ["{alnum:16}", "{alnum:9}", "{lownum:12}", "Summer{digit:4}", "{alnum:6}!{alnum:5}"];
    private static readonly string[] Any =
    [
        .. Plain, "{alnum:5}#{alnum:4}$x{alnum:2}", "{alnum:4}({alnum:3}){alnum:4}",
        "Pass-{alnum:4} {alnum:4}!9", "ü{alnum:8}é!",
    ];
    private static readonly string[] Strict = ["{alnum:16}", "{alnum:12}", "{alnum:6}!{alnum:5}"];
    private static readonly string[] Random = ["{alnum:32}", "{hex:40}", "{uuid}", "{base64:43}="];

    public static TheoryData<string, string, string> Forms { get; } =
    [
        .. PasswordForms.Bare.Concat(PasswordForms.Quoted).Concat(PasswordForms.Connections).Concat(PasswordForms.Tokens)
            .Select(form => (form.Family, form.Path, form.Text)),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_password_is_found_at_its_place_and_never_shown(string family, string path, string text)
    {
        var at = text.IndexOf('§', StringComparison.Ordinal);
        var place = (text[..at].Count(static c => c == '\n') + 1, at - text.LastIndexOf('\n', at));
        foreach (var template in ValuesOf(family, text))
        {
            var value = SampleText.Make(template, path + text);

            var hits = Scanning.Scan(text.Replace("§", value, StringComparison.Ordinal), path).Hits;

            var hit = hits.ShouldHaveSingleItem(value);
            (hit.Line, hit.Column).ShouldBe(place, value);
            hit.EndColumn.ShouldBe(hit.Column + value.Length, value);
            hit.Masked.ShouldNotContain(value);
        }
    }

    // Among words, a word and a number is no password.
    private static string[] ValuesOf(string family, string text) =>
        family is "prose" or "log" || PasswordForms.Connections.Any(form => form.Text == text) ? Strict
            : PasswordForms.Tokens.Any(form => form.Text == text) ? Random
            : PasswordForms.Quoted.Any(form => form.Text == text) ? Any
            : Plain;
}
