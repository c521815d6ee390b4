using Gates.Policies;
using Gates.Runner.Attesting.Controls;
using Gates.Runner.Attesting.Controls.Assertions;
using Gates.Runner.Attesting.Keys;

namespace Gates.Runner.BuiltIn.ControlAttestation;

/// <summary>Holds the controls of a catalogue against the evidence of the run, as <c>gates attest</c> does.</summary>
internal sealed class ControlAttestationGate(ControlAttestationOptions options, GateServices services) : IGate
{
    private const int MostTrustBytes = 1 << 20;

    public async Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken)
    {
        if (context.Needs is null)
        {
            throw new EvaluationException("evidence belongs to a run, and the base has none here");
        }

        var catalogue = ControlCatalogue.Load(context.Tree, options.Catalog).Supporting(options.Frameworks);
        if (catalogue.Controls.Count == 0)
        {
            throw new EvaluationException($"no control of {options.Catalog} supports {string.Join(" or ", options.Frameworks)}, which `frameworks` names");
        }

        var evaluation = await new ControlEvaluator(new AssertionScope
        {
            Evidence = new EvidenceFolder(context.Tree.WithIgnored, options.Evidence),
            Now = services.Time.GetUtcNow(),
            Commit = context.Changes.HeadSha,
            Trust = ReadTrust(context.Tree),
            Scripts = services.Scripts,
            Policies = context.Tree,
        }).EvaluateAsync(catalogue, cancellationToken);
        return EvidenceWriter.Write(
            evaluation, options.Evidence, [.. context.Changes.Files.Select(file => file.Path).Where(path => path == options.Catalog || path == options.Trust)]);
    }

    private TrustedKeys? ReadTrust(ISourceTree tree)
    {
        if (!tree.Exists(options.Trust))
        {
            return options.Trust == Keyring.Path ? null : throw new EvaluationException($"{options.Trust}: there is no such file, which `trust` names");
        }

        using var stream = tree.Open(options.Trust);
        var bytes = new byte[MostTrustBytes];
        return TrustedKeys.Read(bytes.AsMemory(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)), options.Trust);
    }
}
