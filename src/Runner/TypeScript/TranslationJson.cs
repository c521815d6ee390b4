using System.Text.Json.Serialization;

namespace Gates.Runner.TypeScript;

/// <summary>What <c>translate.cjs</c> is asked.</summary>
internal sealed record TranslationRequest(string Typescript, IReadOnlyList<TranslationUnit> Policies);

internal sealed record TranslationUnit(string Entry, IReadOnlyDictionary<string, string> Files);

/// <summary>What <c>translate.cjs</c> answers.</summary>
/// <param name="TooOld">The version of Node.js when it is too old to translate.</param>
/// <param name="Policies">One translation for each policy, in the request's order.</param>
internal sealed record TranslationAnswer(string? TooOld, IReadOnlyList<Translation>? Policies);

/// <summary>What <c>typecheck.cjs</c> is asked.</summary>
internal sealed record TypeCheckRequest(string Typescript, string Types, IReadOnlyDictionary<string, string> Files);

/// <summary>What <c>typecheck.cjs</c> answers.</summary>
internal sealed record TypeCheckAnswer(IReadOnlyList<TranslationProblem>? Problems);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TranslationRequest))]
[JsonSerializable(typeof(TranslationAnswer))]
[JsonSerializable(typeof(Translation))]
[JsonSerializable(typeof(TypeCheckRequest))]
[JsonSerializable(typeof(TypeCheckAnswer))]
internal sealed partial class TranslationJson : JsonSerializerContext;
