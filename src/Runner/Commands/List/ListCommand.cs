using System.CommandLine;
using System.Text;
using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Commands.List;

/// <summary><c>gates list</c>: what can be configured.</summary>
internal static class ListCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The list was shown.",
        Examples =
        [
            new("gates list", "What can be configured, in words."),
            new("gates list --schema > gates.schema.json", "The schema for an editor."),
        ],
    };

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print the catalogue as JSON." };
        var schema = new Option<bool>("--schema") { Description = "Print the JSON Schema of the configuration, for editors." };
        var command = new Verb("list", "List the gates and shipped policies with their options.", Help) { json, schema };
        command.SetAction(async (parsed, token) =>
        {
            var code = parsed.GetValue(schema) ? WriteSchema(Console.Out) : Run(parsed.GetValue(json), Console.Out);
            if (!parsed.GetValue(schema) && !parsed.GetValue(json))
            {
                await FolderList.WriteAsync(new DirectoryInfo("."), Console.Out, token);
            }

            return (int)code;
        });
        return command;
    }

    public static ExitCode Run(bool json, TextWriter output)
    {
        var entries = Catalogue.Entries();
        if (json)
        {
            output.WriteLine(ToJson(entries));
            return ExitCode.Holds;
        }

        output.WriteLine("Built-in gates");
        WriteEntries(entries.Where(entry => entry.Facts is null), output);
        output.WriteLine();
        output.WriteLine("Shipped policies");
        WriteEntries(entries.Where(entry => entry.Facts is not null), output);
        output.WriteLine();
        output.WriteLine("Name one under `gates:` in .github/gates.yml, its options under `with:`. `gates init` writes a file to start from.");
        return ExitCode.Holds;
    }

    public static ExitCode WriteSchema(TextWriter output)
    {
        output.WriteLine(SchemaText.Of(ConfigurationSchema.Create()));
        return ExitCode.Holds;
    }

    private static void WriteEntries(IEnumerable<CatalogueEntry> entries, TextWriter output)
    {
        foreach (var entry in entries)
        {
            output.WriteLine();
            output.WriteLine($"  {entry.Id}: {entry.Title}");
            if (entry.Description.Length > 0)
            {
                output.WriteLine($"    {entry.Description}");
            }

            foreach (var setting in entry.AllSettings())
            {
                output.WriteLine($"      {setting.Name}  {setting.Type.Describe()}; {DefaultOf(setting)}");
                output.WriteLine($"        {setting.Description}");
            }
        }
    }

    private static string DefaultOf(Setting setting) => setting.Required ? "required"
        : setting.Default is null ? "no default"
        : "default " + SettingJson.ToText(setting.Default);

    private static string ToJson(IReadOnlyList<CatalogueEntry> entries)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, SettingJson.Readable))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("gates");
            foreach (var entry in entries)
            {
                Write(writer, entry);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, CatalogueEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("id", entry.Id);
        writer.WriteString("title", entry.Title);
        writer.WriteString("description", entry.Description);
        writer.WriteString("kind", entry.Facts is null ? "built-in" : "policy");
        writer.WriteStartArray("options");
        foreach (var setting in entry.AllSettings())
        {
            writer.WriteStartObject();
            writer.WriteString("name", setting.Name);
            writer.WriteString("type", setting.Type.Describe());
            writer.WriteBoolean("required", setting.Required);
            if (setting.Default is not null)
            {
                writer.WritePropertyName("default");
                SettingJson.Write(writer, setting.Default);
            }

            writer.WriteString("description", setting.Description);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
