using System.Text.RegularExpressions;
using Gates.Formats.Documents;
using Gates.Formats.Settings;

namespace Gates.Runner.Configuration;

/// <summary>Reads the key <c>break-glass</c>.</summary>
internal sealed partial class BreakGlassReader(Problems problems)
{
    private static readonly SettingType Text = new(SettingKind.Text);
    private static readonly SettingType Days = new(SettingKind.Integer) { Min = 1, Max = BreakGlass.MaxDays };

    private readonly SettingReader values = new(problems);

    public BreakGlass Read(DocumentNode node, string key)
    {
        var settings = new BreakGlass("", [], BreakGlass.DefaultDays);
        MapReader.Read(node, key, problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["label"] = (value, name) => settings = settings with { Label = ReadLabel(value, name) },
            ["by"] = (value, name) => settings = settings with { By = ReadBy(value, name) },
            ["days"] = (value, name) => settings = settings with { Days = (int)((long?)values.Read(value, name, Days) ?? BreakGlass.DefaultDays) },
        });
        foreach (var missing in new[] { "label", "by" }.Where(name => node.Get(name) is null))
        {
            problems.Add(node, Say.Key(key, missing), missing == "label"
                ? "is missing; name the label, such as gates-override"
                : "is missing; name who may put the label on, such as [\"@acme/release-managers\"]");
        }

        return settings;
    }

    private string ReadLabel(DocumentNode node, string key)
    {
        var label = values.Read(node, key, Text) as string ?? "";
        if (node.IsString && (string.IsNullOrWhiteSpace(label) || label.Length > BreakGlass.MaxLabelLength || label.Any(char.IsControl)))
        {
            problems.Add(
                node, key, FormattableString.Invariant($"{Say.Value(node)} is not the name of a label, which has 1 to {BreakGlass.MaxLabelLength} characters"));
        }

        return label.Trim();
    }

    private List<string> ReadBy(DocumentNode node, string key)
    {
        if (node.Kind != NodeKind.Sequence || node.Items.Count is 0 or > BreakGlass.MaxBy)
        {
            var most = FormattableString.Invariant($"1 to {BreakGlass.MaxBy}");
            problems.Add(node, key, $"{Say.Value(node)} is not a list of {most} people and teams, such as [\"@acme/release-managers\"]");
            return [];
        }

        foreach (var item in node.Items.Where(item => !item.IsString || !Name().IsMatch(item.Text)))
        {
            problems.Add(item, key, $"{Say.Value(item)} is neither \"@login\" nor \"@organisation/team\"");
        }

        return [.. node.Items.Where(item => item.IsString).Select(item => item.Text).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    [GeneratedRegex(BreakGlass.ByPattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
