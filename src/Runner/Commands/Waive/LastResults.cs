using System.Globalization;
using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Pipeline.Recognition;

namespace Gates.Runner.Commands.Waive;

/// <summary>The findings of a <c>results.json</c>, by which people name them.</summary>
internal sealed class LastResults
{
    private const int MinPrefixLength = 4;
    private const int MaxNamed = 5;

    private readonly FileInfo file;

    private LastResults(FileInfo file, IReadOnlyList<Reported> findings)
    {
        this.file = file;
        Findings = findings;
    }

    public IReadOnlyList<Reported> Findings { get; }

    /// <summary>The results, or <see langword="null"/> when there are none.</summary>
    /// <exception cref="UsageException">The file is something else.</exception>
    public static LastResults? Find(FileInfo file)
    {
        try
        {
            using var stream = file.OpenRead();
            using var document = JsonDocument.Parse(stream);
            return new LastResults(file,
            [
                .. from gate in document.RootElement.GetProperty("gates").EnumerateArray()
                   from finding in gate.GetProperty("findings").EnumerateArray()
                   select new Reported(
                       gate.GetProperty("id").GetString()!,
                       finding.GetProperty("rule").GetString()!,
                       PathOf(finding),
                       finding.GetProperty("fingerprint").GetString()!) { Line = LineOf(finding), Count = CountOf(finding) },
            ]);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UsageException($"{file}: is not a results.json of `gates run`: {e.Message}");
        }
    }

    /// <summary>The one finding whose fingerprint begins so.</summary>
    /// <exception cref="UsageException">There is none, or there are several.</exception>
    public Reported Get(string prefix, string? path)
    {
        var digits = DigitsOf(prefix);
        if (digits.Length < MinPrefixLength)
        {
            throw new UsageException(
                $"{Say.Quote(prefix)} is too short to mean one finding; give at least {MinPrefixLength} digits of its fingerprint{Near(digits)}");
        }

        var matches = Findings.Where(finding => (path is null || finding.Path == path) && Begins(finding.Fingerprint, prefix))
            .DistinctBy(finding => (finding.Gate, finding.Rule, finding.Path, finding.Fingerprint)).ToList();
        var whole = matches.Where(match => match.Fingerprint == prefix || new Fingerprint(match.Fingerprint).Digits == prefix).ToList();
        return (whole.Count == 0 ? matches : whole) switch
        {
            [var one] => one,
            [] => throw new UsageException(
                $"{Say.Quote(prefix)} is no finding of {file}{Near(digits)}; "
                + "run `gates run` again, or copy the fingerprint from a report of this state of the repository"),
            [var first, ..] same when same.All(match => match.Fingerprint == first.Fingerprint) => throw new UsageException(
                $"{Say.Quote(prefix)} means {same.Count} findings; say which with --path: "
                + Say.List(same.Select(match => Say.Path(match.Path ?? "")).Take(MaxNamed))),
            var several => throw new UsageException(
                $"{Say.Quote(prefix)} means {several.Count} findings; give more digits: "
                + Say.List(several.Take(MaxNamed).Select(match => Named(match, digits.Length + 4)))),
        };
    }

    private static string DigitsOf(string prefix) => prefix[(prefix.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static bool Begins(string fingerprint, string prefix) =>
        (prefix.Contains(':', StringComparison.Ordinal) ? fingerprint : new Fingerprint(fingerprint).Digits).StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>Those that begin most like what was given, or a word that there are none.</summary>
    private string Near(string digits)
    {
        if (Findings.Count == 0)
        {
            return ", which has no findings";
        }

        var near = Findings.DistinctBy(finding => (finding.Fingerprint, finding.Path))
            .Select(finding => (Finding: finding, Same: Common(DigitsOf(finding.Fingerprint), digits)))
            .Where(one => one.Same >= Math.Min(3, digits.Length))
            .OrderByDescending(one => one.Same).ThenBy(one => one.Finding.Fingerprint, StringComparer.Ordinal).Take(MaxNamed)
            .Select(one => Named(one.Finding, digits.Length + 4)).ToList();
        return near.Count == 0 ? "" : $"; near: {Say.List(near)}";
    }

    private static int Common(string one, string other) => one.Zip(other).TakeWhile(pair => pair.First == char.ToLowerInvariant(pair.Second)).Count();

    private static string Named(Reported finding, int digits)
    {
        var print = finding.Fingerprint;
        var shown = print[..Math.Min(print.Length - DigitsOf(print).Length + Math.Max(digits, 8), print.Length)];
        return $"{shown} ({Say.Path(finding.Rule)}{(finding.Path is { } path ? " in " + Say.Path(path) : "")})";
    }

    private static int CountOf(JsonElement finding) => finding.TryGetProperty("count", out var count) ? count.GetInt32() : 1;

    private static int? LineOf(JsonElement finding) =>
        finding.TryGetProperty("location", out var place) && place.ValueKind == JsonValueKind.Object && place.TryGetProperty("line", out var line)
            && line.ValueKind == JsonValueKind.Number ? line.GetInt32() : null;

    private static string? PathOf(JsonElement finding) =>
        finding.TryGetProperty("location", out var place) && place.ValueKind == JsonValueKind.Object ? place.GetProperty("path").GetString() : null;
}

/// <summary>A finding as <c>results.json</c> has it.</summary>
internal sealed record Reported(string Gate, string Rule, string? Path, string Fingerprint)
{
    public int? Line { get; init; }

    /// <value>How many findings it stands for. Default: 1.</value>
    public int Count { get; init; } = 1;

    public string? Place => Path is null ? null : Line is null ? Path : string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}");
}
