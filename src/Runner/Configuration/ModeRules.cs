using System.Globalization;
using Gates.Formats.Documents;
using Gates.Pipeline.Results;

namespace Gates.Runner.Configuration;

/// <summary>
/// Which mode is in force, and why when it is not the one written. Later rules win: the gate's own mode, <c>enforce-after</c>, the environment.
/// </summary>
internal static class ModeRules
{
    public static (GateMode Mode, string? Reason) Of(GateConfiguration gate, GatesConfiguration configuration, PlanRequest request)
    {
        var written = gate.Mode ?? configuration.Mode;
        var (mode, reason) = (written, (string?)null);
        if (gate.EnforceAfter is { } day)
        {
            var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            (mode, reason) = request.Today >= day ? (GateMode.Enforce, $"enforce since {date}") : (GateMode.Warn, $"warn until {date}");
        }

        if (request.Environment is { } name && InEnvironment(configuration.Environments[name], gate.Name, mode) is { } other && other != mode)
        {
            (mode, reason) = (other, $"{Name(other)} in environment {Say.Path(name)}");
        }

        return (mode, reason);
    }

    public static string Name(GateMode mode) => mode.ToString().ToLowerInvariant();

    /// <summary>An environment's general mode does not wake a gate that is off; naming the gate does.</summary>
    private static GateMode? InEnvironment(EnvironmentConfiguration environment, string id, GateMode mode) =>
        environment.Gates.GetValueOrDefault(id)?.Mode is { } own ? own
        : mode == GateMode.Off ? null
        : environment.Mode;
}
