using System.Runtime.ExceptionServices;
using Jint.Runtime;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine;

/// <summary>Remembers what ended a judgement.</summary>
/// <remarks>
/// On its way out the engine closes iterators, which are script, and what they throw takes the place of what they were closed for. So that a policy cannot
/// swallow its end, the first exception that is one is noted as it is thrown, and nothing that comes later counts.
/// </remarks>
internal sealed class Stop : IDisposable
{
    private readonly int thread = Environment.CurrentManagedThreadId;
    private volatile Exception? reason;

    public Stop() => AppDomain.CurrentDomain.FirstChanceException += Note;

    /// <value><see langword="null"/> while the judgement may go on.</value>
    public Exception? Reason => reason;

    /// <value>Whose stack to keep.</value>
    public JintEngine? Engine { get; set; }

    /// <value>The engine's stack where one of our own exceptions was thrown.</value>
    public string? Trace { get; private set; }

    /// <summary>Whether the engine's stack is used up. Scripts could catch it, and so see how large the stack of this machine is.</summary>
    public static bool IsFullStack(Exception exception) =>
        exception is InsufficientExecutionStackException or JavaScriptException { Message: "Maximum call stack size exceeded" };

    /// <summary>Lets no script go on, whatever thread it runs on.</summary>
    public void Now(Exception because) => reason ??= because;

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= Note;

    private void Note(object? sender, FirstChanceExceptionEventArgs e)
    {
        if (reason is null && Environment.CurrentManagedThreadId == thread && IsEnd(e.Exception))
        {
            reason = e.Exception;
            Trace = reason is StoppedException ? StackPlace.Of(Engine) : null;
        }
    }

    private static bool IsEnd(Exception exception) =>
        exception is StoppedException or RecursionDepthOverflowException or MemoryLimitExceededException or OutOfMemoryException or TimeoutException
            || IsFullStack(exception);
}
