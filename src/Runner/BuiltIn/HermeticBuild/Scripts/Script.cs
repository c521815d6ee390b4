using Gates.Runner.BuiltIn.HermeticBuild.Shell;

namespace Gates.Runner.BuiltIn.HermeticBuild.Scripts;

/// <summary>One script of the build: what one <c>RUN</c> or <c>run:</c> does.</summary>
/// <param name="Where">Where it stands: see <see cref="Facts.CommandFact.Where"/>.</param>
/// <param name="Folder">The folder it runs in; <see langword="null"/> when the file does not tell.</param>
/// <param name="Pipelines">Every pipeline in it, nested ones included.</param>
internal sealed record Script(string Where, string? Folder, IReadOnlyList<ShellPipeline> Pipelines)
{
    /// <value>Every command, in order.</value>
    public IReadOnlyList<Invocation> Invocations { get; } =
        [.. Pipelines.SelectMany(pipeline => pipeline.Commands).Select(Invocation.Of).OfType<Invocation>()];

    public bool IsDockerfile => Where == "dockerfile";

    public static Script Of(string where, string? folder, IReadOnlyList<ShellPipeline> pipelines) =>
        new(where, folder, [.. ShellWalker.All(pipelines)]);
}
