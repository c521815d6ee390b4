using System.Text.Json;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Pipeline.Waivers;
using Gates.Policies;

namespace Gates.BuiltIn.Waivers;

/// <summary>The look at the waivers that ends a run: a gate like any other, except that it is made when the others have finished.</summary>
/// <param name="File">The waivers in force.</param>
/// <param name="Gates">Every gate of the configuration.</param>
/// <param name="Today">The day in UTC.</param>
/// <param name="Mode">Its mode.</param>
/// <param name="ModeReason">See <see cref="PlannedGate.ModeReason"/>.</param>
internal sealed record WaiverReview(WaiverFile File, IReadOnlyList<string> Gates, DateOnly Today, GateMode Mode, string? ModeReason)
{
    private static readonly IReadOnlyDictionary<string, string> Help = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["expired"] = "Mend what it covered and remove it, or write a new day with a new reason.",
        ["unused"] = "Remove the entry.",
        ["unknown-gate"] = "Write the gate's name as in the configuration, or remove the entry.",
    };

    private static readonly PolicySource Policy = ShippedModules.Link(WaiversGate.Id, "BuiltIn/Waivers/");

    public PlannedGate Of(IReadOnlyList<GateResult> results) => new()
    {
        Id = WaiversGate.Id,
        Title = WaiversGate.Title,
        Gate = new WaiversGate(File, results, Gates, Today),
        Policy = Policy,
        Settings = JsonElement.Parse("{}"),
        Mode = Mode,
        ModeReason = ModeReason,
        Help = Help,
    };
}
