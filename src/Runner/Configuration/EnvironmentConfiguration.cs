using Gates.Pipeline.Results;

namespace Gates.Runner.Configuration;

/// <summary>What changes when a run names an environment.</summary>
/// <param name="Mode">The mode of every gate that is not off; <see langword="null"/> leaves them.</param>
/// <param name="Gates">The modes of single gates; they win over <paramref name="Mode"/>.</param>
internal sealed record EnvironmentConfiguration(GateMode? Mode, IReadOnlyDictionary<string, GateMode> Gates);
