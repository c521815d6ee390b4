using System.Text;
using System.Text.Json;
using Gates.Formats.Settings;

namespace Gates.Runner.Commands.Checking;

/// <summary>A check for programs.</summary>
internal static class CheckJson
{
    public static string Of(Checked check)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, SettingJson.Readable))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", 1);
            writer.WriteString("configuration", check.Source);
            writer.WriteBoolean("valid", check.Problems.Count == 0);
            writer.WriteStartArray("problems");
            check.Problems.ToList().ForEach(problem => Write(writer, problem));
            writer.WriteEndArray();
            writer.WriteStartArray("gates");
            check.Gates.ToList().ForEach(gate => Write(writer, gate));
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, CheckProblem problem)
    {
        var (path, line, column, message) = ProblemLine.Parse(problem.Text);
        writer.WriteStartObject();
        writer.WriteString("path", path);
        Write(writer, "line", line);
        Write(writer, "column", column);
        writer.WriteString("message", message);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void Write(Utf8JsonWriter writer, CheckedGate gate)
    {
        writer.WriteStartObject();
        writer.WriteString("id", gate.Id);
        writer.WriteString("title", gate.Title);
        writer.WriteStartArray("values");
        foreach (var value in gate.Keys)
        {
            writer.WriteStartObject();
            writer.WriteString("key", value.Key);
            writer.WriteString("value", value.Value);
            writer.WriteString("origin", value.Origin);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
