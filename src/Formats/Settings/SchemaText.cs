using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gates.Formats.Settings;

/// <summary>A schema as it is published: indented, in a fixed order.</summary>
internal static class SchemaText
{
    public static string Of(JsonObject schema)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, SettingJson.Readable))
        {
            schema.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
