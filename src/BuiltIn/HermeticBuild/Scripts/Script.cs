using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>One script of the build: what one <c>RUN</c> or <c>run:</c> does.</summary>
/// <param name="Where">Where it stands: see <see cref="Gates.BuiltIn.HermeticBuild.Facts.CommandFact.Where"/>.</param>
/// <param name="Folder">The folder it runs in; <see langword="null"/> when the file does not tell.</param>
/// <param name="Pipelines">Every pipeline in it, nested ones included.</param>
internal sealed record Script(string Where, string? Folder, IReadOnlyList<ShellPipeline> Pipelines)
{
    /// <value>Every command, in order.</value>
    public IReadOnlyList<Invocation> Invocations { get; } =
        [.. Pipelines.SelectMany(pipeline => pipeline.Commands).Select(Invocation.From).OfType<Invocation>()];

    private readonly Lazy<(Dictionary<ShellCommand, int> Places, Dictionary<string, int> LastRuns)> order = new(() => Order(Pipelines));

    public bool IsDockerfile => Where == "dockerfile";

    public static Script From(string where, string? folder, IReadOnlyList<ShellPipeline> pipelines) =>
        new(where, folder, [.. ShellWalker.All(pipelines)]);

    /// <summary>Whether a file of that name is run by a command after the given one.</summary>
    public bool IsRunAfter(string name, ShellCommand command) =>
        order.Value.LastRuns.TryGetValue(name, out var run) && order.Value.Places.TryGetValue(command, out var place) && run > place;

    private static (Dictionary<ShellCommand, int> Places, Dictionary<string, int> LastRuns) Order(IReadOnlyList<ShellPipeline> pipelines)
    {
        var places = new Dictionary<ShellCommand, int>(ReferenceEqualityComparer.Instance);
        var lastRuns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var command in pipelines.SelectMany(pipeline => pipeline.Commands))
        {
            places[command] = places.Count;
            if (Invocation.From(command) is { } invocation && Interpreter.FileRun(invocation) is { } file)
            {
                lastRuns[file] = places.Count;
            }
        }

        return (places, lastRuns);
    }
}
