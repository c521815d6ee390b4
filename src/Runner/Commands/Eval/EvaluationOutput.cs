namespace Gates.Runner.Commands.Eval;

/// <summary>How the user wants to see what a policy said.</summary>
/// <param name="Trace">With every call of <c>report</c>.</param>
/// <param name="Json">For a program.</param>
internal sealed record EvaluationOutput(bool Trace, bool Json)
{
    /// <returns>The exit code.</returns>
    public int Show(EvaluatedPolicy evaluated)
    {
        if (Json)
        {
            Console.Out.WriteLine(EvaluationAnswer.ToJson(evaluated, Trace));
        }
        else
        {
            new EvaluationPrinter(Console.Out, Terminal.Style(Environment.GetEnvironmentVariable)).Print(evaluated, Trace);
        }

        return (int)evaluated.ExitCode;
    }
}
