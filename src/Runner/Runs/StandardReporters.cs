using Gates.Formats.Foundation;
using Gates.Pipeline.RunFolder;
using Gates.Runner.Reports;
using Gates.Runner.Reports.Agents;
using Gates.Runner.Reports.Html;

namespace Gates.Runner.Runs;

/// <summary>The reports of <c>gates run</c>: files, what GitHub Actions reads when it is there, and the console last, where the eye ends.</summary>
internal static class StandardReporters
{
    /// <summary>The files alone, which nothing can hold up.</summary>
    public static SafeReporters Files(ReportTargets targets) => new(ForFolder(targets), targets.Errors);

    /// <summary>All the others.</summary>
    public static SafeReporters Shown(ReportTargets targets) => new([.. ForReaders(targets)], targets.Errors);

    private static IReadOnlyList<NamedReporter> ForFolder(ReportTargets targets) => targets.Folder is not { } folder ? [] :
    [
        new(RunFileNames.Documents, new PageReporter(folder), Essential: true),
        new(JsonReporter.FileName, new JsonReporter(folder), Essential: true),
        new(SarifReporter.FileName, new SarifReporter(folder)),
        new(JUnitReporter.FileName, new JUnitReporter(folder)),
        new(SummaryReporter.FileName, new SummaryReporter(folder, Links(targets))),
        new(HtmlReporter.FileName, new HtmlReporter(folder, new SourceLinks(Links(targets)))),
        new(OutputFolder.Manifest, new RunManifest(folder, targets.Evidence ?? new EvidenceRecorder(folder)), Essential: true),
        .. targets.Seal is { } seal ? new[] { seal } : [],
    ];

    private static IEnumerable<NamedReporter> ForReaders(ReportTargets targets)
    {
        var style = targets.Style with { Folder = targets.Style.Folder ?? targets.Folder?.DisplayName };
        var isActions = JobVariables.IsJob(targets.Environment);
        var last = targets.Format == RunFormat.Json
            ? new NamedReporter("the document on standard output", new DocumentReporter(targets.Output, style.Folder), Essential: true)
            : new NamedReporter("the console report", new ConsoleReporter(targets.Output, style));
        return [.. isActions ? ForActions(targets) : [], last];
    }

    private static IEnumerable<NamedReporter> ForActions(ReportTargets targets)
    {
        // The runner reads both streams, and a document stands alone in its own.
        yield return new("annotations", new AnnotationReporter(targets.Format == RunFormat.Json ? targets.Errors : targets.Output));
        if (targets.Environment("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
        {
            yield return new("GITHUB_STEP_SUMMARY", new StepSummaryReporter(summary, Links(targets)));
        }

        if (targets.Environment("GITHUB_OUTPUT") is { Length: > 0 } outputs && targets.Folder is { } folder)
        {
            yield return new("GITHUB_OUTPUT", new OutputReporter(outputs, folder));
        }
    }

    private static string? Links(ReportTargets targets) =>
        JobVariables.Address(targets.Environment) is { } repository && targets.Environment("GITHUB_SHA") is { Length: > 0 } sha
            ? $"{repository}/blob/{sha}/"
            : null;
}
