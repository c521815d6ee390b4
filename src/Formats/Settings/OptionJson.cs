using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gates.Formats.Foundation;

namespace Gates.Formats.Settings;

/// <summary>How option classes read the JSON that <see cref="SettingJson"/> writes.</summary>
internal static class OptionJson
{
    public static JsonSerializerOptions With(IJsonTypeInfoResolver resolver) => new()
    {
        TypeInfoResolver = resolver,
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        Converters = { new DurationConverter(), new ScalarConverter() },
    };

    private sealed class DurationConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Durations.TryParse(reader.GetString() ?? "", out var duration) ? duration : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => SettingJson.Write(writer, value);
    }

    /// <summary>What may be a text, a number, true or false.</summary>
    private sealed class ScalarConverter : JsonConverter<object>
    {
        public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number => reader.TryGetInt64(out var whole) ? (object)whole : reader.GetDouble(),
            JsonTokenType.String => reader.GetString()!,
            _ => throw new JsonException(),
        };

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => SettingJson.Write(writer, value);
    }
}
