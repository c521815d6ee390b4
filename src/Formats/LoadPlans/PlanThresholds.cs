using Gates.Formats.Documents;
using Gates.Formats.LoadResults;
using Gates.Formats.Settings;
using Gates.Policies;

namespace Gates.Formats.LoadPlans;

/// <summary>
/// Reads k6's <c>thresholds</c>. A name or a tag that no sample can have is an error here: for k6 it is a limit that always holds.
/// </summary>
/// <param name="values">Reads single values.</param>
/// <param name="plan">All else of the file.</param>
internal sealed class PlanThresholds(PlanValues values, LoadPlan plan)
{
    public IReadOnlyList<PlannedThreshold> Read(DocumentNode node, string key)
    {
        var all = new List<PlannedThreshold>();
        foreach (var entry in MapReader.Entries(node, key, values.Problems))
        {
            var name = Say.Key(key, entry.Key);
            try
            {
                var metric = MetricName.Parse(entry.Key);
                var problem = Refuse(metric);
                if (problem is not null)
                {
                    values.Problems.Add(Place.From(entry), name, problem);
                    continue;
                }

                if (entry.Node.Kind != NodeKind.Sequence)
                {
                    values.Problems.Add(entry.Node, name, $"{Say.Value(entry.Node)} is not a list of limits; write for example [\"p(95) < 500\"]");
                }

                all.AddRange(entry.Node.Items.Select((item, index) => ReadOne(item, Say.Item(name, index), (entry.Key, metric))).OfType<PlannedThreshold>());
            }
            catch (FormatException e)
            {
                values.Problems.Add(Place.From(entry), name, e.Message);
            }
        }

        return all;
    }

    private PlannedThreshold? ReadOne(DocumentNode node, string key, (string Text, MetricName Name) metric)
    {
        var (text, aborts, delay) = (node, false, TimeSpan.Zero);
        if (node.Kind == NodeKind.Map)
        {
            MapReader.Read(node, key, values.Problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
            {
                ["threshold"] = (value, _) => text = value,
                ["abortOnFail"] = (value, full) => aborts = values.Flag(value, full),
                ["delayAbortEval"] = (value, full) => delay = values.Duration(value, full) ?? TimeSpan.Zero,
            });
        }

        try
        {
            var expression = ThresholdExpression.Parse(text.IsString ? text.Text : "");
            var kind = DriverMetrics.Find(metric.Name.Metric)!.Kind;
            if (expression.Aggregation.Fits(kind))
            {
                return new PlannedThreshold(metric.Text, text.Text, metric.Name, expression) { AbortsRun = aborts, Delay = delay };
            }

            var valid = kind switch
            {
                MetricKind.Counter => "count, rate",
                MetricKind.Gauge => "value",
                MetricKind.Rate => "rate",
                _ => "avg, min, med, max, p(95) and the like",
            };
            values.Problems.Add(text, key, $"{Say.Value(text)} asks a {kind.ToString().ToLowerInvariant()} for {expression.Aggregation}; valid: {valid}");
        }
        catch (FormatException e)
        {
            values.Problems.Add(text, key, $"{Say.Value(text)} {e.Message}");
        }

        return null;
    }

    private string? Refuse(MetricName name)
    {
        var known = DriverMetrics.All.Select(one => one.Name).ToList();
        if (DriverMetrics.Find(name.Metric) is not { } metric)
        {
            return $"is no metric of this driver{Suggestion.Words(name.Metric, known)} valid: {Say.List(known)}";
        }

        string[] free = metric.Tags.Count == 0 ? [] :
        [
            .. plan.Tags.Select(tag => tag.Key), .. plan.Scenarios.SelectMany(one => one.Tags).Select(tag => tag.Key),
            .. metric.Tags.Contains("name", StringComparer.Ordinal) ? Steps.SelectMany(step => step.Tags).Select(tag => tag.Key) : [],
        ];
        foreach (var (tag, value) in name.Tags.Select(tag => (tag.Key, tag.Value)))
        {
            if (free.Contains(tag, StringComparer.Ordinal))
            {
                continue;
            }

            string[] tags = [.. metric.Tags, .. free.Distinct(StringComparer.Ordinal)];
            if (!metric.Tags.Contains(tag, StringComparer.Ordinal))
            {
                var valid = tags.Length == 0 ? "none" : Say.List(tags);
                return $"has the tag {Say.Quote(tag)}, which samples of {metric.Name} never have{Suggestion.Words(tag, tags)} valid: {valid}";
            }

            if (Possible(tag) is { } possible && !possible.Contains(value, StringComparer.Ordinal))
            {
                return $"asks for {tag} {Say.Quote(value)}, which nothing in the file has{Suggestion.Words(value, possible)} valid: {Say.List(possible)}";
            }
        }

        return null;
    }

    private IEnumerable<LoadStep> Steps => plan.Flows.Values.SelectMany(flow => flow.Steps);

    private List<string>? Possible(string tag) => tag switch
    {
        "scenario" => [.. plan.Scenarios.Select(one => one.Name)],
        "name" => [.. Steps.Select(step => step.Name).Distinct(StringComparer.Ordinal)],
        "method" => [.. Steps.Select(step => step.Method).Distinct(StringComparer.Ordinal)],
        "group" => [.. Steps.Select(step => LoadTags.Group(step.Group)).Distinct(StringComparer.Ordinal)],
        "check" => [.. Steps.SelectMany(LoadTags.Checks).Distinct(StringComparer.Ordinal)],
        "expected_response" => ["true", "false"],
        _ => null,
    };
}

/// <summary>How tags are written.</summary>
internal static class LoadTags
{
    /// <summary>k6 puts two colons before each group.</summary>
    public static string Group(string name) => name.Length == 0 ? "" : "::" + name;

    public static IEnumerable<string> Checks(LoadStep step) => [.. step.Expectations.Select(one => one.Check), .. step.Extractions.Select(one => one.Check)];
}
