using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.LoadResults;
using Gates.Formats.Settings;
using Gates.Policies;

namespace Gates.Formats.Thresholds;

/// <summary>Reads a thresholds file. Everything that is wrong with it is reported at once, each with its place.</summary>
internal sealed class ThresholdFileReader
{
    /// <value>The words for what crossing a limit means, from the mildest.</value>
    public static IReadOnlyList<string> Severities { get; } = ["note", "warning", "error"];

    private readonly Problems problems;
    private readonly Values values;

    private ThresholdFileReader(Problems problems)
    {
        this.problems = problems;
        values = new Values(problems);
    }

    /// <summary>Reads the file that a gate's <c>thresholds-file</c> names.</summary>
    /// <exception cref="UsageException">It is not there, or not valid.</exception>
    public static ThresholdFile Open(ISourceTree tree, string path, string gate)
    {
        if (!tree.Exists(path))
        {
            throw new UsageException($"{gate}: `thresholds-file`: {path} {tree.WhyAbsent(path)}");
        }

        using var content = tree.Open(path);
        try
        {
            return Read(DocumentText.Read(content, path, new DocumentLimits()), path);
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <exception cref="UsageException">The text is not valid; the message names every problem.</exception>
    public static ThresholdFile Read(string text, string path)
    {
        try
        {
            var documents = YamlReader.Read(text, path);
            if (documents is not [var root])
            {
                throw new UsageException($"{Say.Path(path)}: is not one document; it holds `version: 1` and any of `global:`, `mode:` and `service:`");
            }

            var reader = new ThresholdFileReader(new Problems(path));
            var file = reader.ReadRoot(root, path);
            reader.problems.ThrowIfAny();
            return file;
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private ThresholdFile ReadRoot(DocumentNode root, string path)
    {
        var file = new ThresholdFile(path);
        MapReader.Read(root, "", problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["version"] = values.Version,
            ["global"] = (node, key) => file = file with { Global = ReadLevel(node, key) },
            ["mode"] = (node, key) => file = file with { Modes = ReadLevels(node, key) },
            ["service"] = (node, key) => file = file with { Services = ReadLevels(node, key) },
        });
        if (root.Get("version") is null)
        {
            problems.Add(Place.From(root), "version", "is missing; write `version: 1`");
        }

        return file;
    }

    private Dictionary<string, IReadOnlyList<ThresholdEntry>> ReadLevels(DocumentNode node, string key)
    {
        var levels = new Dictionary<string, IReadOnlyList<ThresholdEntry>>(StringComparer.Ordinal);
        foreach (var entry in MapReader.Entries(node, key, problems))
        {
            levels[entry.Key] = ReadLevel(entry.Node, Say.Key(key, entry.Key));
        }

        return levels;
    }

    private List<ThresholdEntry> ReadLevel(DocumentNode node, string key)
    {
        var entries = new List<ThresholdEntry>();
        foreach (var entry in MapReader.Entries(node, key, problems))
        {
            var name = Say.Key(key, entry.Key);
            try
            {
                var metric = MetricName.Parse(entry.Key);
                entries.AddRange(ReadMetric(entry.Node, name, metric));
            }
            catch (FormatException e)
            {
                problems.Add(Place.From(entry), name, e.Message);
            }
        }

        foreach (var twice in entries.GroupBy(entry => entry.Key).Where(group => group.Count() > 1))
        {
            problems.Add(
                new Place(twice.Last().Line, 1),
                key,
                $"has two limits for {twice.Key.Aggregation} of {Say.Path(twice.Key.Metric.ToString())} with the severity {twice.Key.Severity.ToString().ToLowerInvariant()}; one of them would never count");
        }

        return entries;
    }

    /// <summary>A list is of errors; a map has a list for each severity.</summary>
    private List<ThresholdEntry> ReadMetric(DocumentNode node, string key, MetricName metric)
    {
        if (node.Kind == NodeKind.Sequence)
        {
            return ReadList(node, key, metric, Severity.Error);
        }

        if (node.Kind != NodeKind.Map)
        {
            problems.Add(
                node,
                key,
                $"{Say.Value(node)} is not a list of limits; write for example [\"p(95) < 500\"], or a list for each of {Say.List(Severities)}");
            return [];
        }

        var entries = new List<ThresholdEntry>();
        MapReader.Read(node, key, problems, Enum.GetValues<Severity>().ToDictionary(
            severity => severity.ToString().ToLowerInvariant(),
            severity => new Action<DocumentNode, string>((list, name) => entries.AddRange(ReadList(list, name, metric, severity))),
            StringComparer.Ordinal));
        return entries;
    }

    private List<ThresholdEntry> ReadList(DocumentNode node, string key, MetricName metric, Severity severity)
    {
        if (node.Kind != NodeKind.Sequence)
        {
            problems.Add(node, key, $"{Say.Value(node)} is not a list of limits; write for example [\"p(95) < 500\"]");
        }

        var entries = new List<ThresholdEntry>();
        foreach (var (item, index) in node.Items.Select((item, index) => (item, index)))
        {
            try
            {
                entries.Add(new ThresholdEntry(metric, ThresholdExpression.Parse(item.IsString ? item.Text : ""), severity, item.Line));
            }
            catch (FormatException e)
            {
                problems.Add(item, Say.Item(key, index), $"{Say.Value(item)} {e.Message}");
            }
        }

        return entries;
    }
}
