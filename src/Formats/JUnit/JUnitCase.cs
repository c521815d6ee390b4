using Gates.Formats.Documents;

namespace Gates.Formats.JUnit;

/// <param name="Name">The test's name.</param>
/// <param name="ClassName">The class or module it belongs to.</param>
/// <param name="File">The file, as the report names it.</param>
/// <param name="Status"><c>passed</c>, <c>failed</c>, <c>error</c> or <c>skipped</c>.</param>
/// <param name="Flaky">Whether it failed before it passed.</param>
/// <param name="Message">Why it did not pass at first.</param>
/// <param name="Time">Seconds.</param>
/// <param name="Where">The file, else the case's place in the report.</param>
internal sealed record JUnitCase(
    string Name, string? ClassName, string? File, string Status, bool Flaky, string? Message, double? Time, FactPlace Where)
{
    /// <summary>Whether the case ran and did not pass.</summary>
    public bool HasFailed() => Status is JUnitCaseReader.Failed or JUnitCaseReader.Error;
}
