using Gates.Pipeline.RunFolder;
using Gates.Runner.Reports;

namespace Gates.Runner.Runs;

/// <summary>Where a run's reports go.</summary>
internal sealed record ReportTargets
{
    /// <value>The folder for the files; <see langword="null"/> writes none.</value>
    public OutputFolder? Folder { get; init; }

    /// <value>The evidence that goes into the folder, where somebody else needs it too. Default: one of its own.</value>
    public EvidenceRecorder? Evidence { get; init; }

    /// <value>Signs the files of the folder once all are written; <see langword="null"/> when nothing signs them.</value>
    public NamedReporter? Seal { get; init; }

    public required TextWriter Output { get; init; }

    public required TextWriter Errors { get; init; }

    /// <value>How the console report looks. Default: plain.</value>
    public ConsoleStyle Style { get; init; } = ConsoleStyle.Plain;

    /// <value>What the output is for. Default: people.</value>
    public RunFormat Format { get; init; }

    /// <value>Reads an environment variable. Default: none is set.</value>
    public Func<string, string?> Environment { get; init; } = _ => null;
}
