using System.Text.Json;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Facts.Dockerfiles;

/// <summary>A Dockerfile as the builder reads it: its stages and instructions, each with its place.</summary>
internal sealed class DockerfileFacts : IFactFormat
{
    private static readonly DocumentLimits Limits = new() { Bytes = 2_000_000 };

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts)
    {
        var parsed = DockerfileParser.Parse(DocumentText.Read(content, file.Path, Limits), file.Path);
        var writer = new DockerfileFactsWriter(facts, file.Path);
        facts.WriteStartObject();
        facts.WriteString("path", file.Path);
        facts.WriteString("escape", parsed.Escape.ToString());
        facts.WriteStartArray("directives");
        foreach (var directive in parsed.Directives)
        {
            facts.WriteStartObject();
            facts.WriteString("name", directive.Name);
            facts.WriteString("value", directive.Value);
            facts.WriteNumber("line", directive.Line);
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
        writer.Write("instructions", parsed.Instructions);
        facts.WriteStartArray("stages");
        foreach (var stage in parsed.Stages)
        {
            facts.WriteStartObject();
            facts.WriteNumber("index", stage.Index);
            facts.WriteString("name", stage.Name);
            facts.WriteString("base", stage.Base);
            facts.WriteString("platform", stage.Platform);
            facts.WriteNumber("line", stage.From.Line);
            writer.WritePlace(stage.From);
            writer.Write("instructions", stage.Instructions);
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
        facts.WriteEndObject();
    }
}
