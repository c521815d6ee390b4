using System.Runtime.InteropServices;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands;

/// <summary>
/// Ctrl-C and SIGTERM. The first asks the command to end, and ends the process when the command has not within the second; the next one is the
/// system's own.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private const int StandardOutput = 1;

    /// <value>What is left of the second is for ending the programs that we started.</value>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    /// <value>For what is finished and only has to be written to this machine's disk, which may be slow, but never waits for anybody.</value>
    private static readonly TimeSpan KeepPatience = TimeSpan.FromSeconds(10);

    /// <value>For what the runtime does at its end; it gives the terminal back.</value>
    private static readonly TimeSpan ExitPatience = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly CancellationTokenSource cancel = new();
    private readonly PosixSignalRegistration interrupted;
    private readonly PosixSignalRegistration terminated;
    private volatile Phase phase;

    public Interruption()
    {
        interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
    }

    private enum Phase
    {
        NothingToKeep,
        Keeping,
        Showing,
    }

    /// <value>Cancelled by the first signal.</value>
    public CancellationToken Token => cancel.Token;

    public bool IsRequested => cancel.IsCancellationRequested;

    /// <summary>From now on there is something to keep, so the process lives beyond the second until it is written.</summary>
    public void Hold() => phase = Phase.Keeping;

    /// <summary>It is written; what follows only shows it.</summary>
    public void Release() => phase = Phase.Showing;

    /// <summary>It is shown, too.</summary>
    public void Done() => phase = Phase.NothingToKeep;

    public void Dispose()
    {
        interrupted.Dispose();
        terminated.Dispose();
        cancel.Dispose();
    }

    private void Interrupt(PosixSignalContext context)
    {
        if (cancel.IsCancellationRequested)
        {
            ChildProcess.EndAll();
            return;
        }

        context.Cancel = true;
        Background(EndInTime);
        cancel.Cancel();
    }

    private void EndInTime()
    {
        using var never = new ManualResetEventSlim();
        var start = TimeProvider.System.GetTimestamp();
        while (MayGoOn(TimeProvider.System.GetElapsedTime(start)))
        {
            never.Wait(Pause, CancellationToken.None);
        }

        ChildProcess.EndAll();
        Background(() =>
        {
            // Whoever reads standard error may have stopped, and then this line is for nobody.
            Console.Error.WriteLine("gates: INTERRUPTED");
            Environment.Exit((int)ExitCode.CouldNotEvaluate);
        });
        never.Wait(ExitPatience, CancellationToken.None);
        NativeProcess.Exit((int)ExitCode.CouldNotEvaluate);
    }

    /// <summary>On a machine that is slow, showing what was kept takes its time as well; when nobody reads it, it is not waited for.</summary>
    private bool MayGoOn(TimeSpan elapsed) => elapsed < Patience || (elapsed < KeepPatience && phase switch
    {
        Phase.Keeping => true,
        Phase.Showing => NativeProcess.TakesMore(StandardOutput),
        _ => false,
    });

    private static void Background(Action action) => new Thread(() => action()) { IsBackground = true, Name = "interruption" }.Start();
}
