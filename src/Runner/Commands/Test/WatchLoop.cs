using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Test;

/// <summary>Runs something now and after every change, whatever comes of it, until it is cancelled.</summary>
internal static class WatchLoop
{
    /// <param name="run">What to run.</param>
    /// <param name="changes">When to run it again.</param>
    /// <param name="say">Told what went wrong, and that it waits.</param>
    /// <param name="cancellationToken">Ends it, which is no failure.</param>
    public static async Task RunAsync(Func<CancellationToken, Task> run, Changes changes, Action<string> say, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                try
                {
                    await run(cancellationToken);
                }
                catch (Exception e) when (e is UsageException or EvaluationException or IOException or UnauthorizedAccessException)
                {
                    // A file may be gone or half written at this moment.
                    say(e.Message);
                }

                say("Waiting for changes; Ctrl-C ends.");
                await changes.NextAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The only way out.
        }
    }
}
