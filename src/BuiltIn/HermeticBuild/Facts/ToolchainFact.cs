namespace Gates.BuiltIn.HermeticBuild.Facts;

/// <summary>A <c>setup-*</c> action and the version it is asked for.</summary>
/// <param name="Action">For example <c>actions/setup-node</c>.</param>
/// <param name="Input">The input that names the version.</param>
/// <param name="Values">What it is set to, each value of a matrix by itself; empty when it is not set.</param>
/// <param name="Choices">Whether the values are those of a matrix with several: tests on many lines rather than the build's toolchain.</param>
/// <param name="Open">The values that do not name one version.</param>
/// <param name="Example">What one version looks like.</param>
/// <param name="FileInput">The input that names a file with the version, if the action has one.</param>
/// <param name="State"><c>exact</c>, <c>file</c> (a file of the repository decides), <c>open</c>, <c>absent</c> or <c>unknown</c> (an expression).</param>
internal sealed record ToolchainFact(
    string Action, string Input, string Example, string? FileInput, IReadOnlyList<string> Values, bool Choices, IReadOnlyList<string> Open, string State,
    string Path, int Line);
