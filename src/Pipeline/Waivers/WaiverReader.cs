using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Globs;
using Gates.Formats.Settings;
using Gates.Pipeline.Recognition;

namespace Gates.Pipeline.Waivers;

/// <summary>Reads the waivers' file. Everything that is wrong with it is reported at once, each with its place.</summary>
internal sealed class WaiverReader
{
    public const int DefaultMaxDays = 365;
    public const int MaxDays = 3_650;
    public const int MaxCount = 2_000;
    public const int MaxTextLength = 500;

    /// <summary>What is wrong with a glob that names no file by its name, in words that follow it: it would make the gate mute.</summary>
    public const string CoversEverything = "covers every file; name a folder or a kind of file, such as \"docs/**\"";

    /// <summary>The commonest of such globs, for editors; the reader knows all spellings.</summary>
    public static IReadOnlyList<string> Everything { get; } = ["**", "**/*", "**/**", "*/**", "**/*.*", "*"];

    private static readonly SettingType Text = new(SettingKind.Text);
    private static readonly SettingType Days = new(SettingKind.Integer) { Min = 1, Max = MaxDays };

    private readonly Problems problems;
    private readonly Values values;
    private readonly SettingReader scalars;
    private readonly DateOnly today;
    private int maxDays = DefaultMaxDays;

    private WaiverReader(Problems problems, DateOnly today)
    {
        this.problems = problems;
        this.today = today;
        values = new Values(problems);
        scalars = new SettingReader(problems);
    }

    /// <exception cref="UsageException">The text is not valid; the message names every problem.</exception>
    public static (int MaxDays, IReadOnlyList<Waiver> Waivers) Read(string text, string path, DateOnly today)
    {
        try
        {
            var documents = YamlReader.Read(text, path);
            if (documents is not [var root])
            {
                throw new UsageException($"{Say.Path(path)}: is not one document; it holds `version: 1` and `waivers:`");
            }

            var reader = new WaiverReader(new Problems(path), today);
            var waivers = reader.ReadRoot(root);
            reader.problems.ThrowIfAny();
            return (reader.maxDays, waivers);
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private List<Waiver> ReadRoot(DocumentNode root)
    {
        DocumentNode? list = null;
        MapReader.Read(root, "", problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["version"] = values.Version,
            ["max-days"] = (node, key) => maxDays = (int)((long?)scalars.Read(node, key, Days) ?? DefaultMaxDays),
            ["waivers"] = (node, _) => list = node,
        });
        foreach (var missing in new[] { "version", "waivers" }.Where(key => root.Get(key) is null))
        {
            problems.Add(Place.From(root), missing, missing == "version" ? "is missing; write `version: 1`" : "is missing; write `waivers: []` when there is none");
        }

        // After the map, because `max-days` may stand below the waivers.
        return list is null or { Kind: NodeKind.Scalar, Value: null } ? [] : ReadList(list);
    }

    private List<Waiver> ReadList(DocumentNode list)
    {
        if (list.Kind != NodeKind.Sequence)
        {
            problems.Add(list, "waivers", $"{Say.Value(list)} is not a list; begin each waiver with `- gate: …`");
        }
        else if (list.Items.Count > MaxCount)
        {
            problems.Add(list, "waivers", string.Create(CultureInfo.InvariantCulture, $"has {list.Items.Count} entries; at most {MaxCount} are possible"));
            return [];
        }

        return [.. list.Items.Select((item, i) => ReadWaiver(item, Say.Item("waivers", i)))];
    }

    private Waiver ReadWaiver(DocumentNode node, string key)
    {
        var waiver = new Waiver { Gate = "", Reason = "", Owner = "", Added = default, Expires = default, Line = node.Line };
        MapReader.Read(node, key, problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["gate"] = (value, name) => waiver = waiver with { Gate = ReadGate(value, name) },
            ["rule"] = (value, name) => waiver = waiver with { Rule = ReadText(value, name) },
            ["path"] = (value, name) => waiver = waiver with { Path = ReadPath(value, name) },
            ["fingerprint"] = (value, name) => waiver = waiver with { Fingerprint = ReadFingerprint(value, name) },
            ["reason"] = (value, name) => waiver = waiver with { Reason = ReadSaid(value, name) },
            ["owner"] = (value, name) => waiver = waiver with { Owner = ReadSaid(value, name) },
            ["ticket"] = (value, name) => waiver = waiver with { Ticket = ReadText(value, name) },
            ["added"] = (value, name) => waiver = waiver with { Added = values.Day(value, name) ?? default },
            ["expires"] = (value, name) => waiver = waiver with { Expires = values.Day(value, name) ?? default },
        });
        if (node.Kind == NodeKind.Scalar && node.Value is null)
        {
            problems.Add(node, key, "is empty; write `- gate: …` with the finding that is accepted, or remove it");
        }
        else if (node.Kind == NodeKind.Map)
        {
            CheckKeys(node, key);
            CheckDays(node, key, waiver);
        }

        return waiver;
    }

    private void CheckKeys(DocumentNode node, string key)
    {
        foreach (var (name, advice) in Required.Where(required => node.Get(required.Key) is null))
        {
            problems.Add(node, Say.Key(key, name), "is missing; " + advice);
        }

        switch (node.Get("path"), node.Get("fingerprint"))
        {
            case (null, null):
                problems.Add(node, key, "covers every finding of the gate, which would make it mute; name a `path` or a `fingerprint`");
                break;
            case (null, { IsString: true } fingerprint) when new Fingerprint(fingerprint.Text).IsShort:
                problems.Add(fingerprint, Say.Key(key, "fingerprint"), "is of 16 bits, because its value could be guessed, and means one finding only together with its `rule` and the `path` of its file");
                break;
            case (not null, { IsString: true } fingerprint) when new Fingerprint(fingerprint.Text).IsShort && node.Get("rule") is null:
                problems.Add(fingerprint, Say.Key(key, "fingerprint"), "is of 16 bits, because its value could be guessed, and means one finding only together with its `rule`");
                break;
            case (not null, { IsString: true } fingerprint) when new Fingerprint(fingerprint.Text).IsShort:
                break;
            case (not null, { } fingerprint):
                problems.Add(fingerprint, Say.Key(key, "fingerprint"), "a fingerprint is one finding wherever it stands; remove it, or `path`");
                break;
        }
    }

    private static readonly (string Key, string Advice)[] Required =
    [
        ("gate", "name the gate whose findings are accepted"),
        ("reason", "say why the findings are accepted"),
        ("owner", "name who answers for it, such as \"@acme/docs\""),
        ("added", "write the day of the decision, such as 2026-11-22"),
        ("expires", "every waiver ends; write a day, such as 2027-01-31"),
    ];

    private void CheckDays(DocumentNode node, string key, Waiver waiver)
    {
        if (waiver.Added == default || waiver.Expires == default)
        {
            return;
        }

        // A day of grace: it is tomorrow already where the author lives.
        if (waiver.Added > today.AddDays(1))
        {
            problems.Add(node.Get("added")!, Say.Key(key, "added"), "is a day to come; write the day of the decision, from which `max-days` counts");
        }

        var last = waiver.Added.AddDays(Math.Min(maxDays, DateOnly.MaxValue.DayNumber - waiver.Added.DayNumber));
        if (waiver.Expires < waiver.Added)
        {
            problems.Add(node.Get("expires")!, Say.Key(key, "expires"), "is before `added`");
        }
        else if (waiver.Expires > last)
        {
            problems.Add(node.Get("expires")!, Say.Key(key, "expires"), string.Create(
                CultureInfo.InvariantCulture, $"is more than {maxDays} days (`max-days`) after `added`; the last possible day is {last:yyyy-MM-dd}"));
        }
    }

    private string ReadGate(DocumentNode node, string key)
    {
        var text = ReadText(node, key);
        if (text.Length > 0 && GateId.Refuse(text) is { } refusal)
        {
            problems.Add(node, key, $"{Say.Quote(text)} {refusal}");
        }
        else if (text == WaiverFile.GateId)
        {
            problems.Add(node, key, "waivers cannot be waived; mend or remove the waiver that it reports");
        }

        return text;
    }

    private string? ReadPath(DocumentNode node, string key)
    {
        var path = values.Glob(node, key);
        if (path is not null && GlobReach.CoversEverything(path))
        {
            problems.Add(node, key, $"{Say.Quote(path)} {CoversEverything}");
        }

        return path ?? "";
    }

    private string ReadFingerprint(DocumentNode node, string key)
    {
        if (node.IsString && !Fingerprint.IsValid(node.Text))
        {
            problems.Add(node, key, $"{Say.Quote(node.Text)} is not a fingerprint; it is {Fingerprint.Forms}, as results.json has it; `gates waive` fills it in from a part of it");
        }

        return ReadText(node, key);
    }

    private string ReadSaid(DocumentNode node, string key)
    {
        var text = ReadText(node, key);
        if (!string.IsNullOrWhiteSpace(text) && Waiver.IsPlaceholder(text))
        {
            problems.Add(node, key, $"{Say.Quote(text)} is a placeholder; write what it stands for");
        }

        return text;
    }

    private string ReadText(DocumentNode node, string key)
    {
        var text = scalars.Read(node, key, Text) as string ?? "";
        if (node.IsString && string.IsNullOrWhiteSpace(text))
        {
            problems.Add(node, key, "is empty");
        }
        else if (text.Length > MaxTextLength)
        {
            problems.Add(node, key, string.Create(CultureInfo.InvariantCulture, $"has {text.Length} characters; at most {MaxTextLength} are possible"));
        }

        return text;
    }
}
