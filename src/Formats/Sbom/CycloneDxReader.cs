using Gates.Formats.Documents;

namespace Gates.Formats.Sbom;

/// <summary>Reads CycloneDX 1.2 to 1.7 in its JSON shape.</summary>
internal sealed class CycloneDxReader(string path)
{
    private static readonly string[] Versions = ["1.2", "1.3", "1.4", "1.5", "1.6", "1.7"];

    private readonly DocumentShape shape = new(path);

    /// <exception cref="DocumentException">It is no CycloneDX of these versions.</exception>
    public SbomDocument Read(DocumentNode root)
    {
        var format = shape.Required(root, "bomFormat");
        var version = shape.Required(root, "specVersion");
        if (format != "CycloneDX")
        {
            throw shape.Fail(root.Get("bomFormat")!, $"\"{FactText.Cut(format, 40)}\" is not a bill format; valid: CycloneDX");
        }

        if (!Versions.Contains(version, StringComparer.Ordinal))
        {
            throw shape.Fail(root.Get("specVersion")!, $"CycloneDX \"{FactText.Cut(version, 20)}\" is not read; valid: {string.Join(", ", Versions)}");
        }

        var metadata = shape.Map(root, "metadata");
        var subject = shape.Map(metadata, "component");
        var components = new List<SbomComponent>();
        ReadComponents(root, components);
        ReadComponents(subject, components);
        var names = Names(components);
        if (subject is not null && shape.Text(subject, "bom-ref") is { } reference)
        {
            names.TryAdd(reference, NameOf(Component(subject)));
        }

        return new SbomDocument
        {
            Path = path,
            Format = format,
            Version = version,
            Created = shape.Text(metadata, "timestamp"),
            Tools = Tools(metadata),
            Subject = subject is null ? null : new SbomSubject(FullName(subject), shape.Text(subject, "version"), shape.Text(subject, "purl")),
            Components = components,
            Dependencies = DocumentShape.Field(root, "dependencies") is null
                ? null
                : shape.Maps(root, "dependencies").Sum(one => shape.List(one, "dependsOn").Count),
            Vulnerabilities = [.. shape.Maps(root, "vulnerabilities").Select(one => new CycloneDxVulnerabilities(path, names).Read(one))],
        };
    }

    private static string NameOf(SbomComponent component) => component.Version is null ? component.Name : $"{component.Name}@{component.Version}";

    private static Dictionary<string, string> Names(List<SbomComponent> components)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var component in components.Where(component => component.Ref is not null))
        {
            names.TryAdd(component.Ref!, NameOf(component));
        }

        return names;
    }

    private void ReadComponents(DocumentNode? parent, List<SbomComponent> components)
    {
        foreach (var node in shape.Maps(parent, "components"))
        {
            components.Add(Component(node));
            ReadComponents(node, components);
        }
    }

    private SbomComponent Component(DocumentNode node) => new()
    {
        Ref = shape.Text(node, "bom-ref"),
        Name = FullName(node),
        Version = NotEmpty(shape.Text(node, "version")),
        Purl = NotEmpty(shape.Text(node, "purl")),
        Licenses = [.. shape.Maps(node, "licenses").Select(License).OfType<string>()],
        Supplier = SbomText.WithoutAddress(shape.Text(shape.Map(node, "supplier"), "name") ?? shape.Text(node, "publisher")),
        Hashes = [.. shape.Maps(node, "hashes").Select(hash => new SbomHash(shape.Required(hash, "alg"), shape.Required(hash, "content")))],
        Where = new FactPlace(path) { Line = node.Line, Column = node.Column },
    };

    private string FullName(DocumentNode node) =>
        NotEmpty(shape.Text(node, "group")) is { } group ? $"{group}/{shape.Required(node, "name")}" : shape.Required(node, "name");

    private string? License(DocumentNode choice) =>
        shape.Text(choice, "expression") ?? (shape.Map(choice, "license") is { } license ? shape.Text(license, "id") ?? shape.Text(license, "name") : null);

    /// <summary>Tools are a list up to version 1.4, and may be components and services since.</summary>
    private List<string> Tools(DocumentNode? metadata)
    {
        var tools = DocumentShape.Field(metadata, "tools") is { Kind: NodeKind.Map } map
            ? shape.Maps(map, "components").Concat(shape.Maps(map, "services"))
            : shape.Maps(metadata, "tools");
        return
        [
            .. from tool in tools
               let name = shape.Text(tool, "name") ?? shape.Text(tool, "vendor") ?? "unnamed"
               let version = shape.Text(tool, "version")
               select version is null ? name : $"{name} {version}",
        ];
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
