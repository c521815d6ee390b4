using Gates.Formats.Documents;
using Gates.Formats.JsonLines;
using Gates.Formats.JUnit;
using Gates.Formats.Sarif;
using Gates.Formats.Sbom;
using Gates.Pipeline.Facts;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>What one assertion looks at.</summary>
/// <param name="Scope">What all assertions share.</param>
/// <param name="Control">Whose assertion it is.</param>
/// <param name="Items">The selected evidence; at least one file.</param>
internal sealed record AssertionContext(AssertionScope Scope, Control Control, IReadOnlyList<EvidenceItem> Items)
{
    /// <summary>The SARIF logs among the evidence; other kinds of file are passed over.</summary>
    /// <exception cref="DocumentException">A file that says it is one is not.</exception>
    public IEnumerable<(EvidenceItem Item, SarifLog Log)> Sarif() =>
        from item in Items
        where Ends(item, ".sarif", ".sarif.json")
            || (Ends(item, ".json") && Scope.Evidence.Json(item) is var root && root.Get("runs") is not null && root.Get("version") is not null)
        select (item, SarifFacts.Read(Scope.Evidence.Text(item), item.Path));

    /// <summary>The bills of materials among the evidence.</summary>
    /// <exception cref="DocumentException">A file that says it is one is not.</exception>
    public IEnumerable<(EvidenceItem Item, SbomDocument Bill)> Sboms() =>
        from item in Items
        where Ends(item, ".spdx", ".spdx.json", ".cdx.json", ".cdx.xml")
            || (Ends(item, ".json") && IsBill(Scope.Evidence.Json(item)))
            || (Ends(item, ".xml") && RootOf(item) == "bom")
        select (item, SbomFacts.Read(Scope.Evidence.Text(item), item.Path));

    /// <summary>The JUnit reports among the evidence.</summary>
    /// <exception cref="DocumentException">A file that says it is one is not.</exception>
    public IEnumerable<(EvidenceItem Item, JUnitReport Report)> JUnit() =>
        from item in Items
        where Ends(item, ".junit", ".junit.xml") || (Ends(item, ".xml") && RootOf(item) is "testsuites" or "testsuite")
        select (item, JUnitFacts.Read(Scope.Evidence.Text(item), item.Path));

    /// <summary>The JSON documents among the evidence.</summary>
    /// <exception cref="DocumentException">A file that says it is one is not.</exception>
    public IEnumerable<(EvidenceItem Item, DocumentNode Root)> Json() =>
        Items.Where(item => Ends(item, ".json", ".sarif")).Select(item => (item, Scope.Evidence.Json(item)));

    /// <summary>The same, and each line of files that have a JSON value a line; envelopes of signed statements are none of these.</summary>
    /// <exception cref="DocumentException">A file, or a line of one, is no JSON.</exception>
    public IEnumerable<(EvidenceItem Item, DocumentNode Root)> JsonValues() =>
        Json().Concat(Items.Where(item => Ends(item, ".jsonl", ".ndjson") && !Ends(item, ".intoto.jsonl")).SelectMany(Lines));

    private IEnumerable<(EvidenceItem Item, DocumentNode Root)> Lines(EvidenceItem item)
    {
        var number = 0;
        foreach (var line in Scope.Evidence.Text(item).Split('\n'))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return (item, JsonLinesReader.ReadRow(line, item.Path, number));
            }
        }
    }

    private string RootOf(EvidenceItem item) => MarkupReader.Read(Scope.Evidence.Text(item), item.Path, EvidenceFolder.Limits).Name;

    private static bool IsBill(DocumentNode root) =>
        root.Get("bomFormat") is not null || root.Get("spdxVersion") is not null || root.Get("sbom")?.Get("spdxVersion") is not null;

    private static bool Ends(EvidenceItem item, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (item.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
