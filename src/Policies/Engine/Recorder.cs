using System.Text.RegularExpressions;

namespace Gates.Policies.Engine;

/// <summary>Keeps what a policy reports, within the limits.</summary>
/// <param name="limits">What it may use.</param>
/// <param name="observer">Told of every report, when somebody watches.</param>
/// <param name="caller">Where the policy calls; asked only for the observer.</param>
internal sealed partial class Recorder(PolicyLimits limits, Observer? observer, Func<Location?> caller)
{
    /// <value>Characters of all texts together: what keeps an answer in memory and on the wire.</value>
    private const int MaxTotalText = 4 << 20;

    /// <value>Values of all charts together; each is some ten characters on the wire.</value>
    private const int MaxChartValues = 200_000;

    private const int MaxCharts = 100;

    private const int MaxRuleLength = 100;

    private readonly List<Finding> findings = [];
    private readonly List<Check> passed = [];
    private readonly List<Metric> metrics = [];
    private readonly List<Output> outputs = [];
    private readonly List<Chart> charts = [];
    private readonly List<PolicyPage> pages = [];
    private readonly List<string> log = [];
    private int totalText;
    private int chartValues;

    public Judgement Judgement => new(findings, passed, metrics, log) { Outputs = outputs, Charts = charts, Pages = pages };

    public void Add(Finding finding)
    {
        Add(findings, finding, "findings");
        Trace(finding, f => new ReportCall(f.Severity.ToString().ToLowerInvariant(), f.Rule, f.Message, f.Location));
    }

    public void Add(Check check)
    {
        Add(passed, check, "passed checks");
        Trace(check, c => new ReportCall("pass", c.Rule, c.Message));
    }

    public void Add(Metric metric)
    {
        Add(metrics, metric, "metrics");
        Trace(metric, m => new ReportCall("metric", m.Name, m.Unit, Value: m.Value));
    }

    /// <exception cref="MisuseException">The name was given before: one of the two values would be lost.</exception>
    public void Add(Output output)
    {
        if (outputs.Exists(other => other.Name == output.Name))
        {
            throw new MisuseException($"report.output: \"{output.Name}\" was given before");
        }

        Add(outputs, output, "outputs");
        Trace(output, o => new ReportCall("output", o.Name, o.Value));
    }

    public void Add(Chart chart)
    {
        Add(charts, chart, "charts", MaxCharts);
        Trace(chart, c => new ReportCall("chart", c.Name, c.Unit));
    }

    /// <exception cref="MisuseException">Its name is none, or was given before: one of the two pages would be lost.</exception>
    public void AddPage(string name, string markdown)
    {
        const string Call = "report.document";
        if (!PolicyPage.IsName(name))
        {
            throw new MisuseException($"{Call}: \"{Texts.Shorten(name, 40)}\" is not a page's name; use a-z, 0-9 and '-', such as \"drift\"");
        }

        if (pages.Exists(other => other.Name == name))
        {
            throw new MisuseException($"{Call}: \"{name}\" was given before");
        }

        var page = new PolicyPage(name, Text(markdown, "a page", PolicyPage.MaxLength));
        Add(pages, page, "pages", PolicyPage.MaxCount);
        Trace(page, p => new ReportCall("document", p.Name, p.Markdown));
    }

    /// <summary>Takes a chart's values into the budget.</summary>
    public void Values(int count)
    {
        chartValues += count;
        if (chartValues > MaxChartValues)
        {
            throw new LimitException("reports", FormattableString.Invariant($"all charts together have more than {MaxChartValues} values (reports limit)"));
        }
    }

    public void Log(string text)
    {
        Add(log, text, "log lines");
        Trace(text, t => new ReportCall("log", null, t));
    }

    /// <summary>Takes a text into the budget.</summary>
    public string Text(string text, string what) => Text(text, what, limits.TextLength);

    private string Text(string text, string what, int most)
    {
        if (text.Length > most)
        {
            throw new LimitException("text", FormattableString.Invariant($"{what} has {text.Length} characters; at most {most} are allowed (text limit)"));
        }

        totalText += text.Length;
        return totalText <= MaxTotalText
            ? Texts.WellFormed(text)
            : throw new LimitException(
                "text", FormattableString.Invariant($"all texts together have more than {MaxTotalText} characters (text limit)"));
    }

    /// <exception cref="MisuseException">The rule has another form.</exception>
    public string Rule(string rule, string call) => rule.Length <= MaxRuleLength && RuleForm().IsMatch(rule)
        ? Text(rule, "a rule")
        : throw new MisuseException(
            $"{call}: \"{Texts.Shorten(rule, 40)}\" is not a rule's name; use a-z, 0-9, '-', '/', '.' and '_', such as \"no-latest\"");

    private void Trace<T>(T item, Func<T, ReportCall> describe) => observer?.Called(describe(item) with { At = caller() });

    private void Add<T>(List<T> list, T item, string what, int most = int.MaxValue)
    {
        if (list.Count == Math.Min(limits.Reports, most))
        {
            throw new LimitException("reports", FormattableString.Invariant($"it reports more than {list.Count} {what} (reports limit)"));
        }

        list.Add(item);
    }

    [GeneratedRegex(@"\A[a-z0-9/._-]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RuleForm();
}
