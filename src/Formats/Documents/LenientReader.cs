namespace Gates.Formats.Documents;

/// <summary>
/// Reads YAML and JSON as the decoders of Kubernetes and its tools do: a file is cut into documents first, so that one that is broken
/// hides none of the others; a key may stand twice; several JSON values may follow each other.
/// </summary>
internal static class LenientReader
{
    /// <summary>Broken documents that are named; nobody mends more at once.</summary>
    private const int MaxBroken = 20;

    public static LenientDocuments Read(string text, string path)
    {
        if (text.AsSpan().TrimStart() is ['{', ..])
        {
            var json = JsonReader.ReadLenient(text, path);
            if (json.Broken.Count == 0)
            {
                return json;
            }

            // JSON with comments or unquoted keys is YAML more often than not.
            var yaml = ReadYaml(text, path);
            return yaml.Broken.Count == 0 ? yaml : json;
        }

        return ReadYaml(text, path);
    }

    private static LenientDocuments ReadYaml(string text, string path)
    {
        var whole = YamlReader.ReadLenient(text, path, 0);
        return whole.Broken.Count == 0 ? whole : ReadParts(text, path);
    }

    private static LenientDocuments ReadParts(string text, string path)
    {
        var documents = new List<DocumentNode>();
        var duplicates = new List<DuplicateKey>();
        var broken = new List<DocumentException>();
        foreach (var (start, end, linesBefore) in Parts(text))
        {
            var part = YamlReader.ReadLenient(text[start..end], path, linesBefore);
            documents.AddRange(part.Documents);
            duplicates.AddRange(part.Duplicates);
            broken.AddRange(part.Broken);
            if (broken.Count >= MaxBroken)
            {
                break;
            }
        }

        return new LenientDocuments { Documents = documents, Duplicates = duplicates, Broken = broken };
    }

    /// <summary>The pieces between lines that begin with <c>---</c>, each with its line.</summary>
    private static IEnumerable<(int Start, int End, int LinesBefore)> Parts(string text)
    {
        var (start, line, startLine) = (0, 0, 0);
        for (var at = 0; at < text.Length; line++)
        {
            var end = text.IndexOf('\n', at);
            var next = end < 0 ? text.Length : end + 1;
            if (at > start && IsSeparator(text.AsSpan(at, next - at)))
            {
                yield return (start, at, startLine);
                (start, startLine) = (at, line);
            }

            at = next;
        }

        yield return (start, text.Length, startLine);
    }

    private static bool IsSeparator(ReadOnlySpan<char> line) => line.StartsWith("---") && (line.Length == 3 || char.IsWhiteSpace(line[3]));
}
