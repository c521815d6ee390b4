using Gates.Attestation;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands;

/// <summary>What a command ends with that did not come to its end: the one place where exceptions become exit codes.</summary>
internal sealed record Failure(ExitCode Code, string Message)
{
    /// <param name="e">What was thrown.</param>
    /// <param name="interrupted">Whether somebody asked for the end. Whatever fails then fails of it: what the command needed was taken away.</param>
    public static Failure From(Exception e, bool interrupted) => e switch
    {
        _ when interrupted => new(ExitCode.CouldNotEvaluate, "INTERRUPTED"),
        UsageException => new(ExitCode.Usage, e.Message),
        RefusedEvidenceException => new(ExitCode.Fails, e.Message),
        EvaluationException => new(ExitCode.CouldNotEvaluate, e.Message),
        OperationCanceledException => new(ExitCode.CouldNotEvaluate, "cancelled"),
        _ => new(ExitCode.CouldNotEvaluate, $"internal error, please report it: {e.GetType().Name}: {e.Message}"),
    };

    /// <param name="annotations">Takes them in a job: without a report they are all that a reviewer gets to see.</param>
    public async Task<ExitCode> SayAsync(TextWriter annotations)
    {
        await Console.Error.WriteLineAsync("gates: " + string.Join('\n', ErrorLines.Of(Message)));
        if (JobVariables.IsJob(Environment.GetEnvironmentVariable))
        {
            foreach (var line in ErrorAnnotations.Of(Message))
            {
                await annotations.WriteLineAsync(line);
            }
        }

        return Code;
    }
}
