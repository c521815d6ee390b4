namespace Gates.Formats.Shell;

/// <summary>Commands joined by pipes.</summary>
internal sealed record ShellPipeline(IReadOnlyList<ShellCommand> Commands);
