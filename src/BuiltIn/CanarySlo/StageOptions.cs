using Gates.Formats.Settings;

namespace Gates.BuiltIn.CanarySlo;

/// <summary>A step of the rollout.</summary>
internal sealed class StageOptions
{
    [Option("The share of all traffic that the canary gets, in per cent.", Min = 0.01, Max = 100, Required = true)]
    public double Weight { get; init; }

    [Option("How long the stage lasts.", Min = 1, Max = 86400, Required = true)]
    public TimeSpan For { get; init; }
}
