using System.Text;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.LoadResults;
using Gates.Formats.Settings;
using Gates.Policies;

namespace Gates.Formats.LoadPlans;

/// <summary>Reads a load test's file, YAML or JSON. Everything that is wrong with it is reported at once, each with its place.</summary>
internal sealed class LoadPlanReader
{
    private static readonly string[] K6Only =
    [
        "batch", "batchPerHost", "blacklistIPs", "blockHostnames", "cloud", "dns", "executionSegment", "executionSegmentSequence", "ext", "hosts", "httpDebug",
        "linger", "localIPs", "minIterationDuration", "noCookiesReset", "noVUConnectionReuse", "paused", "rps", "setupTimeout", "summaryTimeUnit", "systemTags",
        "teardownTimeout", "throw", "tlsAuth", "tlsCipherSuites", "tlsVersion",
    ];

    private static readonly string[] ReadElsewhere = ["baseUrl", "variables", "secrets", "data", "vus", "iterations", "duration", "stages", "thresholds"];

    private readonly PlanValues values;
    private readonly PlanNames names = new();
    private readonly PlanSurroundings around;
    private LoadPlan plan;

    private LoadPlanReader(string path, PlanSurroundings around)
    {
        values = new PlanValues(new Problems(path));
        this.around = around;
        plan = new LoadPlan(path);
    }

    /// <exception cref="UsageException">The text is not valid; the message names every problem.</exception>
    public static LoadPlan Read(string text, string path, PlanSurroundings around)
    {
        try
        {
            var documents = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? [JsonReader.Read(text, path)] : YamlReader.Read(text, path);
            if (documents is not [{ Kind: NodeKind.Map } root])
            {
                throw new UsageException($"{Say.Path(path)}: is not one map; it holds k6's options and `requests:`");
            }

            var reader = new LoadPlanReader(path, around);
            reader.ReadRoot(root);
            reader.values.Problems.ThrowIfAny();
            return reader.plan with { Digest = Sha256Hex.Of(Encoding.UTF8.GetBytes(text)) };
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>What names mean is read before what uses them, in whatever order they stand.</summary>
    private void ReadRoot(DocumentNode root)
    {
        Surroundings(root);
        var (flows, scenarios) = (new FlowReader(values, names), new ScenarioReader(values));
        var all = new Dictionary<string, LoadFlow>(StringComparer.Ordinal);
        MapReader.Read(root, "", values.Problems, Keys(flows, scenarios, all), Explain);
        plan = plan with { Flows = all, Origins = flows.Origins, Data = names.Tables, Variables = names.Variables };
        if (plan.Engine == LoadEngine.K6)
        {
            DemandScript(root);
            return;
        }

        if (root.Get("scenarios") is null)
        {
            plan = plan with { Scenarios = [scenarios.Short(root)] };
        }

        CheckFlows(root);
        if (root.Get("thresholds") is { } thresholds)
        {
            plan = plan with { Thresholds = new PlanThresholds(values, plan).Read(thresholds, "thresholds") };
        }
    }

    private void Surroundings(DocumentNode root)
    {
        var secrets = new List<string>();
        if (root.Get("variables") is { } variables)
        {
            foreach (var (name, fallback, node) in variables.Kind == NodeKind.Map
                ? variables.Entries.Select(entry => (entry.Key, entry.Node.Value is null ? null : entry.Node.Text, entry.Node))
                : variables.Items.Select(item => (item.Text, (string?)null, item)))
            {
                Variable(name, fallback, node, "variables");
            }
        }

        foreach (var node in root.Get("secrets")?.Items ?? [])
        {
            Variable(node.Text, null, node, "secrets");
            secrets.Add(names.Variables.GetValueOrDefault(node.Text, ""));
        }

        plan = plan with { Secrets = [.. secrets.Where(secret => secret.Length > 0)] };
        names.BaseUrl = root.Get("baseUrl") is { } start ? values.Text(start, "baseUrl") : null;
        foreach (var entry in root.Get("data") is { } data ? MapReader.Entries(data, "data", values.Problems) : [])
        {
            if (values.Text(entry.Node, Say.Key("data", entry.Key)) is { } file && Table(entry, file) is { } table)
            {
                names.Tables.Add(table);
            }
        }
    }

    private void Variable(string name, string? fallback, DocumentNode node, string key)
    {
        var value = around.Variables(name) is { Length: > 0 } given ? given : fallback;
        if (value is null)
        {
            var advice = key == "variables" ? ", and has no value here; write `NAME: value` to give one" : "";
            values.Problems.Add(node, key, $"{Say.Quote(name)} is not set in the environment{advice}");
        }

        names.Variables[name] = value ?? "";
    }

    private DataTable? Table(DocumentEntry entry, string file)
    {
        var key = Say.Key("data", entry.Key);
        try
        {
            var text = around.File(file);
            var root = file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? JsonReader.Read(text, file) : CsvReader.Read(text, file, ',');
            var columns = root.Items.Count > 0 ? root.Items[0].Entries.Select(column => column.Key).ToList() : [];
            if (columns.Count > 0 && root.Items.All(row => columns.TrueForAll(column => row.GetText(column) is not null)))
            {
                return new DataTable(entry.Key, columns, [.. root.Items.Select(row => columns.Select(column => row.GetText(column)!).ToArray())]);
            }

            values.Problems.Add(
                entry.Node,
                key,
                $"{Say.Quote(file)} holds no rows with the same names of values; write CSV with a header, or a JSON list of objects");
        }
        catch (Exception e) when (e is DocumentException or UsageException)
        {
            values.Problems.Add(entry.Node, key, e.Message);
        }

        return null;
    }

    private Dictionary<string, Action<DocumentNode, string>> Keys(FlowReader flows, ScenarioReader scenarios, Dictionary<string, LoadFlow> all)
    {
        var keys = new Dictionary<string, Action<DocumentNode, string>>(HttpKeys(), StringComparer.Ordinal)
        {
            ["version"] = new Values(values.Problems).Version,
            ["engine"] = (node, key) => plan = plan with { Engine = Choice(node, key, "gates", "k6") == "k6" ? LoadEngine.K6 : LoadEngine.Gates },
            ["script"] = (node, key) => plan = plan with { Script = values.Text(node, key) },
            ["image"] = (node, key) => plan = plan with { Image = values.Text(node, key) },
            ["requests"] = (node, key) => all["default"] = flows.Read("default", node, key),
            ["flows"] = (node, key) =>
            {
                foreach (var entry in MapReader.Entries(node, key, values.Problems))
                {
                    all[entry.Key] = flows.Read(entry.Key, entry.Node, Say.Key(key, entry.Key));
                }
            },
            ["scenarios"] = (node, key) => plan = plan with { Scenarios = scenarios.ReadAll(node, key) },
            ["noUsageReport"] = (node, key) => values.Flag(node, key),
            ["tags"] = (node, key) => plan = plan with { Tags = values.Pairs(node, key) },
            ["noFailures"] = (node, key) => plan = plan with { NoFailures = values.Flag(node, key) },
            ["summaryTrendStats"] = (node, key) => plan = plan with { TrendStatistics = Statistics(node, key) },
        };
        foreach (var elsewhere in ReadElsewhere)
        {
            keys[elsewhere] = (_, _) => { };
        }

        return keys;
    }

    private Dictionary<string, Action<DocumentNode, string>> HttpKeys()
    {
        void Set(Func<HttpChoices, HttpChoices> change) => plan = plan with { Http = change(plan.Http) };
        return new(StringComparer.Ordinal)
        {
            ["http"] = (node, key) => Set(http => http with
            {
                Version = Choice(node, key, "auto", "http1", "http2") switch { "http1" => new(1, 1), "http2" => new(2, 0), _ => null },
            }),
            ["userAgent"] = (node, key) => Set(http => http with { UserAgent = values.Text(node, key) ?? "" }),
            ["maxRedirects"] = (node, key) => Set(http => http with { MaxRedirects = values.Whole(node, key, 0, 50) ?? 0 }),
            ["noConnectionReuse"] = (node, key) => Set(http => http with { NoReuse = values.Flag(node, key) }),
            ["insecureSkipTLSVerify"] = (node, key) => Set(http => http with { SkipsCertificates = values.Flag(node, key) }),
            ["discardResponseBodies"] = (node, key) => values.Flag(node, key),
        };
    }

    private string? Choice(DocumentNode node, string key, params string[] choices) => new Values(values.Problems).Choice(node, key, choices);

    private IReadOnlyList<string> Statistics(DocumentNode node, string key)
    {
        var all = values.Texts(node, key);
        foreach (var one in all.Where(one => one != "count" && !(Aggregation.TryParse(one, out var aggregation) && aggregation.Fits(MetricKind.Trend))))
        {
            values.Problems.Add(node, key, $"{Say.Quote(one)} is no number of a trend; valid: avg, min, med, max, count, p(95) and the like");
        }

        return all;
    }

    private void CheckFlows(DocumentNode root)
    {
        foreach (var scenario in plan.Scenarios.Where(one => !plan.Flows.ContainsKey(one.Flow)))
        {
            var node = root.Get("scenarios")?.Get(scenario.Name)?.Get("exec") ?? root;
            values.Problems.Add(node, $"scenarios.{scenario.Name}.exec", scenario.Flow == "default"
                ? "has nothing to do: `requests` is missing at the top of the file"
                : $"{Say.Quote(scenario.Flow)} is no flow{Suggestion.Words(scenario.Flow, plan.Flows.Keys)} valid: {Say.List(plan.Flows.Keys)}");
        }
    }

    private void DemandScript(DocumentNode root)
    {
        if (plan.Script is null)
        {
            values.Problems.Add(root, "script", "is missing; `engine: k6` runs a script of k6");
        }

        foreach (var entry in root.Entries.Where(one => one.Key is not ("version" or "engine" or "script" or "image" or "variables" or "secrets")))
        {
            values.Problems.Add(Place.From(entry), Say.Key("", entry.Key), "is not for `engine: k6`: k6 takes its options from the script");
        }
    }

    private static string? Explain(string key) => K6Only.Contains(key, StringComparer.Ordinal)
        ? "is an option of k6 that this driver does not have; leave it away, or let k6 make the load: `engine: k6`"
        : null;
}

/// <summary>What a load test's file refers to.</summary>
/// <param name="File">The text of a file beside it; throws a <see cref="UsageException"/> when it cannot be read.</param>
/// <param name="Variables">The environment.</param>
internal sealed record PlanSurroundings(Func<string, string> File, Func<string, string?> Variables);
