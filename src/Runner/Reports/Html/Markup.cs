using System.Globalization;
using System.Runtime.CompilerServices;

namespace Gates.Runner.Reports.Html;

/// <summary>Takes the parts of an interpolated string as the compiler hands them over: the literal ones as markup, the holes as text.</summary>
[InterpolatedStringHandler]
internal readonly ref struct Markup(int literalLength, int formattedCount, HtmlWriter writer)
{
    /// <value>What the compiler counted; only the handler's pattern asks for it.</value>
    public int Parts { get; } = literalLength + formattedCount;

    public void AppendLiteral(string markup) => writer.Append(markup);

    public void AppendFormatted(string? text) => writer.Append(Escape.Html(text ?? ""));

    public void AppendFormatted(int number) => writer.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(double number) => writer.Append(number.ToString("0.###", CultureInfo.InvariantCulture));
}
