using System.Xml.Linq;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Architecture;

/// <summary>A floor uses only floors below it, and inside a floor nothing goes round in a circle.</summary>
public sealed class FloorTests
{
    internal static readonly string[] Floors = ["Policies", "Formats", "Doors", "Pipeline", "Attestation", "BuiltIn", "Runner"];

    [Fact]
    public void EachFloorStandsOnTheOneBelow_SoThatTheCompilerRefusesTheRest()
    {
        Directory.GetDirectories(Repository.Combine("src")).Select(Path.GetFileName).ShouldBe(Floors, ignoreOrder: true);
        foreach (var (floor, below) in Floors.Zip(Floors.Prepend(null)))
        {
            var project = XDocument.Load(Repository.Combine("src", floor, $"Gates.{floor}.csproj"));
            string[] expected = below is null ? [] : [$"../{below}/Gates.{below}.csproj"];
            project.Descendants("ProjectReference").Select(one => one.Attribute("Include")!.Value).ShouldBe(expected);
        }
    }

    [Fact]
    public void NothingRefersUpward() =>
        SourceGraph.Source.References.Where(one => FloorOf(one.To) > FloorOf(one.From)).ShouldBeEmpty();

    [Fact]
    public void FoldersFormNoCircle()
    {
        SourceGraph.Source.References.Count.ShouldBeGreaterThan(3_000, "the scan must see the references");
        Circles(SourceGraph.Source.References).ShouldBeEmpty();
    }

    /// <summary>The check itself: a circle is seen without any <c>using</c>, and through a name that only a method's body has.</summary>
    [Fact]
    public void ACircleIsFoundFromNames()
    {
        CodeFile[] files =
        [
            new("src/Formats/A/One.cs", "namespace Gates.Formats.A; class One { int Get() => Gates.Formats.B.Two.Value; }"),
            new("src/Formats/B/Two.cs", "using Gates.Formats.C; namespace Gates.Formats.B; static class Two { public static int Value => new Three().Count; }"),
            new("src/Formats/C/Three.cs", "namespace Gates.Formats.C; class Three { public int Count => new Gates.Formats.A.One().GetHashCode(); }"),
            new("src/Formats/D/Four.cs", "using Gates.Formats.A; namespace Gates.Formats.D; class Four;"),
        ];
        Circles(new SourceGraph(files).References).ShouldBe(["src/Formats: A, B, C"]);
        Circles(new SourceGraph(files[1..]).References).ShouldBeEmpty();
    }

    /// <summary>Verbs share what lies beside them, and what the floors below have; what two of them need goes there.</summary>
    [Theory]
    [InlineData("src/BuiltIn/")]
    [InlineData("src/Runner/Commands/")]
    public void AFolderNeverSeesItsNeighbour(string parent)
    {
        var inside = SourceGraph.Source.References.Where(one => Child(one.From, parent) is not null && Child(one.To, parent) is not null).ToList();
        inside.ShouldNotBeEmpty();
        inside.Where(one => Child(one.From, parent) != Child(one.To, parent)).ShouldBeEmpty();
    }

    [Fact]
    public void OnlyTheCatalogueNamesTheGates() =>
        SourceGraph.Source.References
            .Where(one => one.To.StartsWith("src/BuiltIn/", StringComparison.Ordinal) && Child(one.To, "src/BuiltIn/") is { } gate && gate != "Waivers"
                && Child(one.From, "src/BuiltIn/") is null)
            .Select(one => one.From).Distinct(StringComparer.Ordinal).ShouldBe(["src/BuiltIn/GateCatalog.cs"]);

    private static int FloorOf(string path) => Array.IndexOf(Floors, path.Split('/') is ["src", var floor, ..] ? floor : "Policies");

    /// <summary>The folder directly below another, or <see langword="null"/> for a file that lies beside such folders or elsewhere.</summary>
    private static string? Child(string path, string parent) =>
        path.StartsWith(parent, StringComparison.Ordinal) && path[parent.Length..].Split('/') is [var folder, _, ..] ? folder : null;

    /// <summary>Neighbours that need each other: below every folder its folders; directly below a floor also the files that lie beside them.</summary>
    private static IEnumerable<string> Circles(IReadOnlyList<Reference> references)
    {
        var files = references.Where(one => one.To.StartsWith("src/", StringComparison.Ordinal)).ToList();
        var parents = files.SelectMany(one => Above(one.From).Concat(Above(one.To))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var parent in parents)
        {
            string? Place(string path) =>
                Child(path, parent + "/") ?? (parent.Count(letter => letter == '/') == 1 && Path.GetDirectoryName(path) == parent ? "." : null);
            var edges = files.Select(one => (From: Place(one.From), To: Place(one.To)))
                .Where(one => one is { From: not null, To: not null } && one.From != one.To)
                .Distinct().ToLookup(one => one.From!, one => one.To!, StringComparer.Ordinal);
            var inCircle = edges.Select(edge => edge.Key).Where(start => Reaches(edges, start, start)).Order(StringComparer.Ordinal).ToList();
            if (inCircle.Count > 0)
            {
                yield return $"{parent}: {string.Join(", ", inCircle)}";
            }
        }
    }

    private static bool Reaches(ILookup<string, string> edges, string start, string goal)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(edges[start]);
        while (open.TryPop(out var next))
        {
            if (next == goal)
            {
                return true;
            }

            if (seen.Add(next))
            {
                foreach (var one in edges[next])
                {
                    open.Push(one);
                }
            }
        }

        return false;
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not (null or "" or "src"); folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }
}
