using System.Runtime.CompilerServices;

namespace Gates.Formats.LoadPlans;

/// <summary>One scenario with k6's defaults.</summary>
/// <param name="Name">Its name, which its samples are tagged with.</param>
/// <param name="Executor">How iterations are started.</param>
internal sealed record LoadScenario(string Name, ExecutorKind Executor)
{
    /// <value>The flow. Default: the file's <c>requests</c>.</value>
    public string Flow { get; init; } = "default";

    public TimeSpan StartTime { get; init; }

    public TimeSpan GracefulStop { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan GracefulRampDown { get; init; } = TimeSpan.FromSeconds(30);

    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <value>Users of a closed model.</value>
    public int Users { get; init; } = 1;

    public long Iterations { get; init; } = 1;

    /// <value>Of a fixed number of users, or a fixed rate.</value>
    public TimeSpan Duration { get; init; }

    /// <value>After which a number of iterations is given up.</value>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromMinutes(10);

    /// <value>Users, or the rate, at the beginning of a ramp.</value>
    public double Start { get; init; }

    public IReadOnlyList<LoadStage> Stages { get; init; } = [];

    /// <value>Iterations for each <see cref="TimeUnit"/>.</value>
    public double Rate { get; init; }

    public TimeSpan TimeUnit { get; init; } = TimeSpan.FromSeconds(1);

    public int PreAllocatedUsers { get; init; }

    public int MaxUsers { get; init; }

    /// <value>Whether iterations start by the clock, whatever the server does.</value>
    public bool IsOpen => Executor is ExecutorKind.ConstantArrivalRate or ExecutorKind.RampingArrivalRate;

    /// <value>How long it runs before it is asked to end.</value>
    public TimeSpan Length => Executor switch
    {
        ExecutorKind.SharedIterations or ExecutorKind.PerVuIterations => MaxDuration,
        ExecutorKind.RampingVus or ExecutorKind.RampingArrivalRate => Stages.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage.Duration),
        _ => Duration,
    };

    /// <value>The word that k6 has for the executor.</value>
    public string Word => Executors.Words[(int)Executor];

    /// <summary>A scenario is itself alone: it is looked up for every sample.</summary>
    public bool Equals(LoadScenario? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>k6's executors.</summary>
internal enum ExecutorKind
{
    SharedIterations,
    PerVuIterations,
    ConstantVus,
    RampingVus,
    ConstantArrivalRate,
    RampingArrivalRate,
}

/// <summary>A part of a ramp.</summary>
/// <param name="Duration">How long.</param>
/// <param name="Target">Users, or iterations for each time unit, at its end.</param>
internal sealed record LoadStage(TimeSpan Duration, double Target);

/// <summary>What the executors are called.</summary>
internal static class Executors
{
    /// <value>In the order of <see cref="ExecutorKind"/>.</value>
    public static IReadOnlyList<string> Words { get; } =
        ["shared-iterations", "per-vu-iterations", "constant-vus", "ramping-vus", "constant-arrival-rate", "ramping-arrival-rate"];
}
