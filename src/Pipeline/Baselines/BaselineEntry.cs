using Gates.Pipeline.Recognition;

namespace Gates.Pipeline.Baselines;

/// <summary>One recorded finding. Its gate and its fingerprint are compared, with a short one its rule and path as well; the rest is for people, as it was when it was recorded.</summary>
internal sealed record BaselineEntry(string Gate, string Rule, string? Path, int? Line, Fingerprint Fingerprint);
