using System.CommandLine;

namespace Gates.Runner.Commands.Log;

/// <summary><c>gates log import</c>.</summary>
internal static class LogCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The evidence is in the log.",
        Fails = "The evidence must not be logged: it does not hold.",
        Variables = [Variable.LogKey, Variable.Token],
        Examples = [new("gates log import evidence/", "Append what an earlier job left.")],
    };

    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The output folder of a run whose evidence was kept." };
        var workspace = new Option<string>("--workspace") { Description = "The repository (default: the one of this folder)." };
        var (options, keyless) = (new EvidenceOptions(), new KeylessOptions());
        var import = new Verb("import", "Append evidence that an earlier job could not.", Help) { folder, workspace };
        options.AddTo(import);
        keyless.AddTo(import);
        import.SetAction(async (parsed, token) =>
        {
            var root = parsed.GetValue(workspace) is { Length: > 0 } given ? Path.GetFullPath(given) : Environment.CurrentDirectory;
            return (int)await EvidenceOptions.Session().PublishAsync(
                options.Request(parsed, root, Path.GetFullPath(parsed.GetValue(folder)!)) with { Keyless = await keyless.ReadAsync(parsed, root, token) },
                demandTrust: true,
                token);
        });
        return new Command("log", "The append-only log of evidence.") { import };
    }
}
