using System.Text.RegularExpressions;
using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands;

/// <summary>
/// What is wrong with files of the repository, as annotations on their lines; anything else as one that stands nowhere.
/// Source: GitHub Docs, "Workflow commands", setting an error message.
/// </summary>
internal static partial class ErrorAnnotations
{
    /// <summary>A line for each problem. Lines below one, such as an excerpt with its caret, go with it.</summary>
    public static IEnumerable<string> Of(string message)
    {
        var problems = new List<(Match? Place, List<string> Lines)>();
        foreach (var line in message.Split('\n'))
        {
            var match = Place().Match(line);
            if (match.Success && IsFile(match.Groups["path"].Value))
            {
                problems.Add((match, [match.Groups["text"].Value]));
            }
            else if (problems.Count == 0)
            {
                problems.Add((null, [line]));
            }
            else
            {
                problems[^1].Lines.Add(line);
            }
        }

        return problems.Select(problem => problem.Place is { } place
            ? $"::error {Properties(place)},title=Gates::{Escape.CommandMessage(string.Join('\n', problem.Lines))}"
            : "::error title=Gates::" + Escape.CommandMessage(string.Join('\n', problem.Lines)));
    }

    private static string Properties(Match place)
    {
        var column = place.Groups["column"] is { Success: true, Value: var value } ? ",col=" + value : "";
        return $"file={Escape.CommandProperty(place.Groups["path"].Value)},line={place.Groups["line"].Value}{column}";
    }

    /// <summary>An option is no file, and what stands at the base stands on another line of it here.</summary>
    private static bool IsFile(string path) => !path.StartsWith("--", StringComparison.Ordinal) && !path.Contains(" at the base ", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<path>[^\n:]+):(?<line>[0-9]{1,9})(:(?<column>[0-9]{1,9}))?: (?<text>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
