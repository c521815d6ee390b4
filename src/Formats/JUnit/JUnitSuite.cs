namespace Gates.Formats.JUnit;

/// <param name="Name">With the names of the suites it stands in: "outer / inner".</param>
/// <param name="Line">Where it stands in the report.</param>
/// <param name="Declared">What its attributes say; nothing when they count nested suites as well.</param>
/// <param name="Time">Seconds.</param>
/// <param name="Cases">Its own cases.</param>
internal sealed record JUnitSuite(string Name, int Line, JUnitCounts Declared, double? Time, IReadOnlyList<JUnitCase> Cases);
