namespace Gates.Runner.TypeScript;

/// <summary>What <c>typecheck.cjs</c> is asked.</summary>
internal sealed record TypeCheckRequest(string Typescript, string Types, IReadOnlyDictionary<string, string> Files);
