using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Reports.Html;

/// <summary>Places, as links where the repository's address is known.</summary>
internal static class HtmlPlaces
{
    private const int MaxPath = 500;
    private const int MaxLines = 40;

    /// <summary>The places of a group in one file, each line linked, and what is said of them.</summary>
    public static void Write(HtmlWriter html, SourceLinks links, GroupedPlaces places)
    {
        var located = places.Findings.Select(found => found.Finding.Location).DistinctBy(place => place?.Line).ToList();
        Write(html, links, located[0]);
        foreach (var place in located.Skip(1).Take(MaxLines).OfType<Location>())
        {
            html.Write(", ");
            Write(html, links, place, $"{place.Line}");
        }

        if (located.Count > MaxLines + 1)
        {
            html.Write($" and {Prose.Count(located.Count - MaxLines - 1, "more line")}");
        }

        if (places.Differs.Length > 0)
        {
            html.Write($" <span class=\"differs\">{Escape.Cut(places.Differs, HtmlFindings.MaxText)}</span>");
        }
    }

    public static void Write(HtmlWriter html, SourceLinks links, Location? place) => Write(html, links, place, Prose.Place(place));

    private static void Write(HtmlWriter html, SourceLinks links, Location? place, string text)
    {
        if (place is null)
        {
            html.Write("<span class=\"quiet\">no place</span>");
        }
        else if (links.To(place) is { } address)
        {
            html.Write($"<a href=\"{address}\" rel=\"noreferrer noopener\"><code>{Escape.Cut(text, MaxPath)}</code></a>");
        }
        else
        {
            html.Write($"<code>{Escape.Cut(text, MaxPath)}</code>");
        }
    }
}
