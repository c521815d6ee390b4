using System.Text.RegularExpressions;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;

namespace Gates.Runner.Commands.Publish.Suggestions;

/// <summary>How a suggested change is recognised as this tool's, and as the same again. Anyone can write it, so its author is asked for as well.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Finding">What names the finding, wherever its line goes.</param>
/// <param name="Text">What names the line that was suggested.</param>
internal sealed partial record SuggestionMarker(string Gate, string Finding, string Text)
{
    /// <summary>The names of a finding, without which line may be suggested for it.</summary>
    public static SuggestionMarker From(ReportedFinding reported, string text = "") =>
        new(
            reported.Gate.GateId,
            Name($"{reported.Finding.Finding.Rule}\n{reported.Finding.Finding.Location?.Path}\n{reported.Finding.Fingerprint}"),
            Name(text));

    /// <summary>Reads the marker in a comment's first line; <see langword="null"/> when it has none.</summary>
    public static SuggestionMarker? In(string comment) => Line().Match(comment) is { Success: true } match
        ? new SuggestionMarker(match.Groups["gate"].Value, match.Groups["finding"].Value, match.Groups["text"].Value)
        : null;

    public override string ToString() => $"<!-- gates:suggestion v1 gate={Gate} finding={Finding} text={Text} -->";

    private static string Name(string text) => Sha256Hex.Of(text)[..32];

    [GeneratedRegex(
        @"\A<!-- gates:suggestion v1 gate=(?<gate>[a-z0-9-]{1,100}) finding=(?<finding>[0-9a-f]{32}) text=(?<text>[0-9a-f]{32}) -->",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
