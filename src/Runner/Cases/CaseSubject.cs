namespace Gates.Runner.Cases;

/// <summary>What a <c>cases/</c> folder tests: a built-in gate with its default policy, or a policy of its own.</summary>
/// <param name="GateId">The gate's id.</param>
/// <param name="Policy">The policy's folder, relative to the root; <see langword="null"/> for a built-in gate.</param>
internal sealed record CaseSubject(string GateId, string? Policy);
