using Gates.Formats.Foundation.Text;
using Gates.Policies;

namespace Gates.Runner.Reports.Html;

/// <summary>Places, as links where the repository's address is known.</summary>
internal static class HtmlPlaces
{
    private const int MaxPath = 500;

    public static void Write(HtmlWriter html, SourceLinks links, Location? place)
    {
        if (place is null)
        {
            html.Write("<span class=\"quiet\">no place</span>");
        }
        else if (links.To(place) is { } address)
        {
            html.Write($"<a href=\"{address}\" rel=\"noreferrer noopener\"><code>{Escape.Cut(Prose.Place(place), MaxPath)}</code></a>");
        }
        else
        {
            html.Write($"<code>{Escape.Cut(Prose.Place(place), MaxPath)}</code>");
        }
    }
}
