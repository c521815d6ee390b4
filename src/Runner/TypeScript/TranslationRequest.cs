namespace Gates.Runner.TypeScript;

/// <summary>What <c>translate.cjs</c> is asked.</summary>
internal sealed record TranslationRequest(string Typescript, IReadOnlyList<TranslationUnit> Policies);
