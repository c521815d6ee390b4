using System.Globalization;
using System.Text.RegularExpressions;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.CanarySlo;

/// <summary>Makes the rules of the options, and says which cannot be meant.</summary>
internal static partial class CanaryRules
{
    private const int MaxPoints = 10_000;

    /// <exception cref="UsageException">A rule cannot be meant.</exception>
    public static Rules Of(CanarySloOptions options, Preset preset) => new((long)options.Breach.TotalMilliseconds, options.MinRequests)
    {
        Requests = options.Requests.Length > 0 ? options.Requests : preset.Requests,
        Up = options.Up.Length > 0 ? options.Up : preset.Up,
        StageRollsBack = options.StageShare == "rollback",
        Often = options.BreachPoints.Length == 0 ? null : Points(options.BreachPoints),
        Burn = options.FastBurn.Times > 0 ? (options.FastBurn.Times, (long)options.FastBurn.Over.TotalMilliseconds) : null,
    };

    /// <exception cref="UsageException">An objective could never burn as fast.</exception>
    public static void Check(Rules rules, IReadOnlyList<Objective> objectives)
    {
        if (rules.Burn is (var times, _)
            && objectives.FirstOrDefault(one => one.Kind == ObjectiveKind.Ratio && times * (one.Max ?? 1 - one.Min) >= 1) is { } never)
        {
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"canary-slo: `fast-burn.times`: {times} times the limit of \"{never.Name}\" is everything or more, which no share exceeds; use fewer times"));
        }
    }

    private static (int Least, int Among) Points(string text)
    {
        var match = Pattern().Match(text);
        if (match.Success
            && int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var least)
            && int.TryParse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture, out var among)
            && least >= 1 && least <= among && among <= MaxPoints)
        {
            return (least, among);
        }

        throw new UsageException($"canary-slo: `breach-points`: \"{text}\" is not such as 12 of 20, some of at most {MaxPoints} points");
    }

    [GeneratedRegex("^([0-9]{1,6}) of ([0-9]{1,6})$", RegexOptions.None, 1000)]
    private static partial Regex Pattern();
}
