using System.Diagnostics.CodeAnalysis;

namespace Gates.Runner.Reports.Html;

/// <summary>
/// Writes HTML. Markup can only be written in this code's own words; every value is a hole of an interpolated string and is escaped on its way.
/// </summary>
internal sealed class HtmlWriter(TextWriter output)
{
    /// <value>Characters written so far.</value>
    public long Length { get; private set; }

    /// <summary>Writes markup whose holes become text or attribute values.</summary>
    public void Write(Markup markup) => Append(markup.ToString());

    /// <summary>Writes markup without a hole.</summary>
    public void Write([ConstantExpected] string markup) => Append(markup);

    /// <summary>Writes an embedded style sheet or script.</summary>
    public void Write(HtmlAsset asset) => Append(asset.Text);

    private void Append(string text)
    {
        output.Write(text);
        Length += text.Length;
    }
}
