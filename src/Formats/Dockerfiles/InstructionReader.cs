using System.Text.Json;
using Gates.Formats.Dockerfiles.Words;

namespace Gates.Formats.Dockerfiles;

/// <summary>Splits a joined line into name, flags and arguments.</summary>
internal static class InstructionReader
{
    private const string Spaces = " \t\v\f\r";

    /// <exception cref="FormatException">Not an instruction, or malformed.</exception>
    public static DockerfileInstruction Read(DockerfileLine source, int start, char escape)
    {
        var text = source.Text.TrimEnd();
        var nameStart = SkipSpace(text, start);
        var nameEnd = IndexOfSpace(text, nameStart);
        var name = text[nameStart..nameEnd].ToUpperInvariant();
        var (flags, places) = FlagReader.Read(text, nameEnd, escape);
        var bodyStart = SkipSpace(text, places[^1]);
        var body = text[bodyStart..];
        var (arguments, isJson) = ReadArguments(name, body, escape, isTrigger: start > 0);
        return new DockerfileInstruction
        {
            Name = name,
            Flags = flags,
            FlagPlaces = places,
            Body = body,
            Arguments = arguments,
            IsJson = isJson,
            Trigger = name == "ONBUILD" ? ReadTrigger(source, bodyStart, escape) : null,
            Line = source.LineAt(nameStart),
            EndLine = source.Parts[^1].Line,
            Column = start == 0 ? source.Column : 1,
            Source = source,
            BodyOffset = bodyStart,
        };
    }

    private static (IReadOnlyList<string> Arguments, bool IsJson) ReadArguments(string name, string body, char escape, bool isTrigger) => name switch
    {
        "FROM" or "EXPOSE" => (SplitAtSpace(body), false),
        "ADD" or "COPY" or "VOLUME" => ReadJson(body) is { } list ? (list, true) : (SplitAtSpace(body), false),
        "RUN" or "CMD" or "ENTRYPOINT" or "SHELL" => ReadJson(body) is { } list ? (list, true) : (One(body), false),
        "HEALTHCHECK" => ReadHealthcheck(body),
        "ARG" => (ReadArgWords(body, escape), false),
        "ENV" or "LABEL" => (WordReader.Read(body, escape), false),
        "MAINTAINER" or "STOPSIGNAL" or "USER" or "WORKDIR" or "ONBUILD" => (One(body), false),
        // The builder looks at a trigger only when an image with it is built on.
        _ when isTrigger => (One(body), false),
        _ => throw new FormatException($"\"{name}\" is not a Dockerfile instruction"),
    };

    private static DockerfileInstruction ReadTrigger(DockerfileLine source, int start, char escape)
    {
        if (start >= source.Text.TrimEnd().Length)
        {
            throw new FormatException("ONBUILD needs an instruction");
        }

        // Looked at before it is read: a line of nothing but ONBUILD would nest as deep as it is long.
        var name = source.Text[start..IndexOfSpace(source.Text, start)].TrimEnd().ToUpperInvariant();
        return name is "ONBUILD" or "FROM" or "MAINTAINER"
            ? throw new FormatException($"{name} is not allowed after ONBUILD")
            : Read(source, start, escape);
    }

    private static List<string> ReadArgWords(string body, char escape)
    {
        var words = WordReader.Read(body, escape);
        return words.Count == 0 || words.Any(word => word.StartsWith('='))
            ? throw new FormatException("ARG needs a name, or NAME=value")
            : words;
    }

    private static (IReadOnlyList<string> Arguments, bool IsJson) ReadHealthcheck(string body)
    {
        var end = IndexOfSpace(body, 0);
        var rest = body[end..].TrimStart();
        return ReadJson(rest) is { } list ? ([body[..end], .. list], true) : ([body[..end], .. One(rest)], false);
    }

    /// <summary>The elements of a JSON array of strings; <see langword="null"/> when it is not JSON, which makes it shell form.</summary>
    private static List<string>? ReadJson(string body)
    {
        if (!body.StartsWith('['))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            var list = new List<string>();
            foreach (var item in document.RootElement.EnumerateArray())
            {
                list.Add(item.ValueKind == JsonValueKind.String ? TextOf(item) : throw new FormatException("a JSON argument list holds strings only"));
            }

            return list;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a blank stands in the text, which its ends have been cut of.</summary>
    public static bool HasTwoWords(string body) => body.AsSpan().IndexOfAny(Spaces) >= 0;

    /// <summary>Half of a surrogate pair, written as an escape, is U+FFFD to the builder.</summary>
    private static string TextOf(JsonElement item)
    {
        try
        {
            return item.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static string[] One(string body) => body.Length == 0 ? [] : [body];

    private static string[] SplitAtSpace(string body) => body.Split(Spaces.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);

    private static int SkipSpace(string text, int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start;
    }

    private static int IndexOfSpace(string text, int start)
    {
        var index = text.AsSpan(start).IndexOfAny(Spaces);
        return index < 0 ? text.Length : start + index;
    }
}
