using System.Text.Json.Serialization;

namespace Gates.Formats.Profiles;

/// <summary>Where a program's time, or what else was counted, went.</summary>
/// <param name="Path">The file.</param>
/// <param name="Format">See <see cref="ProfileReader"/>.</param>
/// <param name="Name">Its name in the file; <see langword="null"/> without one.</param>
/// <param name="Type">What was counted, such as <c>cpu</c>.</param>
/// <param name="Unit">In what, such as <c>nanoseconds</c>.</param>
/// <param name="Total">All of it.</param>
/// <param name="Samples">How often somebody looked; <see langword="null"/> where every call was recorded.</param>
/// <param name="Functions">Those with the most of their own first.</param>
/// <param name="Cut">Whether there are more functions.</param>
internal sealed record Profile(
    string Path,
    string Format,
    string? Name,
    string Type,
    string Unit,
    double Total,
    long? Samples,
    IReadOnlyList<ProfiledFunction> Functions,
    bool Cut);

/// <param name="Name">The function, as the file writes it.</param>
/// <param name="File">Where it is written; <see langword="null"/> when the profile does not say.</param>
/// <param name="Line">Where it begins there.</param>
/// <param name="Self">What is its own, without what it calls.</param>
/// <param name="Total">With what it calls; what calls itself counts once.</param>
internal sealed record ProfiledFunction(string Name, string? File, int? Line, double Self, double Total);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Profile))]
internal sealed partial class ProfileJson : JsonSerializerContext;
