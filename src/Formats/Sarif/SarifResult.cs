using Gates.Formats.Documents;

namespace Gates.Formats.Sarif;

/// <summary>One result with what its rule says about it.</summary>
internal sealed record SarifResult
{
    public required string? RuleId { get; init; }

    public required string? RuleName { get; init; }

    /// <value>The effective level: <c>error</c>, <c>warning</c>, <c>note</c> or <c>none</c>.</value>
    public required string Level { get; init; }

    public required string Kind { get; init; }

    public required string Message { get; init; }

    /// <value><c>critical</c>, <c>high</c>, <c>medium</c>, <c>low</c>, <c>none</c>, or <see langword="null"/> when nothing says.</value>
    public required string? Severity { get; init; }

    /// <value>From 0 to 10.</value>
    public required double? SecuritySeverity { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required string? HelpUri { get; init; }

    public required bool Suppressed { get; init; }

    public required string? BaselineState { get; init; }

    public required string? Fingerprint { get; init; }

    /// <value>The place in the repository; <see langword="null"/> when the result names none.</value>
    public required FactPlace? Location { get; init; }

    /// <value>The location, else the result's place in the SARIF file.</value>
    public required FactPlace Where { get; init; }
}
