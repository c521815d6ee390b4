namespace Gates.Runner.TypeScript;

/// <summary>What <c>translate.cjs</c> answers.</summary>
/// <param name="TooOld">The version of Node.js when it is too old to translate.</param>
/// <param name="Policies">One translation for each policy, in the request's order.</param>
internal sealed record TranslationAnswer(string? TooOld, IReadOnlyList<Translation>? Policies);
