namespace Gates.Formats.Dockerfiles;

/// <summary>A directive such as <c># syntax=docker/dockerfile:1</c>.</summary>
/// <param name="Name">Lower case: <c>syntax</c>, <c>escape</c> or <c>check</c>.</param>
/// <param name="Value">The value without surrounding white space.</param>
/// <param name="Line">Its line, starting at 1.</param>
internal sealed record DockerfileDirective(string Name, string Value, int Line);
