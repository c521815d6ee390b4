using Gates.BuiltIn.CanarySlo.Evaluation;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.BuiltIn.CanarySlo.Alerting;

/// <summary>Writes recording and alerting rules for Prometheus, and what <c>promtool test rules</c> tries them with.</summary>
internal sealed class PrometheusRules(AlertedObjectives all)
{
    public const string Value = "gates:objective:value";
    public const string Burn = "gates:budget:burn";

    /// <value>From the one that wakes somebody to the one that is looked at.</value>
    public static IReadOnlyList<string> Severities { get; } = ["page", "15min", "ticket", "dashboard"];

    /// <summary>Who is told: an objective that rolls back wakes somebody, a milder one is a ticket, a note is to be seen.</summary>
    public static string SeverityOf(Objective objective) => objective.Severity switch
    {
        Severity.Error => "page",
        Severity.Warning => "ticket",
        _ => "dashboard",
    };

    /// <summary>The rules, as a file under <c>rule_files</c>.</summary>
    public string Rules()
    {
        var yaml = new AlertText(all.Origin);
        yaml.Line(0, "groups:");
        yaml.Line(2, "- name: gates-objectives");
        yaml.Line(4, "rules:");
        foreach (var objective in all.Objectives.DistinctBy(one => one.Name, StringComparer.Ordinal))
        {
            yaml.Line(6, $"- record: {Value}");
            yaml.Text(8, "expr", all.ValueOf(objective));
            Labels(yaml, ("objective", objective.Name));
        }

        foreach (var objective in all.Objectives)
        {
            foreach (var beyond in AlertedObjectives.Beyond(objective))
            {
                Alert(yaml, objective, beyond);
            }
        }

        foreach (var objective in all.Objectives.Where(one => one.Severity == Severity.Error))
        {
            yaml.Line(6, "- alert: ObjectiveWithoutData");
            yaml.Text(8, "expr", $"absent({Series(objective)})");
            yaml.Line(8, $"for: {Durations.Format(2 * all.Breach)}");
            Labels(yaml, ("objective", objective.Name), ("severity", "ticket"));
            Annotations(yaml, $"{objective.Name} cannot be told", "Nothing is measured: no traffic, no scrape, or a name that has changed.");
        }

        if (all.HasBudget)
        {
            AddBudget(yaml);
        }

        return yaml.ToString();
    }

    /// <summary>Tries every alert of an objective: nothing before its time, and the alert when its time is over.</summary>
    /// <param name="rules">The name of the file with the rules.</param>
    public string Tests(string rules)
    {
        var yaml = new AlertText(all.Origin);
        yaml.Line(0, "rule_files:");
        yaml.Text(2, "-", rules);
        yaml.Line(0, "evaluation_interval: 30s");
        yaml.Line(0, "tests:");
        foreach (var objective in all.Objectives)
        {
            foreach (var beyond in AlertedObjectives.Beyond(objective))
            {
                AddTest(yaml, objective, beyond);
            }
        }

        return yaml.ToString();
    }

    /// <summary>The series of an objective's value.</summary>
    public static string Series(Objective objective) => $"{Value}{{objective={PromText.Quoted(objective.Name)}}}";

    private void Alert(AlertText yaml, Objective objective, string beyond)
    {
        yaml.Line(6, "- alert: ObjectiveBroken");
        yaml.Text(8, "expr", $"{Series(objective)} {beyond}");
        yaml.Line(8, $"for: {Durations.Format(all.Breach)}");
        Labels(yaml, ("objective", objective.Name), ("severity", SeverityOf(objective)), ("limit", beyond));
        Annotations(yaml, $"{objective.Name} is beyond its limit", $"It is {{{{ $value }}}}, and {beyond} is too {(beyond[0] == '>' ? "much" : "little")}.");
    }

    private void AddBudget(AlertText yaml)
    {
        foreach (var window in ErrorBudget.Pairs.SelectMany(pair => new[] { pair.Long, pair.Short }).Distinct(StringComparer.Ordinal))
        {
            var (bad, total) = (In(all.Budget.Bad, window), In(all.Budget.Total, window));
            yaml.Line(6, $"- record: {Burn}");
            yaml.Text(8, "expr", $"({AlertedObjectives.Share(bad, total)}) / {AlertedObjectives.Number(Math.Round(1 - (all.Budget.Target / 100), 9))}");
            Labels(yaml, ("window", window));
        }

        foreach (var (pair, severity) in ErrorBudget.Pairs.Zip(["page", "15min", "ticket", "ticket"]))
        {
            var factor = AlertedObjectives.Number(pair.Factor);
            yaml.Line(6, "- alert: ErrorBudgetBurns");
            yaml.Text(8, "expr", $"{Burn}{{window=\"{pair.Long}\"}} > {factor} and on() {Burn}{{window=\"{pair.Short}\"}} > {factor}");
            Labels(yaml, ("window", pair.Long), ("severity", severity));
            Annotations(
                yaml,
                $"The error budget burns at more than {factor} times its pace",
                $"Over {pair.Long} and still over {pair.Short}; now at {{{{ $value }}}} times.");
        }
    }

    private void AddTest(AlertText yaml, Objective objective, string beyond)
    {
        var severity = SeverityOf(objective);
        var limit = double.Parse(beyond.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture);
        var far = beyond[0] == '>' ? (2 * Math.Abs(limit)) + 1 : limit - Math.Abs(limit) - 1;
        yaml.Line(2, "- interval: 30s");
        yaml.Line(4, "input_series:");
        yaml.Text(6, "- series", Series(objective));
        yaml.Text(8, "values", $"{AlertedObjectives.Number(far)}+0x{(int)(all.Breach.TotalSeconds / 30) + 4}");
        yaml.Line(4, "promql_expr_test:");
        var alerts = $"ALERTS{{alertname=\"ObjectiveBroken\",alertstate=\"firing\",objective={PromText.Quoted(objective.Name)},severity=\"{severity}\"}}";
        var moments = new[] { (all.Breach / 2, 0), (all.Breach + TimeSpan.FromMinutes(1), 1) };
        foreach (var (at, count) in moments.Skip(all.Breach < TimeSpan.FromMinutes(2) ? 1 : 0))
        {
            yaml.Text(6, "- expr", $"count({alerts}) or vector(0)");
            yaml.Line(8, $"eval_time: {Durations.Format(TimeSpan.FromSeconds(Math.Floor(at.TotalSeconds)))}");
            yaml.Line(8, $"exp_samples: [{{ labels: '{{}}', value: {count} }}]");
        }
    }

    private void Labels(AlertText yaml, params (string Name, string Value)[] labels)
    {
        yaml.Line(8, "labels:");
        foreach (var (name, value) in labels.Append(("service", all.Service)).Append(("release", all.Release)).Where(label => label.Item2.Length > 0))
        {
            yaml.Text(10, name, value);
        }
    }

    private static void Annotations(AlertText yaml, string summary, string description)
    {
        yaml.Line(8, "annotations:");
        yaml.Text(10, "summary", summary);
        yaml.Text(10, "description", description);
    }

    private static string In(string query, string window) => query.Replace("$window", window, StringComparison.Ordinal);
}
