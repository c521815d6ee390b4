using Gates.Policies;
using Gates.Runner.Waivers;

namespace Gates.Runner;

/// <summary>A finding as the runner sees it.</summary>
/// <param name="Finding">What the policy reported.</param>
/// <param name="Fingerprint">What recognises it again: <c>v1:</c> and 64 hexadecimal digits.</param>
/// <param name="State">Whether it counts.</param>
/// <param name="InDiff">Whether this change set added or changed one of its lines.</param>
internal sealed record GateFinding(Finding Finding, string Fingerprint, FindingState State, bool InDiff)
{
    /// <value>The waiver that covers it; only with <see cref="FindingState.Waived"/>.</value>
    public Waiver? Waiver { get; init; }

    /// <summary>Whether it fails the run: a new error of an enforced gate.</summary>
    public bool IsBlocking(GateMode mode) => mode == GateMode.Enforce && State == FindingState.New && Finding.Severity == Severity.Error;
}
