using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands;

/// <summary>
/// What is wrong with files of the repository, as annotations on their lines; anything else as one that stands nowhere.
/// Source: GitHub Docs, "Workflow commands", setting an error message.
/// </summary>
internal static class ErrorAnnotations
{
    /// <summary>A line for each problem. Lines below one, such as an excerpt with its caret, go with it.</summary>
    public static IEnumerable<string> Of(string message)
    {
        var problems = new List<(ProblemLine Problem, List<string> More)>();
        foreach (var line in message.Split('\n'))
        {
            var problem = ProblemLine.Parse(line);
            if (problem.Path is null && problems.Count > 0)
            {
                problems[^1].More.Add(line);
            }
            else
            {
                problems.Add((problem, []));
            }
        }

        return problems.Select(one =>
            $"::error {Properties(one.Problem)}title=Gates::{Escape.CommandMessage(string.Join('\n', [one.Problem.Message, .. one.More]))}");
    }

    private static string Properties(ProblemLine problem)
    {
        var column = problem.Column is { } number ? FormattableString.Invariant($"col={number},") : "";
        return problem.Path is null ? "" : FormattableString.Invariant($"file={Escape.CommandProperty(problem.Path)},line={problem.Line},{column}");
    }
}
