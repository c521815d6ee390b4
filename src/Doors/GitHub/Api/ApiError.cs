using System.Text.Json;

namespace Gates.Doors.GitHub.Api;

/// <summary>The body of a refusal.</summary>
/// <param name="Message">In words.</param>
/// <param name="Errors">Objects or texts.</param>
internal sealed record ApiError(string? Message = null, JsonElement? Errors = null);
