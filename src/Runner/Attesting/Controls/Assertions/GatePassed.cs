using Gates.Runner.Configuration;
using Gates.Runner.Documents;

namespace Gates.Runner.Attesting.Controls.Assertions;

/// <summary>A gate passed, by a run's <c>results.json</c>.</summary>
internal sealed class GatePassed : Assertion
{
    [Option("The gate's id, such as canary-slo.", Required = true)]
    public string Gate { get; init; } = "";

    [Option("Verdicts that will do beside passed: waived, warned.", OneOf = ["waived", "warned"])]
    public IReadOnlyList<string> Allow { get; init; } = [];

    public override IEnumerable<(string Key, string Message)> Problems() =>
        Gate.Length > 0 && GateIds.Refuse(Gate) is { } refusal ? [("gate", $"{Say.Quote(Gate)} {refusal}")] : [];

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        var results =
            from one in context.Json()
            let gates = one.Root.Get("gates")
            where one.Root.Get("verdict") is not null && gates is { Kind: NodeKind.Sequence }
            from gate in gates.Items
            where gate.GetText("id") == Gate
            select (one.Item.Path, Verdict: gate.GetText("verdict") ?? "", Head: one.Root.Get("changes")?.GetText("head"));
        var found = results.ToList();
        if (found.Count == 0)
        {
            return AssertionFinding.Fail($"no results.json among the evidence has a result of {Gate}");
        }

        var complaints = found.Where(one => one.Verdict != "passed" && !Allow.Contains(one.Verdict, StringComparer.Ordinal)).Select(one => $"{one.Path}: {Gate} is {Say.Quote(one.Verdict)}")
            .Concat(found.Where(one => context.Scope.Commit is { } commit && one.Head != commit)
                .Select(one => $"{one.Path} is about {(one.Head is null ? "no commit" : "commit " + Say.Path(one.Head))}, not {context.Scope.Commit}"))
            .ToList();
        return AssertionFinding.Of(complaints, string.Join("; ", found.Select(one => $"{one.Path}: {Gate} {one.Verdict}")));
    }
}
