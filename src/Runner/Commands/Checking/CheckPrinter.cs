using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands.Checking;

/// <summary>Shows a check to people.</summary>
internal sealed class CheckPrinter(TextWriter output)
{
    /// <value>More than anybody mends before checking again; a hostile file has hundreds of thousands.</value>
    private const int MaxShown = 1000;

    /// <param name="check">What was found.</param>
    /// <param name="inJob">Whether each problem is an annotation on its line as well.</param>
    public void Print(Checked check, bool inJob)
    {
        foreach (var problem in check.Problems.Take(MaxShown))
        {
            foreach (var line in ErrorLines.Of(problem.Text))
            {
                output.WriteLine(line);
            }
        }

        if (inJob)
        {
            check.Problems.Take(MaxShown).SelectMany(problem => ErrorAnnotations.Of(problem.Text)).ToList().ForEach(output.WriteLine);
        }

        if (check.Problems.Count > 0)
        {
            Write($"{check.Source} is not in force: {Prose.Count(check.Problems.Count, "problem")}.");
            return;
        }

        Write($"{check.Source}: valid, {Prose.Count(check.Gates.Count, "gate")}.");
        foreach (var (path, holds) in check.Files)
        {
            Write($"{path}: valid, {holds}.");
        }

        foreach (var note in check.Notes)
        {
            Write(note);
        }

        check.Gates.ToList().ForEach(Print);
    }

    private void Print(CheckedGate gate)
    {
        output.WriteLine();
        Write($"{gate.Id}: {gate.Title}");
        foreach (var key in gate.Keys)
        {
            Write($"  {key.Key}: {key.Value}  # {key.Origin}");
        }
    }

    private void Write(string line) => output.WriteLine(TerminalLine.Of(line));
}
