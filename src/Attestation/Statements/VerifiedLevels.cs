using System.Globalization;
using System.Text.Json;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Results;

namespace Gates.Attestation.Statements;

/// <summary>What a run verified of levels of SLSA, as its facts say: nothing else gets into a release decision.</summary>
/// <param name="Levels">One for each track that is proven.</param>
/// <param name="Artifacts">The files whose provenance was verified; they are subjects of the decision.</param>
/// <param name="Inputs">The statements of others that were used, by path, with the SHA-256 of the file.</param>
internal sealed record VerifiedLevels(IReadOnlyList<string> Levels, IReadOnlyList<Subject> Artifacts, IReadOnlyList<(string Path, string Sha256)> Inputs)
{
    private const string Build = "SLSA_BUILD_LEVEL_";
    private const string Source = "SLSA_SOURCE_LEVEL_";

    public static VerifiedLevels Of(RunReport report, RunFacts facts)
    {
        var seen = report.Results.Select(result => result.Evidence)
            .Where(evidence => evidence is { Kind: FactsGate.EvidenceKind, Facts.ValueKind: JsonValueKind.Object })
            .Select(evidence => evidence!.Facts)
            .ToList();
        var provenance = seen.SelectMany(one => List(one, "provenance")).ToList();
        var built = provenance.ConvertAll(one => Number(one, "level"));
        var commits = facts.Subjects.SelectMany(subject => subject.Digest.Values).ToHashSet(StringComparer.Ordinal);
        var sources = seen.Where(one => one.TryGetProperty("github", out var said) && commits.Contains(Text(said, "commit") ?? ""))
            .Select(one => one.GetProperty("github").TryGetProperty("source", out var source) ? Number(source, "level") : null)
            .OfType<int>()
            .ToList();
        var isProven = built.Count > 0 && built.TrueForAll(level => level is > 0);
        return new VerifiedLevels(
            [
                .. isProven ? [Build + built.Min()!.Value.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
                .. sources.Count > 0 && !facts.IsModified ? [Source + sources.Min().ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
            ],
            [
                .. (isProven ? provenance : []).Select(one => Subject.File(Text(one, "artifact") ?? "", Text(one, "sha256") ?? ""))
                    .DistinctBy(subject => (subject.Name, subject.Digest["sha256"])),
            ],
            [
                .. provenance.Concat(seen.SelectMany(one => List(one, "summaries")))
                    .SelectMany(one => List(one, "bundles"))
                    .Select(one => (Text(one, "path") ?? "", Text(one, "sha256") ?? ""))
                    .Distinct()
                    .Order(),
            ]);
    }

    private static IEnumerable<JsonElement> List(JsonElement value, string name) =>
        value.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static int? Number(JsonElement value, string name) =>
        value.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var read) ? read : null;

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
