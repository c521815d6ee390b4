using System.CommandLine;
using Gates.Attestation;
using Gates.Doors.Jobs;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;
using Gates.Runner.Commands;
using Gates.Runner.Commands.Attest;
using Gates.Runner.Commands.Baselining;
using Gates.Runner.Commands.Checking;
using Gates.Runner.Commands.Completion;
using Gates.Runner.Commands.Dlp;
using Gates.Runner.Commands.Eval;
using Gates.Runner.Commands.Explain;
using Gates.Runner.Commands.Init;
using Gates.Runner.Commands.Keys;
using Gates.Runner.Commands.List;
using Gates.Runner.Commands.Log;
using Gates.Runner.Commands.Migrate;
using Gates.Runner.Commands.Packing;
using Gates.Runner.Commands.Policy;
using Gates.Runner.Commands.Publish;
using Gates.Runner.Commands.Record;
using Gates.Runner.Commands.Redact;
using Gates.Runner.Commands.Run;
using Gates.Runner.Commands.Test;
using Gates.Runner.Commands.Usage;
using Gates.Runner.Commands.Verify;
using Gates.Runner.Commands.Waive;

namespace Gates.Runner;

/// <summary>The command line: its verbs and its signals.</summary>
internal static class GatesCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        Streams.Prepare(Environment.GetEnvironmentVariable);
        using var interruption = new Interruption();
        try
        {
            var parsed = Create(interruption, Terminal.Columns).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (UsageErrors.Of(parsed) is { } wrong)
            {
                throw new UsageException(wrong);
            }

            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                interruption.Token);
        }
        catch (Exception e)
        {
            return (int)await Failure.From(e, interruption.IsRequested).SayAsync(Console.Out);
        }
        finally
        {
            ChildProcess.EndAll();
        }
    }

    /// <summary>The command line with all verbs.</summary>
    /// <param name="interruption">What asks a run to end.</param>
    /// <param name="width">Looks up the terminal's columns, for help.</param>
    internal static RootCommand Create(Interruption interruption, Func<int?> width)
    {
        var root = new RootCommand("Runs release gates over a repository, judged by policies in JavaScript.")
        {
            RunCommand.Create(interruption),
            CheckCommand.Create(),
            PublishCommand.Create(),
            LogCommand.Create(),
            EvidenceCommand.Create(),
            InitCommand.Create(),
            ListCommand.Create(),
            DlpCommand.Create(),
            ExplainCommand.Create(),
            TestCommand.Create(),
            EvalCommand.Create(),
            TryCommand.Create(),
            RecordCommand.Create(),
            RedactCommand.Create(),
            PolicyCommand.Create(),
            WaiveCommand.Create(),
            MigrateCommand.Create(),
            BaselineCommand.Create(),
            VerifyCommand.Create(),
            PackCommand.Create(),
            KeysCommand.Create(),
            AttestCommand.Create(),
            CompletionCommand.Create(),
        };
        root.Add(CompletionCommand.CreateAsked(root));
        root.Add(HelpCommand.Create(root));
        root.Add(HelpCommand.CreateVersion(root));
        HelpScreen.AddTo(root, width);
        return root;
    }
}
