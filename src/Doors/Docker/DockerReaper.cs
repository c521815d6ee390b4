using System.Collections.Concurrent;
using Gates.Formats.Foundation;

namespace Gates.Doors.Docker;

/// <summary>Leaves nothing behind on an engine: removes what a run made, and what an earlier one could not, because it was killed or the engine died.</summary>
internal static class DockerReaper
{
    /// <value>An engine that is busy refuses at first.</value>
    private const int MaxRounds = 4;

    private static readonly ConcurrentDictionary<Task, bool> Removing = new();

    /// <summary>Removes what runs left that are over.</summary>
    /// <returns>How many containers and images that were.</returns>
    public static Task<int> ReapAsync(DockerEngine engine, TimeProvider time, CancellationToken cancellationToken) =>
        RemoveAsync(engine, labels => DockerMark.IsOver(labels, time.GetUtcNow()), cancellationToken);

    /// <summary>Removes all that a run made. It goes on when the run is cancelled: <see cref="FinishAsync"/> waits for it.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="mark">The run.</param>
    /// <param name="patience">For all of it.</param>
    public static async Task RemoveAsync(DockerEngine engine, DockerMark mark, TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience);
        for (var round = 0; round < MaxRounds; round++)
        {
            var found = await RemoveAsync(
                engine,
                labels => labels.GetValueOrDefault(DockerMark.RunLabel) == mark.Run && labels.GetValueOrDefault(DockerMark.OwnerLabel) == mark.Owner,
                late.Token);
            if (found == 0)
            {
                return;
            }
        }
    }

    /// <summary>Registers work that removes what it made when it ends, so that the process does not end before it.</summary>
    public static async Task<T> TrackAsync<T>(Func<Task<T>> work)
    {
        var done = new TaskCompletionSource();
        Removing[done.Task] = true;
        try
        {
            return await work();
        }
        finally
        {
            Removing.TryRemove(done.Task, out _);
            done.SetResult();
        }
    }

    /// <summary>Waits for what is being removed.</summary>
    /// <param name="patience">How long at most.</param>
    public static async Task FinishAsync(TimeSpan patience)
    {
        if (!Removing.IsEmpty)
        {
            await Task.WhenAny(Task.WhenAll(Removing.Keys), Task.Delay(patience));
        }
    }

    private static async Task<int> RemoveAsync(
        DockerEngine engine, Func<IReadOnlyDictionary<string, string>, bool> choose, CancellationToken cancellationToken)
    {
        var containers = await engine.Containers.MarkedAsync(choose, cancellationToken);
        foreach (var container in containers)
        {
            await engine.Containers.RemoveAsync(container, cancellationToken);
        }

        var images = await engine.Images.MarkedAsync(choose, cancellationToken);
        foreach (var image in images)
        {
            try
            {
                await engine.Images.RemoveAsync(image, cancellationToken);
            }
            catch (EvaluationException) when (!cancellationToken.IsCancellationRequested)
            {
                // The next start tries again.
            }
        }

        return containers.Count + images.Count;
    }
}
