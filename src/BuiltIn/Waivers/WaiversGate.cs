using System.Globalization;
using System.Text.Json;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Pipeline.Waivers;
using Gates.Policies;

namespace Gates.BuiltIn.Waivers;

/// <summary>Looks at the waivers themselves, after every other gate has finished: which have expired, which nobody needs any more.</summary>
/// <remarks>
/// It is no gate of the catalogue, because it cannot run beside the others or be compared with a base: it collects what they did with the waivers.
/// </remarks>
/// <param name="file">The waivers in force.</param>
/// <param name="results">The results of all other gates of this run.</param>
/// <param name="gates">Every gate of the configuration, also those that did not run.</param>
/// <param name="today">The day in UTC.</param>
internal sealed class WaiversGate(WaiverFile file, IReadOnlyList<GateResult> results, IReadOnlyList<string> gates, DateOnly today) : IGate
{
    public const string Id = WaiverFile.GateId;

    public const string Title = "Waivers";

    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken)
    {
        context.Coverage.Saw(file.Waivers.Count, "waiver");
        var byId = results.ToDictionary(result => result.GateId, StringComparer.Ordinal);
        var waivers = file.Waivers.Select(waiver => Describe(waiver, byId.GetValueOrDefault(waiver.Gate)));
        var facts = new WaiverFacts(file.Path, Day(today), gates, [.. waivers]);
        return Task.FromResult(new Evidence("waivers/v1", JsonSerializer.SerializeToElement(facts, WaiverFactsJson.Default.WaiverFacts)));
    }

    private WaiverFact Describe(Waiver waiver, GateResult? result) => new()
    {
        Gate = waiver.Gate,
        Rule = waiver.Rule,
        Path = waiver.Path,
        Fingerprint = waiver.Fingerprint,
        Reason = waiver.Reason,
        Owner = waiver.Owner,
        Ticket = waiver.Ticket,
        Added = Day(waiver.Added),
        Expires = waiver.ExpiresText,
        Line = waiver.Line,
        Expired = waiver.IsExpired(today),
        DaysLeft = waiver.Expires.DayNumber - today.DayNumber,
        GateIsKnown = gates.Contains(waiver.Gate, StringComparer.Ordinal),
        Suggestion = Suggestion.For(waiver.Gate, gates),
        SawEverything = result is not null && SawEverything(result),
        Matches = result?.Findings.Count(found => waiver.Covers(result.GateId, found.Finding, found.Forms)) ?? 0,
    };

    /// <summary>A gate that did not finish, or looked at a part only, says nothing about what is no longer there.</summary>
    private static bool SawEverything(GateResult result) =>
        result is { Error: null, SkipReason: null }
        && !(result.Settings.ValueKind == JsonValueKind.Object && result.Settings.TryGetProperty("scope", out var scope) && scope.ValueEquals("diff"u8));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
