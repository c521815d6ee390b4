using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Test;

/// <summary>Watches a folder for what could change a test's result.</summary>
internal sealed class FileChanges : IDisposable
{
    private static readonly string[] Skipped = [".git", ".gates", "node_modules", "artifacts", "bin", "obj"];

    private readonly FileSystemWatcher watcher;

    /// <exception cref="EvaluationException">The system cannot watch it.</exception>
    public FileChanges(DirectoryInfo folder, Changes changes)
    {
        watcher = new FileSystemWatcher(folder.FullName) { IncludeSubdirectories = true };
        watcher.Changed += (_, change) => Tell(change);
        watcher.Created += (_, change) => Tell(change);
        watcher.Deleted += (_, change) => Tell(change);
        watcher.Renamed += (_, change) => Tell(change);

        // Too many events at once: some are lost, so something surely changed.
        watcher.Error += (_, _) => changes.Happened();
        try
        {
            watcher.EnableRaisingEvents = true;
        }
        catch (IOException e)
        {
            watcher.Dispose();
            throw new EvaluationException($"{folder.Name}: cannot be watched: {e.Message}", e);
        }

        void Tell(FileSystemEventArgs change)
        {
            if (change.Name is not { } name || !name.Split('/').Any(part => Skipped.Contains(part, StringComparer.Ordinal)))
            {
                changes.Happened();
            }
        }
    }

    public void Dispose() => watcher.Dispose();
}
