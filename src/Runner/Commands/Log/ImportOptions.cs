using System.CommandLine;

namespace Gates.Runner.Commands.Log;

/// <summary>What the import of a chain can be told.</summary>
internal sealed class ImportOptions
{
    public Argument<string[]> Files { get; } = new("FILE")
    {
        Description = "The chain's files, or globs: records of timestamp, type, previous_hash and evidence, one a file, a list of them, or one a line.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<bool> Check { get; } = new("--check") { Description = "Verify the chain, and log nothing." };

    public Option<string> After { get; } = new("--after")
    {
        Description = "The digest that its first record must name (default: it is the first of all, which names 64 zeros or nothing)."
    };

    public Option<string> Last { get; } = new("--last")
    {
        Description = "The digest of its last record, where you know it: without it nobody sees what was cut off at the end."
    };

    public Option<string> Key { get; } = new("--key")
    {
        Description = "The evidence key, a PEM file (default: the variable GATES_EVIDENCE_KEY_FILE or GATES_EVIDENCE_KEY)."
    };

    public Option<bool> DigestOnly { get; } = new("--digest-only") { Description = "Log the digests; the files themselves stay away from the branch." };

    public Option<string> Workspace { get; } = new("--workspace") { Description = "The repository (default: the one of this folder)." };

    public Option<string> Output { get; } = new("--out") { Description = "Where the bundle and its proof are left (default: .gates/evidence)." };

    public EvidenceOptions Log { get; } = new();

    public void AddTo(Command command)
    {
        command.Arguments.Add(Files);
        foreach (var option in (Option[])[Check, After, Last, Key, DigestOnly, Workspace, Output])
        {
            command.Options.Add(option);
        }

        Log.AddTo(command);
    }
}
