using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Attestation.Controls.Assertions;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Globs;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls;

/// <summary>Reads a control catalogue. Everything that is wrong with it is reported at once, each with its place.</summary>
internal sealed partial class CatalogueReader
{
    public const int MaxControls = 500;
    public const int MaxTextLength = 1_000;
    public const string IdPattern = "^[A-Za-z][A-Za-z0-9._-]{0,62}$";

    private static readonly SettingType Text = new(SettingKind.Text);

    private readonly Problems problems;
    private readonly SettingReader scalars;
    private readonly AssertionReader assertions;

    private CatalogueReader(string path)
    {
        problems = new Problems(path);
        scalars = new SettingReader(problems);
        assertions = new AssertionReader(problems);
    }

    /// <exception cref="UsageException">The text is not valid; the message names every problem.</exception>
    /// <exception cref="DocumentException">The text is not YAML.</exception>
    public static ControlCatalogue Read(string text, string path, string digest)
    {
        if (YamlReader.Read(text, path, ControlCatalogue.Limits) is not [var root])
        {
            throw new UsageException($"{Say.Path(path)}: is not one document; it holds `schema: 1` and `controls:`");
        }

        var reader = new CatalogueReader(path);
        var catalogue = reader.ReadRoot(root, path, digest);
        reader.problems.ThrowIfAny();
        return catalogue;
    }

    private ControlCatalogue ReadRoot(DocumentNode root, string path, string digest)
    {
        var catalogue = new ControlCatalogue { Path = path, Digest = digest, Controls = [] };
        MapReader.Read(root, "", problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["schema"] = ReadSchema,
            ["title"] = (node, key) => catalogue = catalogue with { Title = ReadText(node, key) },
            ["version"] = (node, key) => catalogue = catalogue with { Version = ReadVersion(node, key) },
            ["not-covered"] = (node, key) => catalogue = catalogue with { NotCovered = ReadTexts(node, key) },
            ["controls"] = (node, key) => catalogue = catalogue with { Controls = ReadControls(node, key) },
        });
        foreach (var (key, advice) in new[] { ("schema", "write `schema: 1`"), ("controls", "list the controls, each with `- id: …`") }.Where(one => root.Get(one.Item1) is null))
        {
            problems.Add(Place.From(root), key, "is missing; " + advice);
        }

        return catalogue;
    }

    private void ReadSchema(DocumentNode node, string key)
    {
        if (node.Value is not (1L or 1.0))
        {
            problems.Add(node, key, $"{Say.Value(node)} is not a version of catalogues that this program reads; valid: 1");
        }
    }

    private List<Control> ReadControls(DocumentNode node, string key)
    {
        if (node.Kind != NodeKind.Sequence || node.Items.Count is 0 or > MaxControls)
        {
            problems.Add(node, key, node.Kind != NodeKind.Sequence
                ? $"{Say.Value(node)} is not a list; begin each control with `- id: …`"
                : string.Create(CultureInfo.InvariantCulture, $"has {node.Items.Count} controls; from 1 to {MaxControls} are possible"));
            return [];
        }

        var controls = new List<Control>();
        var known = new Dictionary<string, Control>(StringComparer.OrdinalIgnoreCase);
        foreach (var (item, index) in node.Items.Select((item, index) => (item, index)))
        {
            var control = ReadControl(item, Say.Item(key, index));
            controls.Add(control);
            if (control.Id.Length > 0 && !known.TryAdd(control.Id, control))
            {
                problems.Add(item.Get("id")!, Say.Key(Say.Item(key, index), "id"), string.Create(
                    CultureInfo.InvariantCulture, $"{Say.Quote(control.Id)} is the id of the control on line {known[control.Id].Line} already; upper and lower case are the same here"));
            }
        }

        return controls;
    }

    private Control ReadControl(DocumentNode node, string key)
    {
        var control = new Control { Id = "", Name = "", Line = node.Line };
        MapReader.Read(node, key, problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["id"] = (value, name) => control = control with { Id = ReadId(value, name) },
            ["name"] = (value, name) => control = control with { Name = ReadText(value, name) ?? "" },
            ["claim"] = (value, name) => control = control with { Claim = ReadText(value, name) },
            ["owner"] = (value, name) => control = control with { Owner = ReadText(value, name) },
            ["frameworks"] = (value, name) => control = control with { Frameworks = ReadFrameworks(value, name) },
            ["not-applicable"] = (value, name) => control = control with { NotApplicable = ReadText(value, name) ?? "" },
            ["not-covered"] = (value, name) => control = control with { NotCovered = ReadTexts(value, name) },
            ["evidence"] = (value, name) => control = control with { Evidence = ReadEvidence(value, name) },
            ["assert"] = (value, name) => control = control with { Assertions = ReadAssertions(value, name) },
        });
        if (node.Kind == NodeKind.Map)
        {
            foreach (var (name, advice) in Required.Where(one => node.Get(one.Key) is null && (one.Key != "evidence" || control.NotApplicable is null)))
            {
                problems.Add(node, Say.Key(key, name), "is missing; " + advice);
            }
        }

        return control;
    }

    private static readonly (string Key, string Advice)[] Required =
    [
        ("id", "give the control an id, such as SC-01"),
        ("name", "say in a few words what the control is"),
        ("evidence", "list the files that show it, or say why it does not apply with `not-applicable: …`"),
    ];

    private string ReadId(DocumentNode node, string key)
    {
        var id = ReadText(node, key) ?? "";
        if (id.Length > 0 && !IsId().IsMatch(id))
        {
            problems.Add(node, key, $"{Say.Quote(id)} is not an id; it begins with a letter and has letters, digits, '.', '_' and '-', at most 63, such as SC-01");
        }

        return id;
    }

    private List<FrameworkRequirement> ReadFrameworks(DocumentNode node, string key)
    {
        var found = new List<FrameworkRequirement>();
        foreach (var (item, name) in Items(node, key, "requirements"))
        {
            if (ReadText(item, name) is { } text)
            {
                if (FrameworkRequirement.Parse(text) is { } one)
                {
                    found.Add(one);
                }
                else
                {
                    problems.Add(item, name, $"{Say.Quote(text)} is not a requirement; write framework:requirement or framework:version:requirement, such as SOC2:CC8.1 or ISO27001:2022:A.8.32");
                }
            }
        }

        return found;
    }

    /// <summary>Each is a glob, or a map with one under <c>path</c>.</summary>
    private List<string> ReadEvidence(DocumentNode node, string key)
    {
        var globs = new List<string>();
        foreach (var (item, name) in Items(node, key, "globs"))
        {
            var (written, place) = (item, name);
            if (item.Kind == NodeKind.Map)
            {
                MapReader.Read(item, name, problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal) { ["path"] = (value, inner) => (written, place) = (value, inner) });
                if (item.Get("path") is null)
                {
                    problems.Add(item, Say.Key(name, "path"), "is missing; name a file or a glob below the evidence folder");
                    continue;
                }
            }

            if (ReadText(written, place) is { } text)
            {
                globs.Add(text);
                if (Glob.Refuse(text) is { } refusal)
                {
                    problems.Add(written, place, $"{Say.Quote(text)} {refusal}");
                }
            }
        }

        return globs;
    }

    private List<ControlAssertion> ReadAssertions(DocumentNode node, string key) =>
        [.. Items(node, key, "assertions").Select(one => assertions.Read(one.Node, one.Key)).OfType<ControlAssertion>()];

    private List<string> ReadTexts(DocumentNode node, string key) => [.. Items(node, key, "texts").Select(one => ReadText(one.Node, one.Key)).OfType<string>()];

    private IEnumerable<(DocumentNode Node, string Key)> Items(DocumentNode node, string key, string what)
    {
        if (node.Kind != NodeKind.Sequence || node.Items.Count == 0)
        {
            problems.Add(node, key, $"{(node.Kind == NodeKind.Sequence ? "an empty list" : Say.Value(node))} is not a list of {what}; leave the key out when there is none");
            return [];
        }

        return node.Items.Select((item, index) => (item, Say.Item(key, index)));
    }

    /// <summary>A version is often a number to YAML: 1.0 stays what it says.</summary>
    private string? ReadVersion(DocumentNode node, string key) => node is { Kind: NodeKind.Scalar, Value: long or double } ? node.Text : ReadText(node, key);

    private string? ReadText(DocumentNode node, string key)
    {
        var text = scalars.Read(node, key, Text) as string;
        if (text is not null && (string.IsNullOrWhiteSpace(text) || text.Length > MaxTextLength))
        {
            problems.Add(node, key, string.IsNullOrWhiteSpace(text) ? "is empty" : string.Create(CultureInfo.InvariantCulture, $"has {text.Length} characters; at most {MaxTextLength} are possible"));
            return null;
        }

        return text?.Trim();
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9._-]{0,62}\z", RegexOptions.None, 1000)]
    private static partial Regex IsId();
}
