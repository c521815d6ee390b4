using System.Text.Json;

namespace Gates.Formats.Dockerfiles;

/// <summary>Finds the frontend image that the builder pulls and runs before it reads anything else of the file.</summary>
internal static class SyntaxDirective
{
    /// <summary>The image and its line, or <see langword="null"/>. Also works for files that are no Dockerfile to this parser.</summary>
    public static DockerfileDirective? Find(string text)
    {
        var body = text.StartsWith('\uFEFF') ? text[1..] : text;
        var lines = body.Split('\n');
        var first = lines[0].StartsWith("#!", StringComparison.Ordinal) ? 1 : 0;
        return Find(lines, first, "#") ?? Find(lines, first, "//") ?? FindInJson(body, first, lines);
    }

    private static DockerfileDirective? Find(string[] lines, int first, string comment)
    {
        var reader = new DirectiveReader(comment);
        try
        {
            for (var i = first; i < lines.Length; i++)
            {
                var directive = reader.Read(lines[i].TrimEnd('\r'), i + 1);
                if (directive is null)
                {
                    return null;
                }

                if (directive.Name == "syntax")
                {
                    return directive with { Value = directive.Value.Split(' ')[0] };
                }
            }
        }
        catch (FormatException)
        {
            // A repeated directive ends the search here, as in the builder; parsing the file reports it.
        }

        return null;
    }

    private static DockerfileDirective? FindInJson(string text, int first, string[] lines)
    {
        var json = first == 0 ? text : string.Join('\n', lines[first..]);
        if (!json.AsSpan().TrimStart().StartsWith("{"))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("syntax", out var syntax) && syntax.ValueKind == JsonValueKind.String
                ? new DockerfileDirective("syntax", syntax.GetString()!, first + 1)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
