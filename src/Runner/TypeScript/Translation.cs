namespace Gates.Runner.TypeScript;

/// <summary>What became of one policy: its script in ES5 with its source map, or what is wrong with it.</summary>
internal sealed record Translation(string? Text, TranslationProblem? Problem);
