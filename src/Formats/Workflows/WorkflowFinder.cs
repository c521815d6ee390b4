namespace Gates.Formats.Workflows;

/// <summary>Tells by its path what GitHub takes a file for.</summary>
internal static class WorkflowFinder
{
    private const string Folder = ".github/workflows/";

    /// <summary>Whether GitHub runs this file as a workflow: only directly in the root's <c>.github/workflows</c>.</summary>
    public static bool IsWorkflow(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && !path.AsSpan(Folder.Length).Contains('/') && IsYaml(path);

    /// <summary>Whether this file describes an action, in any folder.</summary>
    public static bool IsAction(string path) => path[(path.LastIndexOf('/') + 1)..] is "action.yml" or "action.yaml";

    private static bool IsYaml(string path) =>
        path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal);
}
