using System.Text;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Reports.Groups;

/// <summary>The parts of a group that all pages of GitHub Markdown have. Every text is cut and escaped here.</summary>
internal static class GroupMarkdown
{
    private const int MaxPath = 200;

    /// <value>Characters after which no further place is listed: places are not to push another finding off the page.</value>
    private const int MaxLength = 4_000;

    /// <value>Places of one file that are linked; the rest is counted.</value>
    private const int MaxLinks = 8;

    /// <summary>A place as code, linked where the repository's address is known, and a space; nothing without a place.</summary>
    public static string Place(Location? place, SourceLinks links) => place is null ? "" : Link(place, Prose.Place(place), links) + " ";

    /// <summary>The line that the finding is about, on a line of its own; nothing when it is not shown.</summary>
    public static string Line(FindingGroup group) =>
        string.IsNullOrWhiteSpace(group.First.Line) ? "" : $"<br><code>{Escape.Markdown(group.First.Line)}</code>";

    /// <summary>The command that waives a group, in a line of other text.</summary>
    public static string Command(FindingGroup group, DateTimeOffset now) =>
        $"<code>{WaiverCommand.For(group, now).Replace("@", "&#64;", StringComparison.Ordinal).Replace("*", "&#42;", StringComparison.Ordinal)}</code>";

    /// <summary>The other places of a group, each on a line of its own.</summary>
    public static string Others(FindingGroup group, SourceLinks links, int most, string everything)
    {
        var others = group.Others();
        var lines = new StringBuilder();
        var shown = 0;
        while (shown < Math.Min(others.Count, most) && lines.Length < MaxLength)
        {
            lines.Append("<br>also ").Append(Places(others[shown++], links));
        }

        var rest = GroupWords.Rest([.. others.Skip(shown)]) is { } words ? $"<br>{words}: see {everything}" : "";
        return lines + rest;
    }

    private static string Places(GroupedPlaces places, SourceLinks links)
    {
        var located = places.Findings.Select(found => found.Finding.Location).OfType<Location>().DistinctBy(place => place.Line).ToList();
        var rest = located.Count > MaxLinks ? $" and {Prose.Count(located.Count - MaxLinks, "more line")}" : "";
        var shown = located.Count == 0
            ? "without a place"
            : string.Join(", ", located.Take(MaxLinks).Select((place, index) => Link(place, index == 0 ? FirstOf(place) : $"{place.Line}", links))) + rest;
        return places.Differs.Length == 0 ? shown : $"{shown}: {Escape.Markdown(Escape.Cut(places.Differs, GroupWords.MaxDiffers))}";
    }

    private static string FirstOf(Location place) => Prose.Place(place with { Column = null, EndColumn = null });

    private static string Link(Location place, string text, SourceLinks links)
    {
        var code = $"<code>{Escape.Markdown(Escape.Cut(text, MaxPath))}</code>";
        return links.To(place) is { } address ? $"[{code}]({address})" : code;
    }
}
