using Gates.Formats.Foundation;

namespace Gates.Attestation.Branch;

/// <summary>Moving a ref that others move too: who loses waits and tries again, and knows when it is no race.</summary>
/// <param name="name">The ref, for messages.</param>
/// <param name="time">The waits.</param>
/// <param name="random">Spreads the waits of those who meet, from 0 to below 1.</param>
internal sealed class PushRace(string name, TimeProvider time, Func<double> random)
{
    private const int MaxAttempts = 30;

    /// <value>Refused so often while nobody else writes, it is not a race.</value>
    private const int MaxRefusals = 5;

    /// <value>How many times as long as an attempt the longest wait is: enough room for that many writers.</value>
    private const int MaxRoom = 32;

    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    private long start;
    private int refusals;
    private string refusedAt = "";

    /// <value>How many were begun.</value>
    public int Attempts { get; private set; }

    public void Begin()
    {
        Attempts++;
        start = time.GetTimestamp();
    }

    /// <summary>Waits before the next attempt.</summary>
    /// <param name="tip">Where the ref stood when this one began.</param>
    /// <param name="reason">Why it was refused.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="EvaluationException">There is no use in another.</exception>
    public async Task LoseAsync(string? tip, string reason, CancellationToken cancellationToken)
    {
        refusals = refusedAt == (tip ?? "") ? refusals + 1 : 1;
        refusedAt = tip ?? "";
        if (Attempts == MaxAttempts || refusals == MaxRefusals)
        {
            var why = refusals == MaxRefusals ? "and nobody else was writing" : "others were always faster";
            throw new EvaluationException(FormattableString.Invariant($"{name} took nothing in {Attempts} attempts, {why}. git says: {reason}"));
        }

        await Task.Delay(Wait(time.GetElapsedTime(start)), time, cancellationToken);
    }

    /// <summary>Measured in attempts: on a slow machine, or to a far remote, those who meet must spread further.</summary>
    private TimeSpan Wait(TimeSpan took)
    {
        var longest = took * Math.Min(Math.Pow(2, Attempts), MaxRoom);
        return (longest < MaxWait ? longest : MaxWait) * random();
    }
}
