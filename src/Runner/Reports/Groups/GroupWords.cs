using System.Globalization;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;

namespace Gates.Runner.Reports.Groups;

/// <summary>How reports say where else a group's findings stand. Untrusted texts.</summary>
internal static class GroupWords
{
    /// <value>Characters of what one place says of its own.</value>
    public const int MaxDiffers = 160;

    private const int MaxLines = 8;

    /// <summary>One file and its lines, such as <c>src/a.js:3, 7 and 12: what differs</c>.</summary>
    public static string Line(GroupedPlaces places)
    {
        var place = places.Path is null ? "without a place" : $"{places.Path}{Numbers(places)}";
        var differs = Escape.Cut(places.Differs, MaxDiffers);
        return differs.Length == 0 ? place : $"{place}: {differs}";
    }

    /// <summary>What is not listed, such as <c>and 696 more, in 12 files</c>; <see langword="null"/> when all is.</summary>
    public static string? Rest(IReadOnlyList<GroupedPlaces> hidden)
    {
        var files = hidden.Select(places => places.Path).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var count = Tally.Sum(hidden.SelectMany(places => places.Findings));
        return count == 0 ? null : $"and {Prose.Number(count)} more{(files == 0 ? "" : $", in {Prose.Count(files, "file")}")}";
    }

    private static string Numbers(GroupedPlaces places)
    {
        var lines = places.Findings.Select(found => found.Finding.Location?.Line).OfType<int>().Distinct().ToList();
        if (lines.Count == 0)
        {
            return "";
        }

        var shown = lines.Take(MaxLines).Select(line => line.ToString(CultureInfo.InvariantCulture)).ToList();
        var words = lines.Count > MaxLines ? $"{string.Join(", ", shown)} and {Prose.Count(lines.Count - MaxLines, "more line")}" : Prose.Join(shown);
        return ":" + words;
    }
}
