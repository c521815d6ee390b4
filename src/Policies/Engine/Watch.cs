using System.Diagnostics;
using Jint;

namespace Gates.Policies.Engine;

/// <summary>Counts the statements of one judgement, looks at the clock now and then, and lets none run after its end.</summary>
internal sealed class Watch(PolicyLimits limits, Stop stop) : Constraint
{
    /// <value>Statements between two looks: a look costs more than a statement.</value>
    private const int Pace = 256;

    private readonly long began = Stopwatch.GetTimestamp();
    private int statements;

    public override void Check()
    {
        if (stop.Reason is { } reason)
        {
            throw reason;
        }

        if (++statements > limits.Statements)
        {
            throw new LimitException(
                "statements", FormattableString.Invariant($"it ran more than {limits.Statements} statements (statements limit); does a loop never end?"));
        }

        if (statements % Pace == 0 && Stopwatch.GetElapsedTime(began) > limits.Timeout)
        {
            throw new LimitException("timeout", Failures.TimedOut(limits));
        }
    }

    /// <remarks>The engine resets before each call from outside; a judgement is all of them.</remarks>
    public override void Reset()
    {
    }
}
