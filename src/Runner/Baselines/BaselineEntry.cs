namespace Gates.Runner.Baselines;

/// <summary>One recorded finding. Only its fingerprint is ever compared; the rest is for people, as it was when it was recorded.</summary>
internal sealed record BaselineEntry(string Gate, string Rule, string? Path, int? Line, string Fingerprint);
