using Gates.Doors.Files;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Reports;

/// <summary>
/// Where a job may write. An action's input may have been composed from what somebody else wrote, so in a job every such place lies inside the workspace, links
/// followed.
/// </summary>
internal static class OutputPlace
{
    /// <param name="option">What names the place, for messages.</param>
    /// <param name="path">The place: absolute, or relative to the workspace.</param>
    /// <param name="workspace">The folder that the command is about.</param>
    /// <param name="variables">Reads an environment variable; outside a job every place may be named.</param>
    /// <exception cref="UsageException">It lies outside, or belongs to git.</exception>
    public static void Demand(string option, string path, string workspace, Func<string, string?> variables)
    {
        if (!JobVariables.IsJob(variables))
        {
            return;
        }

        var name = $"{option} {Escape.OneLine(path)}";
        var real = RealPath.Of(Path.GetFullPath(path, Path.GetFullPath(workspace)))
            ?? throw new UsageException($"{name}: leads through too many symbolic links");
        var roots = new[] { workspace, variables("GITHUB_WORKSPACE") }.Where(root => !string.IsNullOrEmpty(root))
            .Select(root => RealPath.Of(root!))
            .OfType<string>()
            .ToList();
        if (roots.Find(root => IsWithin(real, root)) is not { } inside)
        {
            throw new UsageException($"{name}: lies outside the workspace {Escape.OneLine(workspace)}, where a job writes nothing; name a folder inside it, such as .gates/out");
        }

        if (Path.GetRelativePath(inside, real).Split('/').Contains(".git", StringComparer.OrdinalIgnoreCase))
        {
            throw new UsageException($"{name}: belongs to git; choose another folder, such as .gates/out");
        }
    }

    private static bool IsWithin(string path, string root) => path == root || path.StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal);
}
