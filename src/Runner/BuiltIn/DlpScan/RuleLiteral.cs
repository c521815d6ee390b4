using System.Text;

namespace Gates.Runner.BuiltIn.DlpScan;

/// <summary>One literal of one rule.</summary>
internal sealed record RuleLiteral(DlpRule Rule, string Text)
{
    private readonly byte[] bytes = Encoding.ASCII.GetBytes(Text);

    public bool Begins(ReadOnlySpan<byte> text) =>
        text.Length >= bytes.Length
        && (Rule.IgnoreCase ? Ascii.EqualsIgnoreCase(text[..bytes.Length], bytes) : text.StartsWith(bytes));
}
