using Gates.Formats.Sbom;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>There is a bill of materials, each that is there can be read, and each lists something.</summary>
internal sealed class SbomPresent : Assertion
{
    [Option("How many components each must list at least.", Min = 1)]
    public int Components { get; set; } = 1;

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        var bills = context.Sboms().ToList();
        var strangers = context.Items.Where(item => IsMeant(item) && !bills.Exists(one => one.Item == item))
            .Select(item => $"{item.Path} is no bill of materials that is read (CycloneDX or SPDX 2)").ToList();
        if (bills.Count + strangers.Count == 0)
        {
            return AssertionFinding.Fail("there is no bill of materials (CycloneDX or SPDX) among the evidence");
        }

        var thin = bills.Where(one => Listed(one.Bill) < Components)
            .Select(one => FormattableString.Invariant($"{one.Item.Path} lists {Counted.Of(Listed(one.Bill), "component")}; at least {Components} must be"));
        return AssertionFinding.From([.. strangers, .. thin], string.Join("; ", bills.Select(one =>
            $"{one.Item.Path}: {one.Bill.Format} {one.Bill.Version} with {Counted.Of(Listed(one.Bill), "component")}")));
    }

    /// <summary>Without a name nothing is listed.</summary>
    private static int Listed(SbomDocument bill) => bill.Components.Count(component => !string.IsNullOrWhiteSpace(component.Name));

    /// <summary>What `path` selects is meant, and what is called a bill.</summary>
    private bool IsMeant(EvidenceItem item)
    {
        var name = item.Path[(item.Path.LastIndexOf('/') + 1)..];
        return Path is not null || name.Contains("sbom", StringComparison.OrdinalIgnoreCase) || name.StartsWith("bom.", StringComparison.OrdinalIgnoreCase);
    }
}
