using System.Globalization;
using System.Net;
using System.Text;

namespace Support;

/// <summary>An animated SVG of what happened on a terminal, scene by scene. It runs without scripts, and stands still where a reader asks for that.</summary>
/// <param name="columns">How wide the terminal is.</param>
/// <param name="rows">How high; a longer scene scrolls once, to its end.</param>
public sealed class TerminalFilm(int columns, int rows)
{
    private const string Red = "#ff7b72";
    private const string Green = "#7ee787";
    private const string Yellow = "#e3b341";
    private const string Grey = "#8b949e";
    private const double CharacterWidth = 8.4;
    private const int LineHeight = 19;
    private const int Margin = 16;

    /// <summary>By the numbers of SGR.</summary>
    private static readonly Dictionary<string, string> Colours = new(StringComparer.Ordinal)
    {
        ["31"] = Red,
        ["91"] = Red,
        ["32"] = Green,
        ["92"] = Green,
        ["33"] = Yellow,
        ["93"] = Yellow,
        ["34"] = "#79c0ff",
        ["94"] = "#79c0ff",
        ["36"] = "#76e3ea",
        ["96"] = "#76e3ea",
        ["90"] = Grey,
        ["2"] = Grey,
    };

    private readonly List<(IReadOnlyList<IReadOnlyList<TerminalCell>> Lines, double Seconds)> frames = [];

    /// <summary>A command with what it wrote.</summary>
    /// <param name="command">As it is typed.</param>
    /// <param name="screen">What came.</param>
    /// <param name="seconds">How long a reader needs.</param>
    public void Add(string command, TerminalScreen screen, double seconds)
    {
        List<TerminalCell> prompt = [new TerminalCell("$", "32"), .. $" {command}".Select(one => new TerminalCell(one.ToString(), "1"))];
        List<IReadOnlyList<TerminalCell>> whole = [.. prompt.Chunk(columns), .. screen.Lines];
        frames.Add(([.. prompt.Chunk(columns)], 1.5));
        if (whole.Count > rows)
        {
            frames.Add(([.. whole.Take(rows)], seconds / 2));
            frames.Add(([.. whole.TakeLast(rows)], seconds / 2));
        }
        else
        {
            frames.Add((whole, seconds));
        }
    }

    /// <param name="title">What it shows, for those who do not see it.</param>
    public string ToSvg(string title)
    {
        var whole = frames.Sum(frame => frame.Seconds);
        var (width, height) = ((int)(columns * CharacterWidth) + (2 * Margin), (rows * LineHeight) + (2 * Margin));
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{width}} {{height}}" width="{{width}}" height="{{height}}" role="img" aria-label="{{WebUtility.HtmlEncode(title)}}">
            <style>
            text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #e6edf3; white-space: pre }
            .b { font-weight: bold }
            g.f { visibility: hidden; animation: {{whole:0.#}}s step-end infinite }

            """);
        var start = 0.0;
        for (var number = 0; number < frames.Count; number++)
        {
            var (from, to) = (start / whole * 100, (start += frames[number].Seconds) / whole * 100);
            var before = number == 0 ? "" : "0% { visibility: hidden } ";
            svg.Append(CultureInfo.InvariantCulture, $"@keyframes k{number} {{ {before}{from:0.##}% {{ visibility: visible }} {to:0.##}% {{ visibility: hidden }} }}\n");
            svg.Append(CultureInfo.InvariantCulture, $"#f{number} {{ animation-name: k{number} }}\n");
        }

        svg.Append("@media (prefers-reduced-motion: reduce) { g.f { animation: none } #f1 { visibility: visible } }\n</style>\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#0d1117\"/>\n");
        for (var number = 0; number < frames.Count; number++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g class=\"f\" id=\"f{number}\">\n");
            for (var line = 0; line < frames[number].Lines.Count; line++)
            {
                Write(svg, frames[number].Lines[line], Margin + ((line + 1) * LineHeight) - 5);
            }

            svg.Append("</g>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Write(StringBuilder svg, IReadOnlyList<TerminalCell> line, int y)
    {
        for (var start = 0; start < line.Count;)
        {
            var end = start + 1;
            while (end < line.Count && line[end].Style == line[start].Style)
            {
                end++;
            }

            var text = string.Concat(line.Skip(start).Take(end - start).Select(cell => cell.Text));
            if (text.Trim().Length > 0)
            {
                var x = Margin + (start * CharacterWidth);
                var length = (end - start) * CharacterWidth;
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<text x=\"{x:0.#}\" y=\"{y}\" textLength=\"{length:0.#}\" xml:space=\"preserve\"{Attributes(line[start].Style)}>{WebUtility.HtmlEncode(text)}</text>\n");
            }

            start = end;
        }
    }

    private static string Attributes(string style)
    {
        var numbers = style.Split(';');
        var colour = numbers.LastOrDefault(Colours.ContainsKey) is { } number ? $" style=\"fill:{Colours[number]}\"" : "";
        return colour + (numbers.Contains("1") ? " class=\"b\"" : "");
    }
}
