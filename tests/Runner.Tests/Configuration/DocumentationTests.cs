using System.Text;
using Gates.Formats.Settings;
using Gates.Pipeline.Waivers;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Folders;
using Gates.Runner.Configuration.Policies;
using Support;
using Xunit;

namespace Runner.Tests.Configuration;

public sealed class DocumentationTests
{
    private const string Start = "<!-- generated: gates, from the code; UPDATE_DOCS=1 renews it -->";
    private const string End = "<!-- end of generated -->";

    [Fact]
    public void The_documented_gates_and_options_are_those_of_the_code()
    {
        var text = File.ReadAllText(Repository.Combine("docs", "configuration.md"));
        var (start, end) = (text.IndexOf(Start, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));

        Generated.Check("docs/configuration.md", text[..(start + Start.Length)] + "\n" + Tables() + text[end..]);
    }

    [Fact]
    public void Every_example_in_the_documentation_is_valid()
    {
        var examples = Blocks(File.ReadAllText(Repository.Combine("docs", "configuration.md")), "yaml").ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, example => ConfigurationReader.Read(example, "docs/configuration.md"));
    }

    [Fact]
    public void Every_folders_file_in_the_documentation_is_valid()
    {
        var root = ConfigurationReader.Read("version: 1\ngates: { dlp-scan: { mode: warn } }\n", "gates.yml");
        var examples = Blocks(File.ReadAllText(Repository.Combine("docs", "configuration.md")), "yaml folder").ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, example => FolderGates.AddTo(root, new MemoryTree(("services/pay/.gates.yml", example))));
    }

    [Fact]
    public void Every_waiver_in_the_documentation_is_valid()
    {
        var examples = Blocks(File.ReadAllText(Repository.Combine("docs", "configuration.md")), "yaml waivers").ToList();

        Assert.All(examples, example => Assert.NotEmpty(WaiverFile.Read(example, "docs/configuration.md", new DateOnly(2026, 11, 22)).Waivers));
        Assert.NotEmpty(examples);
    }

    [Fact]
    public void Every_manifest_in_the_documentation_is_valid()
    {
        var examples = Blocks(File.ReadAllText(Repository.Combine("docs", "configuration.md")), "json").ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, example => PolicyManifest.Read(example, "docs/configuration.md"));
    }

    [Fact]
    public void Every_key_of_a_gate_is_documented()
    {
        var text = File.ReadAllText(Repository.Combine("docs", "configuration.md"));
        var keys = ConfigurationSchema.Create()["properties"]!["gates"]!["additionalProperties"]!["properties"]!.AsObject().Select(p => p.Key);

        Assert.All(keys, key => Assert.Contains($"| `{key}` |", text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Blocks(string text, string language)
    {
        foreach (var part in text.Split("```" + language + "\n").Skip(1))
        {
            yield return part[..part.IndexOf("```", StringComparison.Ordinal)];
        }
    }

    private static string Tables()
    {
        var text = new StringBuilder();
        foreach (var entry in Catalogue.Entries())
        {
            text.Append($"\n### `{entry.Id}`: {entry.Title}\n\n");
            text.Append(entry.Description.Length > 0 ? entry.Description + "\n\n" : "");
            text.Append("| option | type | default | meaning |\n| --- | --- | --- | --- |\n");
            foreach (var setting in entry.AllSettings())
            {
                var value = setting.Required ? "required" : setting.Default is null ? "" : $"`{SettingJson.ToText(setting.Default)}`";
                text.Append($"| `{setting.Name}` | {Cell(setting.Type.Describe())} | {Cell(value)} | {Cell(setting.Description)} |\n");
            }

            if (entry.Facts is { Count: > 0 } facts)
            {
                text.Append("\nLooks at " + string.Join("; ", facts.Select(f => $"{f.Key}: {string.Join(", ", f.Value.Select(g => $"`{g}`"))}")) + ".\n");
            }
        }

        return text.Append('\n').ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
