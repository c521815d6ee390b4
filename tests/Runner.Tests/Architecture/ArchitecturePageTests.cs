using System.Text;
using System.Text.RegularExpressions;
using Runner.Tests.Configuration;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Architecture;

/// <summary>The page by which a newcomer finds the way: its picture is drawn from the code, and whatever it names is there.</summary>
public sealed partial class ArchitecturePageTests
{
    private const string Page = "docs/architecture.md";
    private const string Start = "<!-- generated: the floors, from the references in src; UPDATE_DOCS=1 renews it -->";
    private const string End = "<!-- end of generated -->";
    private const int MaxLines = 120;

    /// <value>What the page names beside folders, files and types.</value>
    private static readonly string[] Words = ["FROM", "internal", "judge", "results.json", "using"];

    private static readonly SourceGraph Source = SourceGraph.Source;

    private static string Text => File.ReadAllText(Repository.Combine(Page));

    [Fact]
    public void ThePictureIsThatOfTheCode()
    {
        var text = Text;
        var (start, end) = (text.IndexOf(Start, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        Generated.Check(Page, $"{text[..(start + Start.Length)]}\n```mermaid\n{Picture()}```\n{text[end..]}");
    }

    [Fact]
    public void ItIsOnePage() => Text.AsSpan().Count('\n').ShouldBeLessThanOrEqualTo(MaxLines);

    [Fact]
    public void WhateverItNamesIsThere()
    {
        var spans = Spans(Text).ToList();
        spans.Count.ShouldBeGreaterThan(80);
        spans.Where(span => !Exists(span) && !Words.Contains(span, StringComparer.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>A row that sends a reader to a folder and names a type means the type that is there.</summary>
    [Fact]
    public void WhereARowNamesAFolderAndATypeTheTypeLiesThere()
    {
        var rows = Text.Split('\n').Where(line => line.StartsWith('|')).Select(row => Spans(row).ToList())
            .Select(row => (Folders: row.Where(span => span.StartsWith("src/", StringComparison.Ordinal)).ToList(), Files: row.SelectMany(FilesOf).ToList()))
            .Where(row => row.Folders.Count > 0 && row.Files.Count > 0).ToList();
        rows.Count.ShouldBeGreaterThan(10);
        rows.SelectMany(row => row.Files.Where(file => !row.Folders.Exists(folder => file.StartsWith(folder, StringComparison.Ordinal)))).ShouldBeEmpty();
    }

    private static IEnumerable<string> Spans(string text) => Span().Matches(text).Select(match => match.Groups["text"].Value);

    private static bool Exists(string span) =>
        File.Exists(Repository.Combine(span)) || Directory.Exists(Repository.Combine(span)) || FilesOf(span).Any();

    /// <summary>The files that hold a type, or the member of a type, that is written as in C#.</summary>
    private static IEnumerable<string> FilesOf(string span) => span.Split('.') switch
    {
        [var type] => Source.Types.Where(one => one.Name == type).Select(one => one.File),
        [var type, var member] => FilesOf(type).Where(file => Regex.IsMatch(File.ReadAllText(Repository.Combine(file)), $@"\b{Regex.Escape(member)}\b")),
        _ => [],
    };

    /// <summary>One line for the folders of a floor and one for its arrows, so that the page stays one page.</summary>
    private static string Picture()
    {
        var text = new StringBuilder("flowchart TB\n");
        foreach (var floor in FloorTests.Floors.Reverse())
        {
            var inside = Source.References.Where(one => FloorOf(one.From) == floor).ToList();
            var places = Source.Files.Select(file => file.Path).Where(path => FloorOf(path) == floor).Select(Place).Distinct(StringComparer.Ordinal);
            text.Append($"  subgraph {floor}\n    direction LR\n");
            Line(places.Order(StringComparer.Ordinal).Select(place => Box(place, inside)));
            Line(Reduced(inside.Where(one => FloorOf(one.To) == floor).Select(one => (Place(one.From), Place(one.To))))
                .GroupBy(arrow => arrow.From, StringComparer.Ordinal)
                .Select(arrows => $"{Id(arrows.Key)} --> {string.Join(" & ", arrows.Select(arrow => Id(arrow.To)))}"));
            text.Append("  end\n");
        }

        Line(Reduced(Source.References.Where(one => FloorOf(one.To) is not null).Select(one => (FloorOf(one.From)!, FloorOf(one.To)!)))
            .Select(arrow => $"{arrow.From} ==> {arrow.To}"));
        return text.ToString();

        void Line(IEnumerable<string> parts) => text.Append($"    {string.Join("; ", parts)}\n");
    }

    /// <summary>A folder, and the packages that it alone knows.</summary>
    private static string Box(string place, IEnumerable<Reference> inside)
    {
        var packages = inside.Where(one => Place(one.From) == place && FloorOf(one.To) is null).Select(one => one.To).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(package => $"<br><i>{package}</i>");
        var label = place.Split('/') is [_, var folder] ? folder : "beside the folders";
        return $"{Id(place)}[\"{label}{string.Concat(packages)}\"]";
    }

    /// <summary>The arrows without those that a way over others says already.</summary>
    private static IEnumerable<(string From, string To)> Reduced(IEnumerable<(string From, string To)> arrows)
    {
        var all = arrows.Where(arrow => arrow.From != arrow.To).ToHashSet();
        var next = all.ToLookup(arrow => arrow.From, arrow => arrow.To, StringComparer.Ordinal);
        return all.Where(arrow => !next[arrow.From].Any(between => between != arrow.To && Reaches(between, arrow.To)))
            .OrderBy(arrow => arrow.From, StringComparer.Ordinal).ThenBy(arrow => arrow.To, StringComparer.Ordinal);

        bool Reaches(string from, string to) => next[from].Any(one => one == to || Reaches(one, to));
    }

    private static string? FloorOf(string path) => path.Split('/') is ["src", var floor, ..] ? floor : null;

    /// <summary>The feature folder; for files that lie beside the folders the floor.</summary>
    private static string Place(string path) => path.Split('/') is ["src", var floor, var folder, _, ..] ? $"{floor}/{folder}" : FloorOf(path)!;

    private static string Id(string place) =>
        place.Contains('/', StringComparison.Ordinal) ? place.Replace("/", "", StringComparison.Ordinal) : place + "Itself";

    [GeneratedRegex("(?<!`)`(?<text>[^`\n]+)`(?!`)")]
    private static partial Regex Span();
}
