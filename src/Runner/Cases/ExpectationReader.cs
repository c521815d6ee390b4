using System.Text.RegularExpressions;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Cases;

/// <summary>Reads <c>expected.json</c>, with every problem at its place.</summary>
internal sealed class ExpectationReader(Problems problems)
{
    private static readonly SettingType Text = new(SettingKind.Text);
    private static readonly SettingType Flag = new(SettingKind.Boolean);
    private static readonly SettingType LineNumber = new(SettingKind.Integer) { Min = 1, Max = int.MaxValue };
    private static readonly string[] Verdicts = ["passed", "warned", "failed", "errored", "skipped"];
    private static readonly string[] Severities = ["error", "warning", "note"];

    private readonly SettingReader values = new(problems);

    /// <exception cref="UsageException">Something in it is wrong or missing.</exception>
    public (CaseExpectation Expectation, DocumentNode? Settings, IReadOnlyDictionary<string, IReadOnlyList<string>>? Facts) Read(DocumentNode root)
    {
        Verdict? verdict = null;
        DocumentNode? settings = null;
        IReadOnlyDictionary<string, IReadOnlyList<string>>? facts = null;
        Regex? error = null;
        IReadOnlyList<ExpectedFinding> findings = [];
        IReadOnlyDictionary<string, string>? outputs = null;
        var nothing = false;
        string? source = null;
        MapReader.Read(root, "", problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["settings"] = (node, _) => settings = node,
            ["facts"] = (node, key) => facts = new FactsReader(problems).Read(node, key),
            ["verdict"] = (node, key) => verdict = ReadChoice<Verdict>(node, key, Verdicts),
            ["error"] = (node, key) => error = ReadPattern(node, key),
            ["findings"] = (node, key) => findings = ReadFindings(node, key),
            ["outputs"] = (node, key) => outputs = ReadOutputs(node, key),
            ["source"] = (node, key) => source = ReadText(node, key),
            ["nothing"] = (node, key) => nothing = values.Read(node, key, Flag) is true,
        });
        if (verdict is null && root.Get("verdict") is null)
        {
            problems.Add(root, "verdict", $"is missing; valid: {Say.List(Verdicts)}");
        }

        problems.ThrowIfAny();
        return (new CaseExpectation(verdict!.Value, error, findings, nothing) { Outputs = outputs, Source = source }, settings, facts);
    }

    private List<ExpectedFinding> ReadFindings(DocumentNode node, string key)
    {
        if (node.Kind != NodeKind.Sequence)
        {
            problems.Add(node, key, $"{Say.Value(node)} is not a list");
        }

        return [.. node.Items.Select((item, i) => ReadFinding(item, Say.Item(key, i)))];
    }

    private ExpectedFinding ReadFinding(DocumentNode node, string key)
    {
        var finding = new ExpectedFinding("", Severity.Error, null, null, null);
        MapReader.Read(node, key, problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["rule"] = (value, name) => finding = finding with { Rule = ReadText(value, name) ?? "" },
            ["severity"] = (value, name) => finding = finding with { Severity = ReadChoice<Severity>(value, name, Severities) ?? default },
            ["path"] = (value, name) => finding = finding with { Path = ReadText(value, name) },
            ["line"] = (value, name) => finding = finding with { Line = (int?)(long?)values.Read(value, name, LineNumber) },
            ["message"] = (value, name) => finding = finding with { Message = ReadPattern(value, name) },
            ["fix"] = (value, name) => finding = value is { Kind: NodeKind.Scalar, Value: null }
                ? finding with { IsWithoutFix = true }
                : finding with { Fix = ReadFix(value, name) },
        });
        foreach (var missing in new[] { "rule", "severity" }.Where(name => node.Kind == NodeKind.Map && node.Get(name) is null))
        {
            problems.Add(
                node,
                Say.Key(key, missing),
                missing == "rule" ? "is missing; name the rule that the policy reports" : $"is missing; valid: {Say.List(Severities)}");
        }

        return finding;
    }

    private Fix ReadFix(DocumentNode node, string key)
    {
        var fix = new Fix("", "");
        MapReader.Read(node, key, problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["replace"] = (value, name) => fix = fix with { Replace = ReadText(value, name) ?? "" },
            ["with"] = (value, name) => fix = fix with { With = ReadText(value, name) ?? "" },
        });
        foreach (var missing in new[] { "replace", "with" }.Where(name => node.Kind == NodeKind.Map && node.Get(name) is null))
        {
            problems.Add(node, Say.Key(key, missing), "is missing; a fix is {\"replace\": \"…\", \"with\": \"…\"}");
        }

        return fix;
    }

    private Dictionary<string, string> ReadOutputs(DocumentNode node, string key) => MapReader.Entries(node, key, problems)
        .Select(entry => (entry.Key, Value: ReadText(entry.Node, Say.Key(key, entry.Key)) ?? ""))
        .ToDictionary(StringComparer.Ordinal);

    private TEnum? ReadChoice<TEnum>(DocumentNode node, string key, IReadOnlyList<string> choices)
        where TEnum : struct, Enum =>
        values.Read(node, key, Text with { OneOf = choices }) is string text ? Enum.Parse<TEnum>(text, ignoreCase: true) : null;

    private string? ReadText(DocumentNode node, string key) => (string?)values.Read(node, key, Text);

    private Regex? ReadPattern(DocumentNode node, string key)
    {
        if (ReadText(node, key) is not { } pattern)
        {
            return null;
        }

        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException e)
        {
            problems.Add(node, key, $"{Say.Value(node)} is not a regular expression: {e.Message}");
            return null;
        }
    }
}
