using System.Text;
using System.Text.Json;

namespace Gates.Runner.Commands.Redact;

/// <summary>
/// Redacts JSON so that it stays JSON: the texts and long numbers in it, each with the name it stands under. In OTLP's JSON and others like it an attribute's
/// name is beside its value, under <c>key</c>.
/// </summary>
internal sealed class JsonLines(TextRedactor redactor)
{
    private const int MaxDepth = 200;

    /// <value>Fewer digits are no card, account or phone number.</value>
    private const int MinDigits = 9;

    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <value>Lines that are no JSON; they were redacted as text.</value>
    public int OtherLines { get; private set; }

    public async Task RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await output.WriteAsync(Line(line), cancellationToken);
            await output.WriteAsync(NewLine, cancellationToken);
            await output.FlushAsync(cancellationToken);
        }
    }

    private byte[] Line(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return Encoding.UTF8.GetBytes(line);
        }

        try
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = MaxDepth });
            var bytes = new MemoryStream();
            using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { MaxDepth = MaxDepth }))
            {
                Write(json, document.RootElement, "");
            }

            return bytes.ToArray();
        }
        catch (JsonException)
        {
            OtherLines++;
            return Encoding.UTF8.GetBytes(redactor.Redact(line, ""));
        }
    }

    private void Write(Utf8JsonWriter json, JsonElement element, string name)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    json.WritePropertyName(redactor.Redact(property.Name, ""));
                    Write(json, property.Value, NameOf(element, property.Name, name));
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(json, item, name);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(redactor.Redact(element.GetString()!, name));
                break;
            case JsonValueKind.Number when element.GetRawText() is var digits && digits.Count(char.IsAsciiDigit) >= MinDigits
                && redactor.Redact(digits, name) is var redacted && redacted != digits:
                json.WriteStringValue(redacted);
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }

    private static string NameOf(JsonElement owner, string property, string outer) => property switch
    {
        "value" or "stringValue" or "intValue" or "arrayValue" or "values" => Key(owner) ?? (outer.Length > 0 ? outer : property),
        _ => property,
    };

    private static string? Key(JsonElement owner) =>
        owner.TryGetProperty("key", out var key) && key.ValueKind == JsonValueKind.String ? key.GetString() : null;
}
