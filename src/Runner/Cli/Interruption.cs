using System.Runtime.InteropServices;
using Gates.Runner.Processes;

namespace Gates.Runner.Cli;

/// <summary>
/// Ctrl-C and SIGTERM. The first asks the command to end, and ends the process when the command has not within the second; the next one is the
/// system's own.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <value>What is left of the second is for ending the programs that we started.</value>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    /// <value>For what is finished and only has to be written to this machine's disk, which may be slow, but never waits for anybody.</value>
    private static readonly TimeSpan KeepPatience = TimeSpan.FromSeconds(10);

    /// <value>For what the runtime does at its end; it gives the terminal back.</value>
    private static readonly TimeSpan ExitPatience = TimeSpan.FromMilliseconds(100);

    private const int StandardOutput = 1;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly CancellationTokenSource cancel = new();
    private readonly ManualResetEventSlim kept = new(initialState: true);
    private readonly PosixSignalRegistration[] registrations;
    private volatile bool held;

    public Interruption() =>
        registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, Interrupt))];

    /// <value>Cancelled by the first signal.</value>
    public CancellationToken Token => cancel.Token;

    public bool IsRequested => cancel.IsCancellationRequested;

    /// <summary>From now on there is something to keep, so the process lives beyond the second until it is written.</summary>
    public void Hold()
    {
        held = true;
        kept.Reset();
    }

    /// <summary>It is written; what follows only shows it.</summary>
    public void Release() => kept.Set();

    /// <summary>It is shown, too.</summary>
    public void Done() => held = false;

    public void Dispose()
    {
        Array.ForEach(registrations, registration => registration.Dispose());
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
        kept.Wait(KeepPatience);
        while (TimeProvider.System.GetElapsedTime(start) < Patience || IsShowing(start))
        {
            never.Wait(Pause);
        }

        ChildProcess.EndAll();
        Background(() =>
        {
            // Whoever reads standard error may have stopped, and then this line is for nobody.
            Console.Error.WriteLine("gates: INTERRUPTED");
            Environment.Exit((int)ExitCode.CouldNotEvaluate);
        });
        never.Wait(ExitPatience);
        NativeProcess.Exit((int)ExitCode.CouldNotEvaluate);
    }

    /// <summary>On a machine that is slow, showing what was kept takes its time; when nobody reads it, it is not waited for.</summary>
    private bool IsShowing(long start) => held && TimeProvider.System.GetElapsedTime(start) < KeepPatience && NativeProcess.TakesMore(StandardOutput);

    private static void Background(Action action) => new Thread(() => action()) { IsBackground = true, Name = "interruption" }.Start();
}
