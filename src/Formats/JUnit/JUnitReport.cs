namespace Gates.Formats.JUnit;

/// <summary>One JUnit report as policies see it, nested suites side by side.</summary>
internal sealed record JUnitReport(string Path, IReadOnlyList<JUnitSuite> Suites);
