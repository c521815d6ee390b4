using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Formats.Foundation;

namespace Gates.Doors.TypeChecks;

/// <summary>Reads what <c>tsc --pretty false</c> prints: <c>file(line,column): error TS2551: message</c>, and details indented below it.</summary>
internal static partial class TscLines
{
    /// <value>Problems of one check; beyond that nobody reads on.</value>
    private const int MaxCount = 200;

    private const int MaxMessageLength = 1000;

    /// <returns>What is wrong, in the order of the lines.</returns>
    /// <exception cref="EvaluationException">Something is wrong that is no matter of a file.</exception>
    public static IReadOnlyList<TypeProblem> Read(string output)
    {
        var problems = new List<TypeProblem>();
        foreach (var line in output.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (Problem().Match(line) is { Success: true } match && Number(match, "line") is { } row && Number(match, "column") is { } column)
            {
                problems.Add(new TypeProblem(match.Groups["file"].Value, row, column, Plain(match.Groups["message"].Value)));
            }
            else if (line.StartsWith(' ') && problems.Count > 0)
            {
                problems[^1] = problems[^1] with { Message = Plain($"{problems[^1].Message}: {line.Trim()}") };
            }
            else if (line.StartsWith("error ", StringComparison.Ordinal))
            {
                throw new EvaluationException("TypeScript: " + Plain(line["error ".Length..]));
            }
        }

        return [.. problems.Take(MaxCount)];
    }

    /// <summary>What TypeScript quotes comes from the policy: it must not steer a terminal.</summary>
    private static string Plain(string message)
    {
        var plain = string.Concat(message.Where(c => !char.IsControl(c))).Trim().TrimEnd('.');
        return plain.Length <= MaxMessageLength ? plain : plain[..MaxMessageLength] + "…";
    }

    private static int? Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    [GeneratedRegex(@"^(?<file>[^ ].*?)\((?<line>\d+),(?<column>\d+)\): error TS\d+: (?<message>.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Problem();
}
