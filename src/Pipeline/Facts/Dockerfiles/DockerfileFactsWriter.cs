using System.Text.Json;
using Gates.Formats.Dockerfiles;

namespace Gates.Pipeline.Facts.Dockerfiles;

/// <summary>Writes instructions in the shape that <c>gates.d.ts</c> describes.</summary>
internal sealed class DockerfileFactsWriter(Utf8JsonWriter facts, string path)
{
    public void Write(string name, IReadOnlyList<DockerfileInstruction> instructions)
    {
        facts.WriteStartArray(name);
        foreach (var one in instructions)
        {
            Write(one);
        }

        facts.WriteEndArray();
    }

    public void WritePlace(DockerfileInstruction one)
    {
        facts.WriteStartObject("where");
        facts.WriteString("path", path);
        facts.WriteNumber("line", one.Line);
        if (one.EndLine > one.Line)
        {
            facts.WriteNumber("endLine", one.EndLine);
        }

        facts.WriteNumber("column", one.Column);
        facts.WriteEndObject();
    }

    private void Write(DockerfileInstruction one)
    {
        facts.WriteStartObject();
        facts.WriteString("name", one.Name);
        facts.WriteString("body", one.Body);
        facts.WriteStartArray("arguments");
        foreach (var argument in one.Arguments)
        {
            facts.WriteStringValue(argument);
        }

        facts.WriteEndArray();
        facts.WriteBoolean("json", one.IsJson);
        WriteParts(one);
        facts.WriteNumber("line", one.Line);
        facts.WriteNumber("endLine", Math.Max(one.Line, one.EndLine));
        WritePlace(one);
        facts.WritePropertyName("trigger");
        if (one.Trigger is { } trigger)
        {
            Write(trigger);
        }
        else
        {
            facts.WriteNullValue();
        }

        facts.WriteEndObject();
    }

    private void WriteParts(DockerfileInstruction one)
    {
        facts.WriteStartArray("flags");
        foreach (var flag in one.Flags)
        {
            facts.WriteStartObject();
            facts.WriteString("name", flag.Name);
            facts.WriteString("value", flag.Value);
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
        facts.WriteStartArray("heredocs");
        foreach (var heredoc in one.Heredocs)
        {
            facts.WriteStartObject();
            facts.WriteString("name", heredoc.Name);
            facts.WriteString("content", heredoc.Content);
            facts.WriteNumber("line", heredoc.Line);
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
    }
}
