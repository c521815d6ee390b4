using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gates.Doors.GitHub.Api;

/// <summary>The body of a refusal.</summary>
/// <param name="Message">In words.</param>
/// <param name="Errors">Objects or texts.</param>
internal sealed record ApiError(string? Message = null, JsonElement? Errors = null);

/// <summary>How a refusal looks.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ApiError))]
internal sealed partial class ApiErrorJson : JsonSerializerContext;
