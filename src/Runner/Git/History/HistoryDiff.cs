using System.Globalization;

namespace Gates.Runner.Git.History;

/// <summary>Joins the two lists that git gives of one difference.</summary>
internal static class HistoryDiff
{
    /// <param name="status">The fields of <c>--name-status -z</c>.</param>
    /// <param name="counts">The fields of <c>--numstat -z</c> over the same files in the same order.</param>
    public static IReadOnlyList<GitFileChange> Parse(IEnumerable<string> status, IEnumerable<string> counts)
    {
        var changes = new List<GitFileChange>();
        using var names = status.GetEnumerator();
        using var numbers = counts.GetEnumerator();
        while (names.MoveNext())
        {
            var letter = names.Current[0];
            var first = Next(names);
            var path = letter == 'R' ? Next(names) : first;

            // "1⇥2⇥path", and for a rename "1⇥2⇥" with both paths as fields of their own.
            var words = Next(numbers).Split('\t');
            if (letter == 'R')
            {
                Next(numbers);
                Next(numbers);
            }

            var binary = words[0] == "-";
            changes.Add(new GitFileChange(
                path,
                letter == 'A' ? null : first,
                letter switch { 'A' => "added", 'D' => "deleted", 'R' => "renamed", _ => "modified" },
                binary,
                binary ? 0 : int.Parse(words[0], CultureInfo.InvariantCulture),
                binary ? 0 : int.Parse(words[1], CultureInfo.InvariantCulture)));
        }

        return changes;
    }

    private static string Next(IEnumerator<string> fields) =>
        fields.MoveNext() ? fields.Current : throw new EvaluationException("git's list of changed files ends in the middle");
}
