using Gates.Policies;

namespace Gates.Runner.Configuration.Policies;

/// <summary>A policy, and what it says about itself when it has a manifest.</summary>
/// <param name="Source">The script; as written, unless it came with the program.</param>
/// <param name="Manifest">Its <c>policy.json</c>.</param>
/// <param name="Files">What it was written in; <see langword="null"/> when it came with the program.</param>
internal sealed record LoadedPolicy(PolicySource Source, PolicyManifest? Manifest, PolicyFiles? Files = null);
