using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Pipeline.Results;

namespace Gates.Runner.Reports.Review;

/// <summary>
/// How a comment is recognised as this tool's, and as older or newer than another. Anyone can write it: whoever looks for it asks for the author as well.
/// </summary>
/// <param name="HeadSha">The commit that the comment is about.</param>
/// <param name="Started">When the run began, to the second.</param>
internal sealed partial record CommentMarker(string? HeadSha, DateTimeOffset Started)
{
    public static CommentMarker From(RunReport report) => new(report.Changes.HeadSha is { } sha && Sha().IsMatch(sha) ? sha : null, report.Started);

    /// <summary>Reads the marker of a comment's first line; <see langword="null"/> when it has none.</summary>
    public static CommentMarker? In(string comment) =>
        Line().Match(comment) is { Success: true } match
        && DateTimeOffset.TryParseExact(
            match.Groups["started"].Value,
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var started)
            ? new CommentMarker(match.Groups["head"].Value is { Length: > 0 } head ? head : null, started)
            : null;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"<!-- gates:comment v1 head={HeadSha} started={Started.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} -->");

    [GeneratedRegex(
        @"\A<!-- gates:comment v1 head=(?<head>[0-9a-f]{0,64}) started=(?<started>[0-9TZ:-]{20}) -->",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Line();

    [GeneratedRegex(@"\A[0-9a-f]{1,64}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Sha();
}
