using System.Text;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>What is told of a step: whose text it is nobody knows, so it is cut and kept on one line.</summary>
internal static class StepText
{
    private const int MaxStep = 200;
    private const int MaxSaid = 600;
    private const int MaxLines = 6;

    public static string Short(string step) => Escape.Cut(Escape.OneLine(string.Join(' ', step.Split('\n').Select(line => line.Trim()))), MaxStep);

    /// <summary>Whom a step wanted to reach: as its programs say, else as its own text does.</summary>
    public static IReadOnlyList<string> Hosts(IEnumerable<string> said, string step) =>
        NetworkTraces.Hosts(said) is { Count: > 0 } hosts ? hosts : NetworkTraces.InCommand(step);

    public static FailureFact Failure(StepFailure failure, bool second)
    {
        var isNetwork = failure.Said.Any(NetworkTraces.IsTrace) || NetworkTraces.IsTrace(failure.Error);
        var last = string.Join(" / ", failure.Said.Where(line => line.Trim().Length > 0 && !IsBuilders(line)).TakeLast(MaxLines).Append(failure.Error.Trim())
            .Select(line => Escape.OneLine(line.Trim())).Distinct(StringComparer.Ordinal));
        return new FailureFact(
            isNetwork ? "network" : "failed",
            Math.Max(failure.Line, 1),
            Short(failure.Step),
            isNetwork ? Hosts(failure.Said.Append(failure.Error), failure.Step) : [],
            last.Length > MaxSaid ? "…" + last[^MaxSaid..] : last,
            second);
    }

    /// <summary>Whether a line is not the step's but its builder's.</summary>
    private static bool IsBuilders(string line) =>
        line.StartsWith("Step ", StringComparison.Ordinal) || line.StartsWith("STEP ", StringComparison.Ordinal)
            || line.StartsWith(" ---> ", StringComparison.Ordinal)
            || line.StartsWith("Removing intermediate container", StringComparison.Ordinal);

    public static string TooLate(BuildPlan plan, BuildLog log) =>
        $"{plan.Name}: the build did not end within its `time` of {Durations.Format(plan.Options.Time)}; it was ended. Last it said: {Last(log)}";

    public static string Last(BuildLog log) =>
        log.ToString().Split('\n').LastOrDefault(line => line.Trim().Length > 0) is { } line ? Escape.Cut(Escape.OneLine(line.Trim()), MaxStep) : "nothing";

    /// <summary>A name as tags may have it.</summary>
    public static string Tag(string name)
    {
        var tag = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant().Take(60))
        {
            tag.Append(char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) ? letter : '-');
        }

        return tag.Insert(0, 'b').ToString();
    }
}
