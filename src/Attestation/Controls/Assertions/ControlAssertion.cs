namespace Gates.Attestation.Controls.Assertions;

/// <param name="Type">As the catalogue names it.</param>
/// <param name="Assertion">With its values.</param>
internal sealed record ControlAssertion(string Type, Assertion Assertion);
