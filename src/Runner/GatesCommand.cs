using System.CommandLine;
using Gates.Attestation;
using Gates.Doors.Jobs;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Runner.Commands;
using Gates.Runner.Commands.Attest;
using Gates.Runner.Commands.Baselining;
using Gates.Runner.Commands.Eval;
using Gates.Runner.Commands.Init;
using Gates.Runner.Commands.Keys;
using Gates.Runner.Commands.List;
using Gates.Runner.Commands.Log;
using Gates.Runner.Commands.Packing;
using Gates.Runner.Commands.Policy;
using Gates.Runner.Commands.Publish;
using Gates.Runner.Commands.Record;
using Gates.Runner.Commands.Run;
using Gates.Runner.Commands.Test;
using Gates.Runner.Commands.Try;
using Gates.Runner.Commands.Verify;
using Gates.Runner.Commands.Waive;

namespace Gates.Runner;

/// <summary>The command line: its verbs, its signals, and the one place where exceptions become exit codes.</summary>
internal static class GatesCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        Streams.Prepare(Environment.GetEnvironmentVariable);
        using var interruption = new Interruption();
        try
        {
            var parsed = Create(interruption).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0)
            {
                throw new UsageException(string.Join(' ', parsed.Errors.Select(error => error.Message)) + " Try `gates --help`.");
            }

            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                interruption.Token);
        }
        catch (Exception e)
        {
            return (int)await ExplainAsync(e, interruption.IsRequested);
        }
        finally
        {
            ChildProcess.EndAll();
        }
    }

    private static RootCommand Create(Interruption interruption) => new("Runs release gates over a repository, judged by policies in JavaScript.")
    {
        RunCommand.Create(interruption),
        PublishCommand.Create(),
        LogCommand.Create(),
        EvidenceCommand.Create(),
        InitCommand.Create(),
        ListCommand.Create(),
        TestCommand.Create(),
        EvalCommand.Create(),
        TryCommand.Create(),
        RecordCommand.Create(),
        PolicyCommand.Create(),
        WaiveCommand.Create(),
        BaselineCommand.Create(),
        VerifyCommand.Create(),
        PackCommand.Create(),
        KeysCommand.Create(),
        AttestCommand.Create(),
    };

    private static async Task<ExitCode> ExplainAsync(Exception e, bool interrupted)
    {
        var (code, message) = e switch
        {
            // Whatever fails now fails of it: what the command needed was taken away.
            _ when interrupted => (ExitCode.CouldNotEvaluate, "INTERRUPTED"),
            UsageException => (ExitCode.Usage, e.Message),
            RefusedEvidenceException => (ExitCode.Fails, e.Message),
            EvaluationException => (ExitCode.CouldNotEvaluate, e.Message),
            OperationCanceledException => (ExitCode.CouldNotEvaluate, "cancelled"),
            _ => (ExitCode.CouldNotEvaluate, $"internal error, please report it: {e.GetType().Name}: {e.Message}"),
        };
        await Console.Error.WriteLineAsync("gates: " + string.Join('\n', ErrorLines.Of(message)));
        if (JobVariables.IsJob(Environment.GetEnvironmentVariable))
        {
            // Without a report this line is all that a reviewer gets to see.
            await Console.Out.WriteLineAsync("::error title=Gates::" + Escape.CommandMessage(message));
        }

        return code;
    }
}
