namespace Gates.Attestation.Controls.Assertions;

/// <param name="Type">As the catalogue names it.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Detail">What was found.</param>
internal sealed record AssertionResult(string Type, bool Holds, string Detail)
{
    /// <value>Whether nobody can tell, since no key is trusted that could have signed: it neither holds nor fails.</value>
    public bool IsUnverified { get; init; }

    public bool Fails => !Holds && !IsUnverified;

    /// <value>For people: <c>holds</c>, <c>not verified</c> or <c>fails</c>.</value>
    public string Word => Holds ? "holds" : IsUnverified ? "not verified" : "fails";
}
