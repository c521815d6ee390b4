namespace Gates.Runner.BuiltIn.HermeticBuild.Shell;

/// <summary>Commands joined by pipes.</summary>
internal sealed record ShellPipeline(IReadOnlyList<ShellCommand> Commands);
