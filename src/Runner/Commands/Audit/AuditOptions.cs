using System.CommandLine;
using Gates.Attestation.Auditing;
using Gates.Attestation.Keys;
using Gates.Doors.GitHub;
using Gates.Runner.Reports;

namespace Gates.Runner.Commands.Audit;

/// <summary>What <c>gates audit</c> can be told.</summary>
internal sealed class AuditOptions
{
    private const string DefaultOut = ".gates/audit";

    private readonly Option<string> quarter = new("--quarter") { Description = "The quarter, such as 2026Q4.", Required = true };
    private readonly Option<string> workspace = new("--workspace") { Description = "A clone of the repository (default: this folder)." };
    private readonly Option<string> remote = new("--remote")
    {
        Description = "Where the evidence branch is: a remote's name or address, or \".\" for this repository itself (default: origin, if there is one).",
    };
    private readonly Option<string> trust = new("--trust")
    {
        Description = "Whom to believe: a keyring, or public keys in PEM (default: the keyring at the repository's default branch).",
    };
    private readonly Option<string> packs = new("--packs")
    {
        Description = "The folder with the packs of the releases, from which they are judged again (default: none).",
    };
    private readonly Option<string[]> cosigned = new("--cosigned")
    {
        Description = "A checkpoint of the log that a witness cosigned after the quarter, with which nobody can aim the sample; may be repeated.",
    };
    private readonly Option<string> witness = new("--witness-keys")
    {
        Description = "The witnesses that count: a file with their keys, NAME+KEYID+BASE64, one a line, or a keyring.",
    };
    private readonly Option<string> key = new("--key")
    {
        Description = $"The evidence key that signs the report (default: {PrivateKeySource.Variable(KeyUse.Evidence)} of the environment; without one "
            + "it stays unsigned).",
    };
    private readonly Option<string> output = new("--out") { Description = $"Where the report is written (default: {DefaultOut})." };
    private readonly Option<string?> issue = SwitchOption.Create(
        "--issue", "Show it as an issue, written over in place, and take packs from the releases on GitHub.");
    private readonly Option<string> author = new("--issue-author") { Description = $"As whom the token writes issues (default: {Account.Job})." };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[quarter, workspace, remote, trust, packs, cosigned, witness, key, output, issue, author])
        {
            command.Add(option);
        }
    }

    /// <exception cref="Gates.Formats.Foundation.UsageException">The quarter is none, or the report would be written where a job must not write.</exception>
    public AuditRequest Read(ParseResult parsed)
    {
        var folder = new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory);
        var place = Path.GetFullPath(parsed.Text(output) ?? DefaultOut, folder.FullName);
        OutputPlace.Demand("--out", place, folder.FullName, Environment.GetEnvironmentVariable);
        return new AuditRequest
        {
            Quarter = Quarter.Parse(parsed.GetValue(quarter)!),
            Workspace = folder,
            Remote = parsed.Text(remote),
            Trust = parsed.Text(trust),
            Packs = parsed.Text(packs) is { } given ? new DirectoryInfo(Path.GetFullPath(given, folder.FullName)) : null,
            Cosigned = [.. (parsed.GetValue(cosigned) ?? []).Where(file => file.Length > 0)],
            Witnesses = parsed.Text(witness),
            Key = parsed.Text(key),
            Output = place,
            Issue = parsed.IsOn(issue),
            Author = parsed.Text(author) ?? Account.Job,
        };
    }
}
