namespace Policies.Tests.TypeScript;

/// <summary>A module in TypeScript, and what it exports by default.</summary>
/// <param name="File">The corpus file that holds it.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Source">Its text.</param>
/// <param name="Value">As JSON, by TypeScript's own transpile and Node.js.</param>
public sealed record Snippet(string File, string Name, string Source, string Value);
