namespace Gates.Runner.TypeScript;

/// <summary>What <c>typecheck.cjs</c> answers.</summary>
internal sealed record TypeCheckAnswer(IReadOnlyList<TranslationProblem>? Problems);
