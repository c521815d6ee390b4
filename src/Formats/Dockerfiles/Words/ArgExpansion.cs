namespace Gates.Formats.Dockerfiles.Words;

/// <summary>A word with its variables replaced.</summary>
/// <param name="Text">The result; only meaningful without a reason.</param>
/// <param name="Origins">Where the values came from, for example <c>ARG BASE, Dockerfile:1</c>.</param>
/// <param name="Unset">The variables that have no value here; they became nothing unless the word gave a default.</param>
/// <param name="Reason">Why the result cannot be known; else <see langword="null"/>.</param>
internal sealed record ArgExpansion(string Text, IReadOnlyList<string> Origins, IReadOnlyList<string> Unset, string? Reason);
