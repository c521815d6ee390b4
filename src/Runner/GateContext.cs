namespace Gates.Runner;

/// <summary>What one inspection is about.</summary>
/// <param name="Tree">The files.</param>
/// <param name="Changes">What changed; <see cref="ChangeSet.None"/> while the base itself is inspected.</param>
/// <param name="Salt">The repository's salt, for identities that must not reveal what they name.</param>
internal sealed record GateContext(ISourceTree Tree, ChangeSet Changes, ReadOnlyMemory<byte> Salt);
