using Gates.BuiltIn.DlpScan.RuleSets;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.Assignments;

/// <summary>Passwords as people write them are found where they stand, whatever characters they are of.</summary>
public sealed class PasswordRecallTests
{
    private static readonly string[] Plain = ["{alnum:16}", "{alnum:9}", "{lownum:12}", "Summer{digit:4}", "{alnum:6}!{alnum:5}"];
    private static readonly string[] Any = [.. Plain, "{alnum:5}#{alnum:4}$x{alnum:2}", "{alnum:4}({alnum:3}){alnum:4}", "Pass-{alnum:4} {alnum:4}!9", "ü{alnum:8}é!"];
    private static readonly string[] Strict = ["{alnum:16}", "{alnum:12}", "{alnum:6}!{alnum:5}"];
    private static readonly string[] Random = ["{alnum:32}", "{hex:40}", "{uuid}", "{base64:43}="];

    public static TheoryData<string, string, string> Texts()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (forms, values) in new[]
        {
            (PasswordForms.Bare, Plain), (PasswordForms.Quoted, Any), (PasswordForms.Connections, Strict), (PasswordForms.Tokens, Random),
        })
        {
            foreach (var ((family, path, text), i) in forms.Select((form, i) => (form, i)))
            {
                foreach (var (template, j) in values.Select((value, j) => (value, j)))
                {
                    var loose = family is "prose" or "log" && j is 1 or 2 or 3;
                    if (!loose)
                    {
                        data.Add(path, text, SampleText.Make(template, FormattableString.Invariant($"{family}/{i}/{j}")));
                    }
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_password_is_found_at_its_place(string path, string text, string value)
    {
        var at = text.IndexOf('§', StringComparison.Ordinal);
        var line = text[..at].Count(static c => c == '\n') + 1;
        var column = at - text.LastIndexOf('\n', at);

        var hit = Scanning.Scan(text.Replace("§", value, StringComparison.Ordinal), path).Hits.ShouldHaveSingleItem();

        (hit.Line, hit.Column, hit.EndColumn).ShouldBe((line, column, column + value.Length));
        hit.Masked.ShouldNotContain(value);
    }
}
