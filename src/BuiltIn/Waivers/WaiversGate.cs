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
        var facts = new
        {
            path = file.Path,
            today = Day(today),
            gates,
            waivers = file.Waivers.Select(waiver => Describe(waiver, byId.GetValueOrDefault(waiver.Gate))),
        };
        return Task.FromResult(new Evidence("waivers/v1", JsonSerializer.SerializeToElement(facts)));
    }

    private object Describe(Waiver waiver, GateResult? result) => new
    {
        gate = waiver.Gate,
        rule = waiver.Rule,
        path = waiver.Path,
        fingerprint = waiver.Fingerprint,
        reason = waiver.Reason,
        owner = waiver.Owner,
        ticket = waiver.Ticket,
        added = Day(waiver.Added),
        expires = waiver.ExpiresText,
        line = waiver.Line,
        expired = waiver.IsExpired(today),
        daysLeft = waiver.Expires.DayNumber - today.DayNumber,
        gateIsKnown = gates.Contains(waiver.Gate, StringComparer.Ordinal),
        suggestion = Suggestion.For(waiver.Gate, gates),
        sawEverything = result is not null && SawEverything(result),
        matches = result?.Findings.Count(found => waiver.Covers(result.GateId, found.Finding, found.Forms)) ?? 0,
    };

    /// <summary>A gate that did not finish, or looked at a part only, says nothing about what is no longer there.</summary>
    private static bool SawEverything(GateResult result) =>
        result is { Error: null, SkipReason: null }
        && !(result.Settings.ValueKind == JsonValueKind.Object && result.Settings.TryGetProperty("scope", out var scope) && scope.ValueEquals("diff"u8));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
