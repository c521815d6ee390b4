namespace Gates.Runner.Attesting.Controls.Assertions;

/// <param name="Type">As the catalogue names it.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Detail">What was found.</param>
internal sealed record AssertionResult(string Type, bool Holds, string Detail);
