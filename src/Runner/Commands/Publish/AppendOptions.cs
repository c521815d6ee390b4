using System.CommandLine;
using Gates.Attestation.Branch;

namespace Gates.Runner.Commands.Publish;

/// <summary>What `gates publish` can be told of the evidence branch.</summary>
internal sealed class AppendOptions
{
    private readonly Option<string?> only = SwitchOption.Create(
        "--evidence-only", "Only append the run's signed evidence to the evidence branch; works outside GitHub too.");

    private readonly Option<string?> disclosures = SwitchOption.Create(
        "--disclosures",
        "With --evidence-only: also keep what opens the commitments to personal data, in refs/gates/disclosures, where `gates erase` finds it. "
            + "Whoever may read the repository can read it.");

    private readonly EvidenceOptions evidence = new();
    private readonly KeylessOptions keyless = new();

    public void AddTo(Command command)
    {
        command.Options.Add(only);
        command.Options.Add(disclosures);
        evidence.AddTo(command);
        keyless.AddTo(command);
    }

    public bool IsAsked(ParseResult parsed) => parsed.IsOn(only);

    public bool KeepsOpenings(ParseResult parsed) => parsed.IsOn(disclosures);

    public async Task<EvidenceRequest> RequestAsync(ParseResult parsed, string workspace, string results, CancellationToken cancellationToken) =>
        evidence.Request(parsed, workspace, results) with { Keyless = await keyless.ReadAsync(parsed, workspace, cancellationToken) };
}
