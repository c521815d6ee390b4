using System.Globalization;
using Gates.Formats.Documents;

namespace Gates.Formats.Sbom;

/// <summary>Reads the vulnerabilities of a CycloneDX document.</summary>
/// <param name="path">The file.</param>
/// <param name="names">The components by what they are referred to by.</param>
internal sealed class CycloneDxVulnerabilities(string path, IReadOnlyDictionary<string, string> names)
{
    private const string Unknown = "unknown";

    /// <value>From the worst on.</value>
    private static readonly string[] Severities = ["critical", "high", "medium", "low", "none", Unknown];

    private readonly DocumentShape shape = new(path);

    public SbomVulnerability Read(DocumentNode node)
    {
        var ratings = shape.Maps(node, "ratings").Select(rating => (Score: Score(rating), Severity: Severity(rating))).ToList();
        var affected = shape.Maps(node, "affects").ToList();
        return new SbomVulnerability
        {
            Id = shape.Text(node, "id") ?? shape.Text(node, "bom-ref") ?? throw shape.Fail(node, "`id` is missing"),
            Source = shape.Text(shape.Map(node, "source"), "name"),
            Severity = ratings.Select(rating => rating.Severity).Append(Unknown).MinBy(severity => Array.IndexOf(Severities, severity))!,
            Score = ratings.Max(rating => rating.Score),
            State = shape.Text(shape.Map(node, "analysis"), "state"),
            Components = [.. affected.Select(one => shape.Required(one, "ref"))
                .Select(reference => names.GetValueOrDefault(reference, reference))
                .Distinct(StringComparer.Ordinal)],
            Fixed = Fixed(affected) ?? shape.Text(node, "recommendation"),
            Where = new FactPlace(path) { Line = node.Line, Column = node.Column },
        };
    }

    /// <summary>A score from 0 to 10; other methods of rating have other scales.</summary>
    private static double? Score(DocumentNode rating) =>
        rating.Get("score") is { Kind: NodeKind.Scalar } node
        && double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && score is >= 0 and <= 10
        && rating.GetText("method")?.StartsWith("CVSS", StringComparison.OrdinalIgnoreCase) != false
            ? score
            : null;

    private string Severity(DocumentNode rating)
    {
        var said = shape.Text(rating, "severity")?.ToLowerInvariant();
        return said switch
        {
            null or Unknown or "" => Score(rating) is { } score ? Band(score) : Unknown,
            "info" => "none",
            _ when Severities.Contains(said, StringComparer.Ordinal) => said,
            _ =>
                throw shape.Fail(
                    rating.Get("severity")!,
                    $"\"{FactText.Cut(said, 40)}\" is not a severity; valid: critical, high, medium, low, info, none, unknown"),
        };
    }

    private static string Band(double score) => score switch { >= 9 => "critical", >= 7 => "high", >= 4 => "medium", > 0 => "low", _ => "none" };

    private string? Fixed(List<DocumentNode> affected)
    {
        var versions =
            from target in affected
            from version in shape.Maps(target, "versions")
            where shape.Text(version, "status") == "unaffected"
            select shape.Text(version, "version") ?? shape.Text(version, "range");
        return string.Join(", ", versions.OfType<string>().Distinct(StringComparer.Ordinal)) is { Length: > 0 } text ? text : null;
    }
}
