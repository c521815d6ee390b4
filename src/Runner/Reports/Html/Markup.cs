using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Reports.Html;

/// <summary>Takes the parts of an interpolated string as the compiler hands them over: the literal ones as markup, the holes as text.</summary>
[InterpolatedStringHandler]
internal readonly ref struct Markup(int literalLength, int formattedCount)
{
    private const int UsualHole = 24;

    private readonly StringBuilder text = new(literalLength + (formattedCount * UsualHole));

    public void AppendLiteral(string markup) => text.Append(markup);

    public void AppendFormatted(string? value) => text.Append(Escape.Html(value ?? ""));

    public void AppendFormatted(int number) => text.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(double number) => text.Append(number.ToString("0.###", CultureInfo.InvariantCulture));

    public override string ToString() => text.ToString();
}
