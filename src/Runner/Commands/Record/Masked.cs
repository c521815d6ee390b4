using System.Text.Json;

namespace Gates.Runner.Commands.Record;

/// <summary>JSON without secrets and personal data.</summary>
/// <param name="Json">What is left.</param>
/// <param name="Values">How many different values were masked.</param>
/// <param name="Places">In how many places.</param>
internal sealed record Masked(JsonElement Json, int Values, int Places);
