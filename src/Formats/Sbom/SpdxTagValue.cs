using Gates.Formats.Documents;

namespace Gates.Formats.Sbom;

/// <summary>Turns SPDX tag-value text into the shape of SPDX JSON, lines kept, so that there is one reader for both.</summary>
internal sealed class SpdxTagValue
{
    private const string TextStart = "<text>";
    private const string TextEnd = "</text>";

    /// <value>Tags that begin something that is neither the document nor a package.</value>
    private static readonly string[] OtherSections = ["FileName", "SnippetSPDXID", "LicenseID", "Reviewer", "Annotator"];

    private readonly List<DocumentEntry> document = [];
    private readonly List<DocumentNode> creators = [];
    private readonly List<DocumentNode> relationships = [];
    private readonly List<DocumentNode> packages = [];
    private readonly List<DocumentEntry> creation = [];
    private Package? package;
    private bool elsewhere;

    /// <exception cref="DocumentException">A line is no tag and value, or a text is not closed.</exception>
    public static DocumentNode ToJson(string text, string path, DocumentLimits limits)
    {
        var result = new SpdxTagValue();
        var lines = text.Split('\n');
        if (lines.Length > limits.Nodes)
        {
            throw new DocumentException(path, 1, 1, FormattableString.Invariant($"more than {limits.Nodes:N0} lines"));
        }

        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0 || line[0] == '#' || string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new DocumentException(path, i + 1, 1, "expected `Tag: value`");
            }

            var number = i + 1;
            var value = line[(colon + 1)..].Trim();
            if (value.StartsWith(TextStart, StringComparison.Ordinal))
            {
                value = ReadText(lines, ref i, value, path);
            }

            result.Add(line[..colon].Trim(), value, number);
        }

        return result.Finish();
    }

    private static string ReadText(string[] lines, ref int i, string first, string path)
    {
        var started = i + 1;
        var parts = new List<string> { first[TextStart.Length..] };
        while (!parts[^1].Contains(TextEnd, StringComparison.Ordinal))
        {
            if (++i == lines.Length)
            {
                throw new DocumentException(path, started, 1, $"{TextStart} is not closed; expected {TextEnd}");
            }

            parts.Add(lines[i].TrimEnd('\r'));
        }

        return string.Join('\n', parts).Replace(TextEnd, "", StringComparison.Ordinal);
    }

    private void Add(string tag, string value, int line)
    {
        if (tag == "PackageName")
        {
            Close();
            package = new Package(line);
            elsewhere = false;
        }
        else if (OtherSections.Contains(tag, StringComparer.Ordinal))
        {
            elsewhere = true;
        }

        if (tag == "Relationship")
        {
            var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            relationships.Add(Map(line, ("spdxElementId", Word(words, 0)), ("relationshipType", Word(words, 1)), ("relatedSpdxElement", Word(words, 2))));
        }
        else if (tag == "Creator")
        {
            creators.Add(Scalar(value, line));
        }
        else if (tag == "Created")
        {
            creation.Add(Entry("created", Scalar(value, line)));
        }
        else if (tag is "SPDXVersion" && document.Count == 0)
        {
            document.Add(Entry("spdxVersion", Scalar(value, line)));
        }
        else if (!elsewhere)
        {
            package?.Add(tag, value, line);
        }
    }

    private DocumentNode Finish()
    {
        Close();
        creation.Add(Entry("creators", DocumentNode.Sequence(creators, 1, 1)));
        document.Add(Entry("creationInfo", DocumentNode.Map(creation, 1, 1)));
        document.Add(Entry("packages", DocumentNode.Sequence(packages, 1, 1)));
        document.Add(Entry("relationships", DocumentNode.Sequence(relationships, 1, 1)));
        return DocumentNode.Map(document, 1, 1);
    }

    private void Close()
    {
        if (package is not null)
        {
            packages.Add(package.ToNode());
        }

        package = null;
    }

    private static string Word(string[] words, int index) => index < words.Length ? words[index] : "";

    private static DocumentNode Map(int line, params ReadOnlySpan<(string Key, string Value)> values)
    {
        var entries = new List<DocumentEntry>();
        foreach (var (key, value) in values)
        {
            entries.Add(Entry(key, Scalar(value, line)));
        }

        return DocumentNode.Map(entries, line, 1);
    }

    private static DocumentNode Scalar(string value, int line) => DocumentNode.Scalar(value, value, line, 1);

    private static DocumentEntry Entry(string key, DocumentNode node) => new(key, node.Line, node.Column, node);

    private sealed class Package(int line)
    {
        private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
        {
            ["PackageName"] = "name",
            ["SPDXID"] = "SPDXID",
            ["PackageVersion"] = "versionInfo",
            ["PackageSupplier"] = "supplier",
            ["PackageLicenseConcluded"] = "licenseConcluded",
            ["PackageLicenseDeclared"] = "licenseDeclared",
        };

        private readonly Dictionary<string, DocumentNode> values = new(StringComparer.Ordinal);
        private readonly List<DocumentNode> checksums = [];
        private readonly List<DocumentNode> references = [];

        public void Add(string tag, string value, int at)
        {
            if (Names.TryGetValue(tag, out var name))
            {
                values.TryAdd(name, Scalar(value, at));
            }
            else if (tag == "PackageChecksum" && value.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                checksums.Add(Map(at, ("algorithm", value[..colon].Trim()), ("checksumValue", value[(colon + 1)..].Trim())));
            }
            else if (tag == "ExternalRef")
            {
                var words = value.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
                references.Add(Map(at, ("referenceCategory", Word(words, 0)), ("referenceType", Word(words, 1)), ("referenceLocator", Word(words, 2))));
            }
        }

        public DocumentNode ToNode() => DocumentNode.Map(
            [
                .. values.Select(value => Entry(value.Key, value.Value)),
                Entry("checksums", DocumentNode.Sequence(checksums, line, 1)),
                Entry("externalRefs", DocumentNode.Sequence(references, line, 1)),
            ],
            line,
            1);
    }
}
