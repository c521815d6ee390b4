namespace Gates.Runner.Attesting.Controls.Assertions;

/// <summary>There is a bill of materials, and it lists something.</summary>
internal sealed class SbomPresent : Assertion
{
    [Option("How many components each must list at least.", Min = 1)]
    public int Components { get; init; } = 1;

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        var bills = context.Sboms().ToList();
        if (bills.Count == 0)
        {
            return AssertionFinding.Fail("there is no bill of materials (CycloneDX or SPDX) among the evidence");
        }

        var thin = bills.Where(one => one.Bill.Components.Count < Components)
            .Select(one => FormattableString.Invariant($"{one.Item.Path} lists {Counted.Of(one.Bill.Components.Count, "component")}; at least {Components} must be")).ToList();
        return AssertionFinding.Of(thin, string.Join("; ", bills.Select(one =>
            $"{one.Item.Path}: {one.Bill.Format} {one.Bill.Version} with {Counted.Of(one.Bill.Components.Count, "component")}")));
    }
}
