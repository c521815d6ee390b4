using System.Text.Json.Serialization;

namespace Gates.Formats.JUnit;

/// <summary>One JUnit report as policies see it, nested suites side by side.</summary>
internal sealed record JUnitReport(string Path, IReadOnlyList<JUnitSuite> Suites);

/// <summary>The totals that a suite's attributes declare; <see langword="null"/> where there is none.</summary>
internal sealed record JUnitCounts(int? Tests, int? Failures, int? Errors, int? Skipped);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JUnitReport))]
internal sealed partial class JUnitJson : JsonSerializerContext;

/// <param name="Name">With the names of the suites it stands in: "outer / inner".</param>
/// <param name="Line">Where it stands in the report.</param>
/// <param name="Declared">What its attributes say; nothing when they count nested suites as well.</param>
/// <param name="Time">Seconds.</param>
/// <param name="Cases">Its own cases.</param>
internal sealed record JUnitSuite(string Name, int Line, JUnitCounts Declared, double? Time, IReadOnlyList<JUnitCase> Cases);
