using Gates.Policies;

namespace Gates.Pipeline.Results;

/// <summary>A finding beside the gate it belongs to.</summary>
internal readonly record struct ReportedFinding(GateResult Gate, GateFinding Finding)
{
    public bool IsBlocking => Finding.IsBlocking(Gate.Mode);

    public Severity Severity => Finding.Finding.Severity;
}
