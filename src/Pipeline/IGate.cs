using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Policies;

namespace Gates.Pipeline;

/// <summary>Collects facts. It never passes or fails anything: a policy does that.</summary>
internal interface IGate
{
    /// <exception cref="EvaluationException">The facts could not be collected; the gate is errored with this message.</exception>
    Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken);
}

/// <summary>A gate whose objectives an alerting system can go on watching.</summary>
internal interface IAlertedGate
{
    /// <summary>Writes one file for it.</summary>
    /// <exception cref="Formats.Foundation.UsageException">There is nothing to watch, or a limit cannot be meant.</exception>
    string WriteAlerting(AlertingRequest request);
}

/// <summary>What is asked of a gate for an alerting system.</summary>
/// <param name="Kind">rules, tests, routes or dashboard.</param>
/// <param name="Tree">Where files with limits stand.</param>
/// <param name="Origin">What it is made from and by.</param>
internal sealed record AlertingRequest(string Kind, ISourceTree Tree, string Origin)
{
    /// <value>For tests: the name of the file with the rules.</value>
    public required string Rules { get; init; }

    /// <value>The release that all of it belongs to; empty for none.</value>
    public string Release { get; init; } = "";
}
