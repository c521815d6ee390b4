using System.Globalization;
using System.Text.RegularExpressions;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.CanarySlo.Foreign;

/// <summary>
/// Reads the objectives that others defined: OpenSLO v1, Sloth (<c>prometheus/v1</c>), Pyrra, Argo's AnalysisTemplate, Flagger's MetricTemplate and Canary.
/// What has no counterpart is said.
/// </summary>
internal sealed partial class ForeignObjectives
{
    private readonly List<ObjectiveOptions> objectives = [];
    private readonly List<string> notes = [];
    private readonly Dictionary<string, string> templates = new(StringComparer.Ordinal);

    private ForeignObjectives()
    {
    }

    /// <value>In the order of the file.</value>
    public IReadOnlyList<ObjectiveOptions> Objectives => objectives;

    /// <value>What was not taken over, and why.</value>
    public IReadOnlyList<string> Notes => notes;

    /// <param name="text">YAML, with one or more documents.</param>
    /// <param name="path">For messages.</param>
    /// <exception cref="DocumentException">It is no YAML.</exception>
    /// <exception cref="UsageException">Nothing in it is of a known kind.</exception>
    public static ForeignObjectives Read(string text, string path)
    {
        var read = new ForeignObjectives();
        var documents = YamlReader.Read(text, path);
        foreach (var template in documents.Where(one => Text(one, "kind") == "MetricTemplate"))
        {
            read.templates[Text(template, "metadata", "name")] = Text(template, "spec", "query");
        }

        var known = documents.Count(read.TryAdd);
        return known > 0 ? read : throw new UsageException(
            $"{Say.Path(path)} holds no objectives of a known kind: an OpenSLO SLO, a Sloth file, a Pyrra ServiceLevelObjective, "
                + "an Argo AnalysisTemplate, or a Flagger MetricTemplate with its Canary");
    }

    private bool TryAdd(DocumentNode document)
    {
        switch (Text(document, "kind"), Text(document, "apiVersion"), Text(document, "version"))
        {
            case ("SLO", "openslo/v1", _):
                OpenSlo(document);
                return true;
            case ("ServiceLevelObjective", "pyrra.dev/v1alpha1", _):
                Pyrra(document);
                return true;
            case ("AnalysisTemplate" or "ClusterAnalysisTemplate", _, _):
                Argo(document);
                return true;
            case ("Canary", var api, _) when api.StartsWith("flagger.app/", StringComparison.Ordinal):
                Flagger(document);
                return true;
            case ("MetricTemplate", _, _):
                return true;
            case (_, _, "prometheus/v1"):
                Sloth(document);
                return true;
            default:
                return false;
        }
    }

    private void OpenSlo(DocumentNode slo)
    {
        var (name, indicator) = (Text(slo, "metadata", "name"), At(slo, "spec", "indicator", "spec"));
        foreach (var (objective, number) in Items(At(slo, "spec", "objectives")).Select((objective, index) => (objective, index)))
        {
            var one = new ObjectiveOptions { Name = number == 0 ? name : $"{name}-{number + 1}" };
            var target = Number(objective, "target") ?? Number(objective, "targetPercent") / 100;
            if (At(indicator, "ratioMetric") is { } ratio)
            {
                (one.Bad, one.Good, one.Total) = (Query(ratio, "bad"), Query(ratio, "good"), Query(ratio, "total"));
                Limit(one, target);
            }
            else
            {
                one.Query = Query(indicator, "thresholdMetric");
                var value = Number(objective, "value");
                (one.Max, one.Min) = Text(objective, "op") is "lt" or "lte" ? (value, (double?)null) : ((double?)null, value);
            }

            Add(one, "an indicator that stands elsewhere, or not of Prometheus");
        }
    }

    private void Sloth(DocumentNode file)
    {
        foreach (var slo in Items(At(file, "slos")))
        {
            var one = new ObjectiveOptions { Name = Text(slo, "name"), Bad = Text(slo, "sli", "events", "error_query") };
            one.Total = Text(slo, "sli", "events", "total_query");
            if (Text(slo, "sli", "raw", "error_ratio_query") is { Length: > 0 } ratio)
            {
                one.Query = ratio;
                one.Max = Share(1 - (Number(slo, "objective") / 100));
            }
            else
            {
                Limit(one, Number(slo, "objective") / 100);
            }

            Add(one, "neither `events` nor `raw`");
        }
    }

    private void Pyrra(DocumentNode slo)
    {
        var one = new ObjectiveOptions { Name = Text(slo, "metadata", "name"), Raw = true };
        var indicator = At(slo, "spec", "indicator");
        (one.Bad, one.Total) = (Text(indicator, "ratio", "errors", "metric"), Text(indicator, "ratio", "total", "metric"));
        if (At(indicator, "latency") is { } latency)
        {
            (one.Good, one.Total) = (Text(latency, "success", "metric"), Text(latency, "total", "metric"));
        }

        Limit(one, Number(slo, "spec", "target") / 100);
        Add(one, "an indicator other than `ratio` and `latency`");
    }

    private void Argo(DocumentNode template)
    {
        foreach (var metric in Items(At(template, "spec", "metrics")))
        {
            var one = new ObjectiveOptions { Name = Text(metric, "name"), Query = Text(metric, "provider", "prometheus", "query") };
            var (success, failure) = (Condition().Match(Text(metric, "successCondition")), Condition().Match(Text(metric, "failureCondition")));
            var condition = success.Success ? success : failure;
            var isLeast = condition.Groups[1].Value.StartsWith(success.Success ? '>' : '<');
            double? limit = condition.Success ? double.Parse(condition.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : null;
            (one.Max, one.Min) = isLeast ? ((double?)null, limit) : (limit, (double?)null);
            Add(one, limit is null ? "a condition other than one number's" : "a provider other than Prometheus");
        }
    }

    private void Flagger(DocumentNode canary)
    {
        foreach (var metric in Items(At(canary, "spec", "analysis", "metrics")))
        {
            var (name, template) = (Text(metric, "name"), Text(metric, "templateRef", "name"));
            var one = new ObjectiveOptions
            {
                Name = name,
                Query = template.Length > 0 ? templates.GetValueOrDefault(template, "") : Text(metric, "query"),
                Max = Number(metric, "thresholdRange", "max"),
                Min = Number(metric, "thresholdRange", "min"),
            };
            Add(one, template.Length > 0 ? $"the MetricTemplate {template}, which is not in the file" : "a metric that is built into Flagger");
        }
    }

    private void Add(ObjectiveOptions one, string otherwise)
    {
        (one.Bad, one.Good, one.Total, one.Query) = (Filled(one.Bad), Filled(one.Good), Filled(one.Total), Filled(one.Query));
        try
        {
            ObjectiveReader.Read([one], "");
            objectives.Add(one);
        }
        catch (UsageException)
        {
            notes.Add($"{one.Name}: was left out, since it has {otherwise}");
            return;
        }

        if (string.Concat(one.Bad, one.Good, one.Total, one.Query) is var all && Placeholder().Match(all) is { Success: true } left)
        {
            notes.Add($"{one.Name}: {left.Value} is for its own tool to fill in; write the value");
        }
    }

    private static void Limit(ObjectiveOptions one, double? target)
    {
        if (one.Bad.Length > 0)
        {
            (one.Good, one.Max) = ("", Share(1 - target));
        }
        else
        {
            one.Min = Share(target);
        }
    }

    /// <summary>Ranges that its own tool fills in are short here: a canary is looked at now.</summary>
    private static string Filled(string query) => Window().Replace(query, "1m").Trim();

    private static object? Share(double? share) => share is { } number ? Math.Round(number, 9) : null;

    private static string Query(DocumentNode? node, string part) =>
        Text(node, part, "metricSource", "spec", "query") is { Length: > 0 } query ? query : Text(node, part, "metricSource", "spec", "promql");

    private static IReadOnlyList<DocumentNode> Items(DocumentNode? node) => node?.Items ?? [];

    private static DocumentNode? At(DocumentNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            node = node?.Get(key);
        }

        return node;
    }

    private static string Text(DocumentNode? node, params ReadOnlySpan<string> path) => At(node, path)?.Text ?? "";

    private static double? Number(DocumentNode? node, params ReadOnlySpan<string> path) =>
        double.TryParse(Text(node, path), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^\s*(?:result(?:\[0\])?)\s*(<=|>=|<|>)\s*(-?[0-9.]+)\s*$", RegexOptions.None, 1000)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\{\{\s*\.?(window|interval)\s*\}\}", RegexOptions.None, 1000)]
    private static partial Regex Window();

    [GeneratedRegex(@"\{\{[^{}]*\}\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
