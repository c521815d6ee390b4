using System.Text.Json.Serialization;

namespace Gates.Runner.TypeScript;

/// <summary>What <c>translate.cjs</c> is asked.</summary>
internal sealed record TranslationRequest(string Typescript, IReadOnlyList<TranslationUnit> Policies);

internal sealed record TranslationUnit(string Entry, IReadOnlyDictionary<string, string> Files);

/// <summary>What <c>translate.cjs</c> answers.</summary>
/// <param name="TooOld">The version of Node.js when it is too old to translate.</param>
/// <param name="Policies">One translation for each policy, in the request's order.</param>
internal sealed record TranslationAnswer(string? TooOld, IReadOnlyList<Translation>? Policies);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TranslationRequest))]
[JsonSerializable(typeof(TranslationAnswer))]
[JsonSerializable(typeof(Translation))]
internal sealed partial class TranslationJson : JsonSerializerContext;
