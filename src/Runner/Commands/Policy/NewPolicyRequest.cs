namespace Gates.Runner.Commands.Policy;

/// <summary>What <c>gates policy new</c> was asked.</summary>
/// <param name="Root">The repository's root.</param>
/// <param name="Name">The policy's name.</param>
/// <param name="From">A shipped policy or built-in gate to begin with; <see langword="null"/> for the template.</param>
/// <param name="TypeScript">Whether the template is in TypeScript.</param>
internal sealed record NewPolicyRequest(DirectoryInfo Root, string Name, string? From = null, bool TypeScript = false);
