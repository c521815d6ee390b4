namespace Gates.BuiltIn.HermeticBuild.Facts;

/// <summary>A manifest with dependencies and no lock file.</summary>
/// <param name="Ecosystem">For example <c>npm</c>.</param>
/// <param name="Locks">The lock files any of which would do.</param>
/// <param name="Command">What writes one.</param>
/// <param name="Library">Whether the manifest says that this is published for others to use; their lock files then decide.</param>
/// <param name="Required">Whether the project itself asks for lock files.</param>
internal sealed record LockFact(string Ecosystem, IReadOnlyList<string> Locks, string Command, bool Library, bool Required, string Path);
