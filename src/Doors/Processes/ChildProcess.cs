using System.Collections.Concurrent;
using System.Diagnostics;

namespace Gates.Doors.Processes;

/// <summary>Starts every program that we use, and leaves none of them behind.</summary>
internal static class ChildProcess
{
    private const int Remembered = 64;
    private const int EndedBySignal = 128;

    /// <value>How much later than our programs we hear of a signal, at most: a Ctrl-C reaches all programs of a terminal.</value>
    public static readonly TimeSpan Together = TimeSpan.FromMilliseconds(100);

    /// <value>Ended processes are gone within milliseconds; nothing is gained by waiting longer for the kernel.</value>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly List<int> Started = [];
    private static bool ended;

    /// <summary>Starts a program.</summary>
    /// <remarks>
    /// From a thread that never ends: a worker asks the kernel to be killed when its parent dies, and to the kernel the parent is the thread
    /// that started it, while threads of the pool come and go.
    /// </remarks>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program, or it cannot be run.</exception>
    /// <exception cref="OperationCanceledException">This process is ending.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>();
        Starter.Starts.Add(() =>
        {
            try
            {
                started.SetResult(StartNow(start));
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        });
        return started.Task.GetAwaiter().GetResult();
    }

    /// <summary>A Ctrl-C reaches our programs before us: one that ended of it has not failed, the command was interrupted.</summary>
    /// <param name="process">A process that has ended.</param>
    /// <param name="cancellationToken">Is about to be cancelled, then.</param>
    /// <exception cref="OperationCanceledException">It was.</exception>
    public static async Task CheckAsync(Process process, CancellationToken cancellationToken)
    {
        if (process.ExitCode is EndedBySignal + 2 or EndedBySignal + 15)
        {
            await Task.Delay(Together, cancellationToken);
        }
    }

    /// <summary>Ends everything that was started and still runs, with what that started, and starts nothing more.</summary>
    public static void EndAll()
    {
        List<int> running;
        lock (Started)
        {
            ended = true;
            running = [.. Started.Where(IsRunning)];
        }

        if (running.Count == 0)
        {
            return;
        }

        var all = ProcessTable.WithDescendants(running);
        foreach (var process in all)
        {
            NativeProcess.Kill(process);
        }

        using var never = new ManualResetEventSlim();
        for (var waited = TimeSpan.Zero; waited < Patience && all.Any(process => ProcessTable.ParentOf(process) is not null); waited += Pause)
        {
            never.Wait(Pause);
        }
    }

    private static Process StartNow(ProcessStartInfo start)
    {
        lock (Started)
        {
            if (ended)
            {
                throw new OperationCanceledException("this process is ending");
            }

            var process = Process.Start(start)!;
            if (Started.Count >= Remembered)
            {
                Started.RemoveAll(one => !IsRunning(one));
            }

            Started.Add(process.Id);
            return process;
        }
    }

    /// <summary>A number is given to somebody else once its process has ended; that one is no child of ours.</summary>
    private static bool IsRunning(int process) => ProcessTable.ParentOf(process) == Environment.ProcessId;

    /// <summary>Its thread begins with the first program, not with the first question whether one runs: that comes at every end.</summary>
    private static class Starter
    {
        public static readonly BlockingCollection<Action> Starts = Begin();

        private static BlockingCollection<Action> Begin()
        {
            var starts = new BlockingCollection<Action>();
            new Thread(() =>
            {
                foreach (var start in starts.GetConsumingEnumerable())
                {
                    start();
                }
            })
            { IsBackground = true, Name = "starts programs" }.Start();
            return starts;
        }
    }
}
