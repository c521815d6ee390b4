using Gates.Attestation.Controls;
using Gates.Attestation.Controls.Assertions;
using Gates.Attestation.Keys;
using Gates.Attestation.Sigstore;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.BuiltIn.ControlAttestation;

/// <summary>Holds the controls of a catalogue against the evidence of the run, as <c>gates attest</c> does.</summary>
internal sealed class ControlAttestationGate(ControlAttestationOptions options, GateServices services) : IGate, IRuledGate
{
    public async Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken)
    {
        if (context.Needs is null)
        {
            throw new EvaluationException("evidence belongs to a run, and the base has none here");
        }

        var catalogue = ControlCatalogue.Load(context.Rules, options.Catalog).Supporting(options.Frameworks);
        if (catalogue.Controls.Count == 0)
        {
            throw new EvaluationException($"no control of {options.Catalog} supports {string.Join(" or ", options.Frameworks)}, which `frameworks` names");
        }

        context.Coverage.Saw(catalogue.Controls.Count, "control");
        var assertions = new AssertionScope
        {
            Evidence = new EvidenceFolder(context.Tree.WithIgnored, options.Evidence),
            Now = services.Time.GetUtcNow(),
            Commit = context.Changes.HeadSha,
            Repository = Repository(),
            Trust = ReadTrust(context.Rules),
            Sigstore = RuledTrust.Roots(context.Rules),
            Scripts = services.Scripts,
            Policies = context.Rules,
        };
        assertions = assertions with { Logged = ProvenEntries.From(assertions).Times };
        var evaluation = await new ControlEvaluator(assertions).EvaluateAsync(catalogue, cancellationToken);
        return ControlEvidenceWriter.Write(evaluation, options.Evidence);
    }

    public IEnumerable<string> RuleFiles(ISourceTree tree) => [options.Catalog, options.Trust, TrustedRoots.Path, .. PoliciesOf(tree)];

    public void CheckRules(ISourceTree tree) => ControlCatalogue.Load(tree, options.Catalog);

    /// <summary>As the job says it; elsewhere a catalogue names it.</summary>
    private string? Repository() => JobVariables.Address(services.Variables);

    /// <summary>None where the catalogue cannot be read: the inspection says so.</summary>
    private List<string> PoliciesOf(ISourceTree tree)
    {
        try
        {
            return [.. ControlCatalogue.Load(tree, options.Catalog).Controls
                .SelectMany(control => control.Assertions)
                .SelectMany(one => one.Assertion.RuleFiles(tree, services.Scripts))];
        }
        catch (Exception e) when (e is EvaluationException or UsageException)
        {
            return [];
        }
    }

    private TrustedKeys? ReadTrust(ISourceTree tree) => RuledTrust.Keys(tree, options.Trust)
        ?? (options.Trust == Keyring.Path ? null : throw new EvaluationException($"`trust`: {options.Trust} {tree.WhyAbsent(options.Trust)}"));
}
