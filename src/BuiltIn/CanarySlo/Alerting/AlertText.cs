using System.Text;
using System.Text.Json;
using Gates.Formats.Foundation.Text;

namespace Gates.BuiltIn.CanarySlo.Alerting;

/// <summary>YAML in which every text that is not ours is quoted as JSON quotes it, which YAML reads alike.</summary>
internal sealed class AlertText
{
    private readonly StringBuilder text = new();

    /// <param name="origin">What it was made from.</param>
    public AlertText(string origin) => Line(0, $"# Made by `gates objectives` from {Escape.OneLine(origin)}: make it anew instead of editing it.");

    /// <param name="indent">Spaces before it.</param>
    /// <param name="line">As it is.</param>
    public void Line(int indent, string line) => text.Append(' ', indent).Append(line).Append('\n');

    /// <summary>A key with a text, or with <c>-</c> an item of a list.</summary>
    public void Text(int indent, string key, string value)
    {
        var quoted = $"\"{JsonEncodedText.Encode(value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
        Line(indent, key == "-" ? $"- {quoted}" : $"{key}: {quoted}");
    }

    public override string ToString() => text.ToString();
}
