using System.Threading.Channels;

namespace Gates.Runner.Commands.Test;

/// <summary>Turns a storm of file events into one change: it is over when nothing happened for a moment.</summary>
/// <param name="time">The clock of that moment.</param>
internal sealed class Changes(TimeProvider time)
{
    /// <value>Editors write a file in several steps.</value>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);

    private readonly Channel<bool> events = Channel.CreateUnbounded<bool>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Something happened; callable from any thread.</summary>
    public void Happened() => events.Writer.TryWrite(true);

    /// <summary>Waits for the next change and until it is over.</summary>
    public async Task NextAsync(CancellationToken cancellationToken)
    {
        await events.Reader.WaitToReadAsync(cancellationToken);
        while (Drain())
        {
            await Task.Delay(Quiet, time, cancellationToken);
        }
    }

    private bool Drain()
    {
        var any = false;
        while (events.Reader.TryRead(out _))
        {
            any = true;
        }

        return any;
    }
}
