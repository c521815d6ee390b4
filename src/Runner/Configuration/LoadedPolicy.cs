using Gates.Policies;

namespace Gates.Runner.Configuration;

/// <summary>A policy's script, and what it says about itself when it has a manifest.</summary>
internal sealed record LoadedPolicy(PolicySource Source, PolicyManifest? Manifest);
