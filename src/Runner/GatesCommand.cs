using System.CommandLine;
using Gates.Attestation;
using Gates.Doors.Jobs;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;
using Gates.Runner.Commands;
using Gates.Runner.Commands.Archiving;
using Gates.Runner.Commands.Attest;
using Gates.Runner.Commands.Audit;
using Gates.Runner.Commands.Baselining;
using Gates.Runner.Commands.Checking;
using Gates.Runner.Commands.Completion;
using Gates.Runner.Commands.Dlp;
using Gates.Runner.Commands.Erase;
using Gates.Runner.Commands.Eval;
using Gates.Runner.Commands.Explain;
using Gates.Runner.Commands.Init;
using Gates.Runner.Commands.Keys;
using Gates.Runner.Commands.List;
using Gates.Runner.Commands.Load;
using Gates.Runner.Commands.Log;
using Gates.Runner.Commands.Migrate;
using Gates.Runner.Commands.Objectives;
using Gates.Runner.Commands.Packing;
using Gates.Runner.Commands.Pin;
using Gates.Runner.Commands.Policy;
using Gates.Runner.Commands.Publish;
using Gates.Runner.Commands.Record;
using Gates.Runner.Commands.Redact;
using Gates.Runner.Commands.Retention;
using Gates.Runner.Commands.RollbackTarget;
using Gates.Runner.Commands.Run;
using Gates.Runner.Commands.Test;
using Gates.Runner.Commands.Trust;
using Gates.Runner.Commands.Usage;
using Gates.Runner.Commands.Verify;
using Gates.Runner.Commands.Waive;
using Gates.Runner.Commands.Witness;

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
        var root = new RootCommand("Runs release gates over a repository, judged by policies in JavaScript.");
        foreach (var verb in Verbs(interruption))
        {
            root.Add(verb);
        }

        root.Add(CompletionCommand.CreateAsked(root));
        root.Add(HelpCommand.Create(root));
        root.Add(HelpCommand.CreateVersion(root));
        HelpScreen.AddTo(root, width);
        return root;
    }

    private static Command[] Verbs(Interruption interruption) =>
    [
        RunCommand.Create(interruption),
        CheckCommand.Create(),
        PublishCommand.Create(),
        LogCommand.Create(),
        EvidenceCommand.Create(),
        InitCommand.Create(),
        ListCommand.Create(),
        DlpCommand.Create(),
        ExplainCommand.Create(),
        LoadCommand.Create(interruption),
        TestCommand.Create(),
        EvalCommand.Create(),
        TryCommand.Create(),
        RecordCommand.Create(),
        RedactCommand.Create(),
        PolicyCommand.Create(),
        WaiveCommand.Create(),
        PinCommand.Create(),
        MigrateCommand.Create(),
        BaselineCommand.Create(),
        VerifyCommand.Create(),
        PackCommand.Create(),
        RollbackTargetCommand.Create(),
        ObjectivesCommand.Create(),
        EraseCommand.Create(),
        RetentionCommand.Create(),
        ArchiveCommand.Create(),
        KeysCommand.Create(),
        TrustCommand.Create(),
        WitnessCommand.Create(),
        AttestCommand.Create(),
        AuditCommand.Create(),
        CompletionCommand.Create(),
    ];
}
