using System.Globalization;
using Gates.Formats.Archives;
using Gates.Formats.Foundation.Globs;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>Compares what two builds made, layer by layer and file by file.</summary>
internal sealed class BuildComparison
{
    public const string ConfigurationName = "(the image's configuration)";

    private const int MaxNamed = 500;

    private readonly List<Pair> differing = [];

    private BuildComparison()
    {
    }

    public int Files { get; private set; }

    /// <value>How many have the same time, of those that both have.</value>
    public int Times { get; private set; }

    public int Timed { get; private set; }

    /// <value>The files that differ, those whose contents are to be looked at first.</value>
    public IReadOnlyList<Pair> Differing => differing;

    /// <param name="first">What the first build made.</param>
    /// <param name="second">What the second one did.</param>
    /// <param name="sources">SHA-256 of the contents that came with the sources: they hold a day because somebody wrote it.</param>
    public static BuildComparison Of(BuiltFiles first, BuiltFiles second, IReadOnlySet<string> sources)
    {
        var result = new BuildComparison();
        for (var index = 0; index < Math.Max(first.Layers.Count, second.Layers.Count); index++)
        {
            var line = first.Lines.ElementAtOrDefault(index) is > 0 and var one ? one : second.Lines.ElementAtOrDefault(index);
            result.Compare(first.Layers.ElementAtOrDefault(index), second.Layers.ElementAtOrDefault(index), Math.Max(line, 1), sources);
        }

        if (first.Configuration != second.Configuration)
        {
            result.Files++;
            result.differing.Add(new Pair(ConfigurationName, 1, null, null, null, null, ["content"]));
        }

        result.differing.Sort((one, other) => one.Line != other.Line ? one.Line.CompareTo(other.Line) : string.CompareOrdinal(one.Path, other.Path));
        return result;
    }

    /// <summary>The facts of it.</summary>
    /// <param name="causes">The likely cause of each difference.</param>
    /// <param name="accepted">Which may be, each until its day.</param>
    /// <param name="today">The day.</param>
    /// <param name="limit">The least share of the same, in per cent.</param>
    /// <param name="varied">What was different in the second build.</param>
    /// <param name="notVaried">What could not be made different.</param>
    public ComparisonFact ToFact(
        Func<Pair, (string Cause, string Detail)> causes,
        IReadOnlyList<AcceptOptions> accepted,
        DateOnly today,
        double limit,
        IReadOnlyList<string> varied,
        IReadOnlyList<string> notVaried)
    {
        var globs = accepted.Select(one => (Glob: Glob.Parse(one.Files), Accept: one)).ToList();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var named = new List<DifferenceFact>();
        var count = 0;
        foreach (var pair in differing)
        {
            var fits = globs.Where(glob => glob.Glob.Matches(pair.Path)).Select(glob => glob.Accept).ToList();
            used.UnionWith(fits.Select(accept => accept.Files));
            var accept = fits.FirstOrDefault(one => one.Expires >= today);
            count += accept is null ? 0 : 1;
            if (named.Count < MaxNamed)
            {
                var (cause, detail) = causes(pair);
                var reason = accept is null ? null : string.Create(CultureInfo.InvariantCulture, $"{accept.Reason} (until {accept.Expires:yyyy-MM-dd})");
                named.Add(new DifferenceFact(pair.Path, pair.Line, pair.What, cause, detail, reason));
            }
        }

        return new ComparisonFact(
            Files,
            Files - differing.Count,
            count,
            Times,
            Timed,
            limit,
            varied,
            notVaried,
            named,
            [.. accepted.Where(one => one.Expires < today && used.Contains(one.Files)).Select(one => one.Files)],
            [.. accepted.Where(one => !used.Contains(one.Files)).Select(one => one.Files)]);
    }

    private void Compare(BuiltLayer? first, BuiltLayer? second, int line, IReadOnlySet<string> sources)
    {
        var paths = (first?.Files.Keys ?? []).Union(second?.Files.Keys ?? [], StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var (one, two) = (first?.Files.GetValueOrDefault(path), second?.Files.GetValueOrDefault(path));
            string[] what = one is null || two is null ? ["missing"] : [.. one.Differences(two)];
            var holdsDay = one is { HasDay: true } && two is { HasDay: true } && !sources.Contains(one.Digest);

            // A folder stands in a layer because something in it changed; it counts when it is what differs.
            if ((one ?? two)!.Entry.Kind == TarKind.Folder && what.Length == 0)
            {
                continue;
            }

            Files++;
            if (one is not null && two is not null)
            {
                Timed++;
                Times += one.Entry.Time == two.Entry.Time ? 1 : 0;
            }

            if (what.Length > 0 || holdsDay)
            {
                differing.Add(new Pair(path, line, first?.Name, second?.Name, one, two, what.Length > 0 ? what : ["content"]) { OnlyByDay = what.Length == 0 });
            }
        }
    }
}

/// <summary>A file that is not the same in both builds.</summary>
/// <param name="Line">Of the step that made it.</param>
/// <param name="FirstLayer">What the first build's archive calls its layer.</param>
/// <param name="SecondLayer">What the second one's does.</param>
/// <param name="What">See <see cref="DifferenceFact"/>.</param>
internal sealed record Pair(
    string Path, int Line, string? FirstLayer, string? SecondLayer, FileState? First, FileState? Second, IReadOnlyList<string> What)
{
    /// <value>Whether it is the same in both, and holds the day of the build.</value>
    public bool OnlyByDay { get; init; }
}
