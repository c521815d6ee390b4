using System.CommandLine;
using Gates.Attestation.Branch;
using Gates.Doors.Jobs;

namespace Gates.Runner.Commands;

/// <summary>What every command that appends to the evidence branch can be told.</summary>
internal sealed class EvidenceOptions
{
    private readonly Option<string> remote = new("--remote")
    {
        Description = "Where the evidence branch is: a remote's name or address, or \".\" for this repository itself (default: origin, if there is one)."
    };
    private readonly Option<string> logKey = new("--log-key")
    {
        Description = "The log's private key, a PEM file (default: the variable GATES_LOG_KEY_FILE or GATES_LOG_KEY)."
    };
    private readonly Option<string> trust = new("--trust")
    {
        Description = "The keys that may have signed the evidence: a keyring, or PEM public keys (default: .github/gates-keyring.json, if it is there)."
    };
    private readonly Option<string> origin = new("--origin") { Description = "The log's name without its year (default: the remote's host and path)." };
    private readonly Option<int?> year = new("--year") { Description = "The log's year (default: this one)." };

    /// <param name="command">The command.</param>
    /// <param name="withYear">Whether it can be told the year of the log; else it is this one.</param>
    public void AddTo(Command command, bool withYear = true)
    {
        command.Options.Add(remote);
        command.Options.Add(logKey);
        command.Options.Add(trust);
        command.Options.Add(origin);
        if (withYear)
        {
            command.Options.Add(year);
        }
    }

    public EvidenceRequest Request(ParseResult parsed, string workspace, string results, bool withYear = true) => new()
    {
        Workspace = new DirectoryInfo(workspace),
        Results = new DirectoryInfo(Path.GetFullPath(results, workspace)),
        Remote = parsed.Text(remote),
        LogKey = parsed.Text(logKey),
        Trust = parsed.Text(trust),
        Origin = parsed.Text(origin),
        Year = withYear ? parsed.GetValue(year) : null,
    };

    /// <summary>A session of this process.</summary>
    public static EvidenceSession Session() => new(
        Environment.GetEnvironmentVariable, JobEnvironment.Read(Environment.GetEnvironmentVariable).Token, TimeProvider.System, Spread, Console.Out);

    /// <summary>Evenly from 0 to below 1, for waits of those who meet.</summary>
    internal static double Spread()
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);
        return BitConverter.ToUInt32(bytes) / (uint.MaxValue + 1.0);
    }
}
