using System.CommandLine;
using Gates.Attestation.Branch.Watching;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Witness;

/// <summary>What a witness is told: whose log, what it saw of it before, and who it is.</summary>
internal sealed class WatchOptions
{
    private readonly Argument<string> remote = new("REMOTE") { Description = "The repository whose log it is: its address or path, or a remote's name." };
    private readonly Option<string> trust = new("--trust")
    {
        Description = "The log's keys, as you got them and keep them: a keyring, or public keys in PEM.",
        Required = true,
    };
    private readonly Option<string> state = new("--state")
    {
        Description = "Your own file with what you saw last; keep it where those who write the log cannot reach it.",
        Required = true,
    };
    private readonly Option<bool> begin = new("--begin") { Description = "Take a log that the state does not know as it is. Only the first time." };
    private readonly Option<string> key = new("--key")
    {
        Description = "The witness's private key, a PEM file (default: the variable GATES_WITNESS_KEY_FILE or GATES_WITNESS_KEY).",
    };
    private readonly Option<string> name = new("--name")
    {
        Description = "The witness's name, such as example.org/auditor (default: the one that the keyring of this repository has for its key).",
    };
    private readonly Option<string> origin = new("--origin") { Description = "The log's name without its year (default: the remote's host and path)." };
    private readonly Option<int?> year = new("--year") { Description = "The log's year (default: this one and the one before)." };
    private readonly Option<string> output = new("--out")
    {
        Description = "A folder for the cosigned checkpoints (default: they go onto the evidence branch).",
    };
    private readonly Option<string> workspace = new("--workspace") { Description = "A repository of yours (default: the one of this folder)." };

    public void AddTo(Command command)
    {
        command.Arguments.Add(remote);
        Array.ForEach((Option[])[trust, state, begin, key, name, origin, year, output, workspace], command.Options.Add);
    }

    /// <exception cref="UsageException">The state has no name.</exception>
    public WitnessRequest Read(ParseResult parsed)
    {
        var root = Path.GetFullPath(parsed.Text(workspace) ?? Environment.CurrentDirectory);
        return new WitnessRequest
        {
            Workspace = new DirectoryInfo(root),
            Remote = parsed.GetValue(remote)!,
            Trust = parsed.GetValue(trust)!,
            State = Path.GetFullPath(parsed.Text(state) ?? throw new UsageException("--state is empty; name a file")),
            Name = parsed.Text(name),
            Key = parsed.Text(key),
            Origin = parsed.Text(origin),
            Year = parsed.GetValue(year),
            Begin = parsed.GetValue(begin),
            Out = parsed.Text(output) is { } folder ? Path.GetFullPath(folder) : null,
        };
    }
}
