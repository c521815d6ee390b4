using Gates.Pipeline.Recognition;
using Gates.Pipeline.Waivers;
using Gates.Policies;

namespace Gates.Pipeline.Results;

/// <summary>A finding as the runner sees it.</summary>
/// <param name="Finding">What the policy reported.</param>
/// <param name="Fingerprint">What reports and files call it.</param>
/// <param name="State">Whether it counts.</param>
/// <param name="InDiff">Whether this change set added or changed one of its lines.</param>
internal sealed record GateFinding(Finding Finding, Fingerprint Fingerprint, FindingState State, bool InDiff)
{
    /// <value>The waiver that covers it; only with <see cref="FindingState.Waived"/>.</value>
    public Waiver? Waiver { get; init; }

    /// <value>Every form by which an entry of a baseline or a waiver may mean it. Default: <see cref="Fingerprint"/>.</value>
    public IReadOnlyList<Fingerprint> Forms { get; init; } = [Fingerprint];

    /// <value>What signed evidence calls it: made of nothing that could be guessed from it, whoever has the salt. Default: <see cref="Fingerprint"/>.</value>
    public Fingerprint Masked { get; init; } = Fingerprint;

    /// <value>
    /// The line that it is about, as reports for people may show it: cut, and without anything that could be a secret. <see langword="null"/>, the default,
    /// where it has none or nobody has looked.
    /// </value>
    public string? Line { get; init; }

    /// <value>
    /// The gate that says the same of the same place, so that reports for people leave this one out; <see langword="null"/>, the default, where none does.
    /// </value>
    public string? SaidBy { get; init; }

    /// <summary>Whether it fails the run: a new error of an enforced gate.</summary>
    public bool IsBlocking(GateMode mode) => mode == GateMode.Enforce && State == FindingState.New && Finding.Severity == Severity.Error;
}
