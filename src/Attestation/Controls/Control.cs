using Gates.Attestation.Controls.Assertions;

namespace Gates.Attestation.Controls;

/// <summary>One control: what it claims, which evidence there must be, and what must be true of it.</summary>
internal sealed record Control
{
    /// <value>Unique in its catalogue, whatever the case.</value>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <value>What holds when the control does, in the organisation's words.</value>
    public string? Claim { get; init; }

    /// <value>Who answers for it: a role, not a person.</value>
    public string? Owner { get; init; }

    /// <value>The requirements that it supports.</value>
    public IReadOnlyList<FrameworkRequirement> Frameworks { get; init; } = [];

    /// <value>Why it does not apply; <see langword="null"/> when it does.</value>
    public string? NotApplicable { get; init; }

    public IReadOnlyList<string> NotCovered { get; init; } = [];

    /// <value>Globs below the evidence folder; each must match a file.</value>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    public IReadOnlyList<ControlAssertion> Assertions { get; init; } = [];

    /// <value>Where it stands in its catalogue, from 1.</value>
    public int Line { get; init; }
}
