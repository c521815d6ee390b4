using System.Globalization;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>When the stages are, and at which moments objectives are looked at.</summary>
/// <param name="Stages">In order, without gaps.</param>
/// <param name="Step">Between two points, in milliseconds.</param>
internal sealed record Timeline(IReadOnlyList<Stage> Stages, long Step)
{
    public long Start => Stages[0].From;

    public long End => Stages[^1].Until;

    public static Timeline From(DateTimeOffset start, CanarySloOptions options, DateTimeOffset? end = null)
    {
        var stages = new List<Stage>();
        var from = start.ToUnixTimeSeconds() * 1000;
        foreach (var stage in options.Stages)
        {
            var until = from + (long)stage.For.TotalMilliseconds;
            stages.Add(new Stage(stage.Weight, from, until));
            from = until;
        }

        if (end is { } last)
        {
            stages[^1] = stages[^1] with { Until = last.ToUnixTimeMilliseconds() };
        }

        return new Timeline(stages, (long)options.Step.TotalMilliseconds);
    }

    /// <summary>How long all stages last.</summary>
    public static TimeSpan Length(CanarySloOptions options) => TimeSpan.FromTicks(options.Stages.Sum(stage => stage.For.Ticks));

    /// <summary>The window of a replay; <see langword="null"/> for none.</summary>
    /// <exception cref="UsageException">It is not a window, or too short for the stages.</exception>
    public static (DateTimeOffset Start, DateTimeOffset End)? Window(CanarySloOptions options)
    {
        if (options.Window.Start.Length + options.Window.End.Length == 0)
        {
            return null;
        }

        var (start, end) = (Moment(options.Window.Start, "start"), Moment(options.Window.End, "end"));
        var stages = Length(options);
        return end - start >= stages
            ? (start, end)
            : throw new UsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"canary-slo: `window` lasts {(end - start).TotalMinutes:0.#} minutes and the stages {stages.TotalMinutes:0.#}; a stage that is not in the window cannot pass"));
    }

    public Stage StageAt(long time) => Stages.LastOrDefault(stage => stage.From <= time) ?? Stages[0];

    /// <summary>The moments from the start to one that has been reached.</summary>
    public IEnumerable<long> Moments(long until)
    {
        for (var time = Start; time <= Math.Min(until, End); time += Step)
        {
            yield return time;
        }
    }

    private static DateTimeOffset Moment(string text, string key) =>
        DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment)
            ? moment
            : throw new UsageException($"canary-slo: `window.{key}`: \"{text}\" is not a moment; write it as 2026-11-22T12:00:00Z");
}

/// <summary>A step of the rollout at its time.</summary>
/// <param name="Weight">The canary's share of all traffic, in per cent.</param>
/// <param name="From">In milliseconds since 1970.</param>
/// <param name="Until">Exclusive, except for the last stage.</param>
internal sealed record Stage(double Weight, long From, long Until);
