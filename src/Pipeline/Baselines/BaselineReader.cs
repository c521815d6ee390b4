using System.Text.RegularExpressions;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;
using Gates.Pipeline.Recognition;

namespace Gates.Pipeline.Baselines;

/// <summary>Reads the baseline. Programs write it and people resolve its merge conflicts, so it is read strictly, with places.</summary>
internal sealed partial class BaselineReader
{
    public const string SaltPattern = "^[0-9a-f]{64}$";

    private static readonly SettingType Text = new(SettingKind.Text);
    private static readonly SettingType Positive = new(SettingKind.Integer) { Min = 1, Max = int.MaxValue };

    private readonly Problems problems;
    private readonly Values values;
    private readonly SettingReader scalars;

    private BaselineReader(Problems problems)
    {
        this.problems = problems;
        values = new Values(problems);
        scalars = new SettingReader(problems);
    }

    /// <exception cref="UsageException">The text is not valid; the message names every problem.</exception>
    public static Baseline Read(string text, string path, DocumentLimits? limits = null)
    {
        try
        {
            var reader = new BaselineReader(new Problems(path));
            var baseline = reader.ReadRoot(JsonReader.Read(text, path, limits), path);
            reader.problems.ThrowIfAny();
            return baseline;
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private Baseline ReadRoot(DocumentNode root, string path)
    {
        byte[] salt = [];
        List<BaselineEntry> entries = [];
        List<BaselineGrowth> growths = [];
        MapReader.Read(root, "", problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["version"] = values.Version,
            ["salt"] = (node, key) => salt = ReadSalt(node, key),
            ["grown"] = (node, key) => growths = ReadList(node, key, ReadGrowth),
            ["findings"] = (node, key) => entries = ReadList(node, key, ReadEntry),
        });
        Demand(root, "", ["version", "findings"]);
        return new Baseline { Path = path, Salt = salt, Entries = entries, Growths = growths };
    }

    private List<T> ReadList<T>(DocumentNode node, string key, Func<DocumentNode, string, T> read)
    {
        if (node.Kind != NodeKind.Sequence)
        {
            problems.Add(node, key, $"{Say.Value(node)} is not a list");
        }

        return [.. node.Items.Select((item, i) => read(item, Say.Item(key, i)))];
    }

    private BaselineEntry ReadEntry(DocumentNode node, string key)
    {
        var entry = new BaselineEntry("", "", null, null, "");
        MapReader.Read(node, key, problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["gate"] = (value, name) => entry = entry with { Gate = ReadText(value, name) },
            ["rule"] = (value, name) => entry = entry with { Rule = ReadText(value, name) },
            ["path"] = (value, name) => entry = entry with { Path = ReadText(value, name) },
            ["line"] = (value, name) => entry = entry with { Line = (int?)(long?)scalars.Read(value, name, Positive) },
            ["fingerprint"] = (value, name) => entry = entry with { Fingerprint = ReadFingerprint(value, name) },
        });
        Demand(node, key, entry.Fingerprint.IsShort ? ["gate", "rule", "path", "fingerprint"] : ["gate", "rule", "fingerprint"]);
        return entry;
    }

    private BaselineGrowth ReadGrowth(DocumentNode node, string key)
    {
        var growth = new BaselineGrowth(default, "", 0);
        MapReader.Read(node, key, problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["on"] = (value, name) => growth = growth with { On = values.Day(value, name) ?? default },
            ["reason"] = (value, name) => growth = growth with { Reason = ReadText(value, name) },
            ["added"] = (value, name) => growth = growth with { Added = (int)((long?)scalars.Read(value, name, Positive) ?? 0) },
        });
        Demand(node, key, ["on", "reason", "added"]);
        return growth;
    }

    private void Demand(DocumentNode node, string key, IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => node.Kind == NodeKind.Map && node.Get(name) is null))
        {
            problems.Add(node, Say.Key(key, name), "is missing; `gates baseline` writes this file");
        }
    }

    private byte[] ReadSalt(DocumentNode node, string key)
    {
        if (node.IsString && IsSalt().IsMatch(node.Text))
        {
            return Convert.FromHexString(node.Text);
        }

        // The value itself stays out of the message.
        problems.Add(node, key, "is not 64 lower-case hexadecimal digits; restore it from git, because every identity depends on it");
        return [];
    }

    private string ReadFingerprint(DocumentNode node, string key)
    {
        var text = ReadText(node, key);
        if (text.Length > 0 && !Fingerprint.IsValid(text))
        {
            problems.Add(node, key, $"{Say.Quote(text)} is not a fingerprint; it is {Fingerprint.Forms}");
        }

        return text;
    }

    private string ReadText(DocumentNode node, string key) => scalars.Read(node, key, Text) as string ?? "";

    [GeneratedRegex("^[0-9a-f]{64}\\z", RegexOptions.None, 1000)]
    private static partial Regex IsSalt();
}
