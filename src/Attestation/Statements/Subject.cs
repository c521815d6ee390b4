namespace Gates.Attestation.Statements;

/// <summary>What a statement is about: a name for people and digests for machines (in-toto ResourceDescriptor).</summary>
/// <param name="Digest">By algorithm, such as <c>sha256</c> or <c>gitCommit</c>, in lower-case hexadecimal.</param>
internal sealed record Subject(string Name, IReadOnlyDictionary<string, string> Digest)
{
    public static Subject File(string name, string sha256) => new(name, new Dictionary<string, string>(StringComparer.Ordinal) { ["sha256"] = sha256 });

    public static Subject Commit(string name, string sha) => new(name, new Dictionary<string, string>(StringComparer.Ordinal) { ["gitCommit"] = sha });
}
