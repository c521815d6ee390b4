using System.Buffers;
using System.Text;
using System.Text.Json;
using Gates.Doors.Kubernetes;
using Gates.Formats.Foundation;

namespace Gates.Pipeline.Facts.Kubernetes;

/// <summary>A query as one line of text, in which selections of facts are kept and compared.</summary>
internal static class QueryText
{
    public static string Write(ObjectQuery query)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("apiVersion", query.ApiVersion);
            json.WriteString("kind", query.Kind);
            if (query.Plural.Length > 0)
            {
                json.WriteString("plural", query.Plural);
            }

            if (query.Namespaces.Count > 0)
            {
                json.WriteStartArray("namespaces");
                foreach (var space in query.Namespaces)
                {
                    json.WriteStringValue(space);
                }

                json.WriteEndArray();
            }

            if (query.Labels.Length > 0)
            {
                json.WriteString("labels", query.Labels);
            }

            if (query.IsOptional)
            {
                json.WriteBoolean("optional", true);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <exception cref="UsageException">It is none.</exception>
    public static ObjectQuery Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var query = document.RootElement;
            return new ObjectQuery(query.GetProperty("apiVersion").GetString()!, query.GetProperty("kind").GetString()!)
            {
                Plural = query.TryGetProperty("plural", out var plural) ? plural.GetString()! : "",
                Labels = query.TryGetProperty("labels", out var labels) ? labels.GetString()! : "",
                IsOptional = query.TryGetProperty("optional", out var optional) && optional.GetBoolean(),
                Namespaces = query.TryGetProperty("namespaces", out var spaces) ? [.. spaces.EnumerateArray().Select(space => space.GetString()!)] : [],
            }.Checked();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new UsageException($"facts.{KubernetesFacts.Kind}: takes objects such as {{ apiVersion: apps/v1, kind: Deployment }}");
        }
    }
}
