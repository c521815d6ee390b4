using Gates.Formats.Documents;

namespace Gates.Formats.Sbom;

/// <summary>Reads SPDX 2.2 and 2.3 in its JSON shape.</summary>
internal sealed class SpdxReader(string path)
{
    private const string Prefix = "SPDX-";
    private const string Document = "SPDXRef-DOCUMENT";
    private const string Tool = "Tool:";
    private const string Person = "Person:";
    private const string Organization = "Organization:";

    private static readonly string[] Versions = ["2.2", "2.3"];

    private readonly DocumentShape shape = new(path);

    /// <exception cref="DocumentException">It is no SPDX of these versions.</exception>
    public SbomDocument Read(DocumentNode root)
    {
        var version = shape.Required(root, "spdxVersion");
        if (!version.StartsWith(Prefix, StringComparison.Ordinal) || !Versions.Contains(version[Prefix.Length..], StringComparer.Ordinal))
        {
            throw shape.Fail(
                root.Get("spdxVersion")!,
                $"SPDX \"{FactText.Cut(version, 20)}\" is not read; valid: {string.Join(", ", Versions.Select(one => Prefix + one))}");
        }

        var creation = shape.Map(root, "creationInfo");
        var relationships = shape.Maps(root, "relationships").ToList();
        var described = Described(root, relationships);
        var packages = shape.Maps(root, "packages").ToList();
        var subject = described.Count == 1 ? packages.Find(package => shape.Text(package, "SPDXID") == described.First()) : null;
        return new SbomDocument
        {
            Path = path,
            Format = "SPDX",
            Version = version[Prefix.Length..],
            Created = shape.Text(creation, "created"),
            Tools = [.. shape.Texts(creation, "creators")
                .Where(one => one.StartsWith(Tool, StringComparison.Ordinal))
                .Select(one => one[Tool.Length..].Trim())],
            Subject = subject is null ? null : new SbomSubject(shape.Required(subject, "name"), shape.Text(subject, "versionInfo"), Purl(subject)),
            Components = [.. packages.Where(package => package != subject).Select(Component)],
            Dependencies = DocumentShape.Field(root, "relationships") is null
                ? null
                : relationships.Count(one => shape.Text(one, "relationshipType")?.Contains("DEPEND", StringComparison.Ordinal) == true),
            Vulnerabilities = [],
        };
    }

    private HashSet<string> Described(DocumentNode root, List<DocumentNode> relationships) =>
    [
        .. shape.Texts(root, "documentDescribes"),
        .. from one in relationships
           where shape.Text(one, "relationshipType") == "DESCRIBES" && shape.Text(one, "spdxElementId") == Document
           select shape.Required(one, "relatedSpdxElement"),
    ];

    private SbomComponent Component(DocumentNode package) => new()
    {
        Ref = shape.Text(package, "SPDXID"),
        Name = shape.Required(package, "name"),
        Version = shape.Text(package, "versionInfo"),
        Purl = Purl(package),
        Licenses = (Asserted(package, "licenseConcluded") ?? Asserted(package, "licenseDeclared")) is { } license ? [license] : [],
        Supplier = Supplier(Asserted(package, "supplier")),
        Hashes = [.. shape.Maps(package, "checksums").Select(sum => new SbomHash(shape.Required(sum, "algorithm"), shape.Required(sum, "checksumValue")))],
        Where = new FactPlace(path) { Line = package.Line, Column = package.Column },
    };

    private string? Purl(DocumentNode package) => shape.Maps(package, "externalRefs")
        .Where(one => shape.Text(one, "referenceType") == "purl")
        .Select(one => shape.Text(one, "referenceLocator"))
        .FirstOrDefault();

    private string? Asserted(DocumentNode package, string key) => shape.Text(package, key) is { } text and not ("NOASSERTION" or "NONE" or "") ? text : null;

    /// <summary>An organisation's name; of a person only that it is one.</summary>
    private static string? Supplier(string? text) => text is null ? null
        : text.StartsWith(Person, StringComparison.Ordinal) ? "a person"
        : SbomText.WithoutAddress(text.StartsWith(Organization, StringComparison.Ordinal) ? text[Organization.Length..] : text);
}
