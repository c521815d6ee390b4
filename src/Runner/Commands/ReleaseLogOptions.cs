using System.CommandLine;
using Gates.Attestation.Branch;

namespace Gates.Runner.Commands;

/// <summary>What commands that sign for a release can be told about logging what they signed.</summary>
internal sealed class ReleaseLogOptions
{
    private readonly Option<string> logKey = new("--log-key")
    {
        Description = "The log's private key, a PEM file (default: the variable GATES_LOG_KEY): with it what is signed goes into the log, and counts also when the release key has ended.",
    };

    private readonly Option<string> origin = new("--origin") { Description = "The log's name without its year (default: the remote's host and path)." };
    private readonly Option<bool> noLog = new("--no-log") { Description = "Log nothing: what is signed counts only while its key does." };

    public void AddTo(Command command)
    {
        command.Options.Add(logKey);
        command.Options.Add(origin);
        command.Options.Add(noLog);
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="workspace">The repository.</param>
    /// <param name="remote">See <see cref="EvidenceRepository.OpenAsync"/>.</param>
    /// <param name="trust">The keyring, if the command line names one.</param>
    /// <returns><see langword="null"/> when nothing is to be logged.</returns>
    public EvidenceRequest? Request(ParseResult parsed, DirectoryInfo workspace, string? remote, string? trust) =>
        parsed.GetValue(noLog) ? null : new EvidenceRequest
        {
            Workspace = workspace,
            Results = workspace,
            Remote = remote,
            LogKey = parsed.GetValue(logKey) is { Length: > 0 } key ? key : null,
            Trust = trust is null ? null : Path.GetFullPath(trust),
            Origin = parsed.GetValue(origin) is { Length: > 0 } name ? name : null,
        };
}
