using System.CommandLine;

namespace Gates.Runner.Commands.Load;

/// <summary><c>gates load</c>.</summary>
internal static class LoadCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The run is whole, and every threshold held.",
        Fails = "A threshold was crossed, or nothing was measured for it; with `noFailures`, a request failed.",
        Refused = "The file, or the command line, is wrong; nothing was sent.",
        CouldNotEvaluate = "The load could not be made, no request got an answer, or the run was interrupted.",
        Variables = [new("those that the file lists", "Values for the file's `variables` and `secrets`."), Variable.Ci, Variable.NoColor, Variable.Term],
        Examples =
        [
            new("gates load checkout.yaml", "Make the load, and say what came out."),
            new("gates load checkout.yaml --summary k6/current.json", "Also write k6's handleSummary shape, which perf-budget reads."),
            new("gates load checkout.yaml --points k6/current.json.gz --page load.html", "Every sample for comparisons, and a page with charts."),
        ],
    };

    public static Command Create(Interruption interruption)
    {
        var file = new Argument<string>("FILE") { Description = "The load test: k6's options with requests, in YAML or JSON." };
        var summary = new Option<string>("--summary") { Description = "Write the summary as k6 hands it to handleSummary." };
        var export = new Option<string>("--summary-export") { Description = "Write the summary as k6's legacy --summary-export does." };
        var machine = new Option<string>("--machine-summary") { Description = "Write the summary as k6's --new-machine-readable-summary does." };
        var points = new Option<string>("--points") { Description = "Write every sample as k6's --out json does; compressed when the name ends in .gz." };
        var page = new Option<string>("--page") { Description = "Write a page with tables and charts, which needs nothing else." };
        var format = FormatOption.Create();
        var command = new Verb("load", "Make load on a service and measure it, with k6's options and thresholds.", Help)
        {
            file, summary, export, machine, points, page, format,
        };
        command.SetAction((parsed, token) => new LoadSession(new LoadRequest(parsed.GetValue(file)!)
        {
            Summary = parsed.Text(summary),
            Export = parsed.Text(export),
            Machine = parsed.Text(machine),
            Points = parsed.Text(points),
            Page = parsed.Text(page),
            IsJson = parsed.IsJson(format),
        }, interruption).RunAsync(token));
        return command;
    }
}

/// <summary>What <c>gates load</c> is asked for.</summary>
/// <param name="File">The load test.</param>
internal sealed record LoadRequest(string File)
{
    public string? Summary { get; init; }

    public string? Export { get; init; }

    public string? Machine { get; init; }

    public string? Points { get; init; }

    public string? Page { get; init; }

    public bool IsJson { get; init; }

    /// <value>Each place that is written, with its option.</value>
    public IEnumerable<(string Option, string Path)> Places => new[]
    {
        ("--summary", Summary), ("--summary-export", Export), ("--machine-summary", Machine), ("--points", Points), ("--page", Page),
    }.Where(place => place.Item2 is not null).Select(place => (place.Item1, place.Item2!));
}
