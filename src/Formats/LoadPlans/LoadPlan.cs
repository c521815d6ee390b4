using Gates.Formats.LoadResults;

namespace Gates.Formats.LoadPlans;

/// <summary>A load test as its file declares it: k6's options, and the requests that k6 would find in a script.</summary>
/// <param name="Path">The file, as it was named.</param>
internal sealed record LoadPlan(string Path)
{
    public LoadEngine Engine { get; init; }

    /// <value>k6's script, relative to the file; <see langword="null"/> for our own driver.</value>
    public string? Script { get; init; }

    /// <value>A container image of k6, for machines without the program.</value>
    public string? Image { get; init; }

    public IReadOnlyList<LoadScenario> Scenarios { get; init; } = [];

    public IReadOnlyList<PlannedThreshold> Thresholds { get; init; } = [];

    /// <value>Which numbers of a trend the summaries hold. Default: k6's, with p(99) and count, which budgets ask for.</value>
    public IReadOnlyList<string> TrendStatistics { get; init; } = ["avg", "min", "med", "max", "p(90)", "p(95)", "p(99)", "count"];

    /// <value>Tags of every sample, in the order of the file.</value>
    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <value>What virtual users do, by name.</value>
    public IReadOnlyDictionary<string, LoadFlow> Flows { get; init; } = new Dictionary<string, LoadFlow>(StringComparer.Ordinal);

    public IReadOnlyList<DataTable> Data { get; init; } = [];

    /// <value>Scheme, host and port of every server that is spoken to. Nothing else is, wherever a redirect points.</value>
    public IReadOnlySet<string> Origins { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <value>Values of secret variables; they never leave a request.</value>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <value>The variables that the file may use, secret ones among them; a k6 script gets them, too.</value>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public HttpChoices Http { get; init; } = new();

    /// <value>Whether one failed request makes the run fail, named with its time. Default: no.</value>
    public bool NoFailures { get; init; }

    /// <value>SHA-256 of the file, in hexadecimal.</value>
    public string Digest { get; init; } = "";
}

/// <summary>Who makes the load.</summary>
internal enum LoadEngine
{
    Gates,
    K6,
}

/// <summary>How requests are sent.</summary>
internal sealed record HttpChoices
{
    /// <value>1.1 or 2; <see langword="null"/> for the best that a TLS server offers, and 1.1 without TLS.</value>
    public Version? Version { get; init; }

    /// <value>Default: none is checked off.</value>
    public bool SkipsCertificates { get; init; }

    /// <value>Default: k6's 10.</value>
    public int MaxRedirects { get; init; } = 10;

    /// <value>Whether every request opens a connection of its own.</value>
    public bool NoReuse { get; init; }

    public string UserAgent { get; init; } = "gates-load/1";
}

/// <summary>What a virtual user does in an iteration.</summary>
/// <param name="Name">The name that a scenario's <c>exec</c> uses.</param>
/// <param name="Steps">In their order.</param>
/// <param name="Slots">How many extracted values it has.</param>
internal sealed record LoadFlow(string Name, IReadOnlyList<LoadStep> Steps, int Slots);

/// <summary>Rows that iterations take their values from.</summary>
/// <param name="Name">As templates name it.</param>
/// <param name="Columns">In the order of the file.</param>
/// <param name="Rows">A value for each column.</param>
internal sealed record DataTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows);

/// <summary>A threshold of the file.</summary>
/// <param name="Metric">As written.</param>
/// <param name="Text">As written.</param>
/// <param name="Name">The metric or sub-metric.</param>
/// <param name="Expression">The limit.</param>
internal sealed record PlannedThreshold(string Metric, string Text, MetricName Name, ThresholdExpression Expression)
{
    public bool AbortsRun { get; init; }

    /// <value>How long a run goes on whatever is measured.</value>
    public TimeSpan Delay { get; init; }
}
