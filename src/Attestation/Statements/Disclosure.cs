namespace Gates.Attestation.Statements;

/// <summary>What opens a commitment: whoever has it can show the value, whoever has not cannot guess it.</summary>
/// <param name="Digest">The commitment, as it stands in <c>_sd</c>.</param>
/// <param name="Text">Base64url of the JSON array of salt, name and value.</param>
internal sealed record Disclosure(string Digest, string Text);
