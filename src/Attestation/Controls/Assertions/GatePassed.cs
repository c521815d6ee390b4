using System.Text.Json;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>
/// A gate passed on the release's commit, by a result that a trusted key signed. A run's <c>results.json</c> is signed by nobody: it may agree, and never
/// decides.
/// </summary>
internal sealed class GatePassed : Assertion
{
    [Option("The gate's id, such as canary-slo.", Required = true)]
    public string Gate { get; set; } = "";

    [Option("Verdicts that will do beside passed: waived, warned.", OneOf = ["waived", "warned"])]
    public IReadOnlyList<string> Allow { get; set; } = [];

    public override IEnumerable<(string Key, string Message)> Problems() =>
        Gate.Length > 0 && GateId.Refuse(Gate) is { } refusal ? [("gate", $"{Say.Quote(Gate)} {refusal}")] : [];

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        var unsigned = Unsigned(context).ToList();
        var claims = Claims(context).ToList();
        if (unsigned.Count + claims.Count == 0)
        {
            return AssertionFinding.Fail($"neither a signed result nor a results.json among the evidence is about {Gate}");
        }

        var commit = context.Scope.Commit;
        var about = claims.FindAll(one => commit is null || one.Commits.Contains(commit, StringComparer.Ordinal));
        var signed = about.FindAll(one => one.Signed.Refusal is null);
        IReadOnlyList<string> complaints =
        [
            .. about.Where(one => !Passes(one.Verdict))
                .Select(one => $"{one.Signed.Source}: {Gate} is {Say.Quote(one.Verdict)}{(one.Signed.Refusal is { } refusal ? $", and it {refusal}" : "")}"),
            .. unsigned.Where(one => !Passes(one.Verdict)).Select(one => $"{one.Path}: {Gate} is {Say.Quote(one.Verdict)}"),
            .. unsigned.Where(one => commit is not null && one.Head != commit)
                .Select(one => $"{one.Path} is about {(one.Head is null ? "no commit" : "commit " + Say.Path(one.Head))}, not {commit}"),
        ];
        if (complaints.Count > 0)
        {
            return AssertionFinding.Fail(AssertionFinding.Some(complaints));
        }

        return signed.Count > 0
            ? AssertionFinding.Hold(string.Join("; ", signed.Select(Describe).Concat(unsigned.Select(one => $"{one.Path}, which is unsigned, says the same"))))
            : NothingSigned(context.Scope, (claims, about), [.. unsigned.Select(one => one.Path)]);
    }

    private bool Passes(string verdict) => verdict == "passed" || Allow.Contains(verdict, StringComparer.Ordinal);

    /// <summary>Without any trusted key nobody can tell; with one, what it did not sign about this commit shows nothing.</summary>
    private Task<AssertionFinding> NothingSigned(AssertionScope scope, (List<Recorded> All, List<Recorded> About) claims, List<string> unsigned)
    {
        var files = claims.About.Select(one => one.Signed.Source).Concat(unsigned).ToList();
        if (scope.Trust is null && files.Count > 0)
        {
            return AssertionFinding.Unverified(
                $"{AssertionFinding.Some(files)} {(files.Count == 1 ? "says" : "say")} that {Gate} passed, and no keys are trusted that could have signed that: not verified");
        }

        var reasons = claims.All.Select(one => $"{one.Signed.Source} {(claims.About.Contains(one) ? one.Signed.Refusal : About(one, scope))}")
            .Concat(
                unsigned.Select(path =>
                    $"{path} is unsigned: it says what whoever wrote it says; put the run's bundles/{Gate}{SigstoreBundle.Extension} beside it"))
            .ToList();
        return AssertionFinding.Fail($"no result of {Gate} that a trusted key signed is about {scope.Commit ?? "it"}: {AssertionFinding.Some(reasons)}");
    }

    private static string About(Recorded one, AssertionScope scope) =>
        $"is about commit {(one.Commits is [var first, ..] ? Say.Path(first) : "none")}, not {scope.Commit}";

    private string Describe(Recorded one) =>
        $"{one.Signed.Source}: {Gate} {Say.Path(one.Verdict)}, signed by {one.Signed.Signer!.KeyId}"
        + (one.Mode is null or "enforce" ? "" : $", in mode {Say.Path(one.Mode)}") + (one.IsModified ? ", of a modified workspace" : "");

    private IEnumerable<(string Path, string Verdict, string? Head)> Unsigned(AssertionContext context) =>
        from one in context.Json()
        let gates = one.Root.Get("gates")
        where one.Root.Get("verdict") is not null && gates is { Kind: NodeKind.Sequence }
        from gate in gates.Items
        where gate.GetText("id") == Gate
        select (one.Item.Path, gate.GetText("verdict") ?? "", one.Root.Get("changes")?.GetText("head"));

    /// <summary>All bundles of the folder are asked, not only those that the control names: what contradicts must not be left out by choice.</summary>
    private IEnumerable<Recorded> Claims(AssertionContext context)
    {
        var named = context.Items.Select(item => item.Path).ToHashSet(StringComparer.Ordinal);
        return from file in context.Scope.Evidence.Files
               where named.Contains(file.Path)
                   || file.Path.EndsWith(SigstoreBundle.Extension, StringComparison.OrdinalIgnoreCase)
                   || file.Path.EndsWith(".intoto.jsonl", StringComparison.OrdinalIgnoreCase)
               from signed in SignedStatement.Of(context.Scope.Evidence.Item(file), context.Scope)
               where signed.Claim is { PredicateType: StatementKinds.TestResult } && StatementKinds.Gate(signed.Claim) == Gate
               select Recorded.From(signed, signed.Claim!);
    }

    private sealed record Recorded(SignedStatement Signed, IReadOnlyList<string> Commits, string Verdict, string? Mode, bool IsModified)
    {
        public static Recorded From(SignedStatement signed, Statement claim)
        {
            var own = claim.Predicate.GetProperty(GateStatement.Extension);
            var result = Text(claim.Predicate, "result") ?? "";
            return new Recorded(
                signed,
                [.. claim.Commits],
                VerdictOf(result, Text(own, "verdict")),
                Text(own, "mode"),
                Text(own, "workspace") == "modified");
        }

        /// <summary>Where the two words of a statement differ, the worse one counts.</summary>
        private static string VerdictOf(string result, string? verdict) => (result, verdict) switch
        {
            (ReleaseDecision.Failed, null or "passed") => "failed",
            ("PASSED", null) => "passed",
            _ => verdict ?? result,
        };

        private static string? Text(JsonElement value, string name) =>
            value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
    }
}
