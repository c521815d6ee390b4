using System.CommandLine;
using Gates.Attestation.Branch;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.BuiltIn;
using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Runner.Reports;

namespace Gates.Runner.Commands.Log;

/// <summary><c>gates evidence add</c>.</summary>
internal static class EvidenceCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The files are in the log.",
        Variables = [Variable.EvidenceKey, Variable.LogKey, Variable.Token],
        Examples = [new("gates evidence add --type sarif results/*.sarif", "Sign and log the results of another scanner.")],
    };

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of other tools, or globs.", Arity = ArgumentArity.OneOrMore };
        var type = new Option<string>("--type") { Description = $"What they are: {string.Join(", ", ThirdPartyFile.Types)}.", Required = true };
        type.CompletionSources.Add([.. ThirdPartyFile.Types]);
        var key = new Option<string>("--key")
        {
            Description = "The evidence key, a PEM file (default: the variable GATES_EVIDENCE_KEY_FILE or GATES_EVIDENCE_KEY)."
        };
        var digestOnly = new Option<bool>("--digest-only") { Description = "Log the digest; the file itself stays away from the branch." };
        var workspace = new Option<string>("--workspace") { Description = "The repository (default: the one of this folder)." };
        var output = new Option<string>("--out") { Description = "Where bundles and proofs are left (default: .gates/evidence)." };
        var options = new EvidenceOptions();
        var add = new Verb(
            "add",
            "Put files of other tools into the log, each with a signed statement.", Help) { files, type, key, digestOnly, workspace, output };
        options.AddTo(add);
        add.SetAction((parsed, token) =>
        {
            var root = parsed.GetValue(workspace) is { Length: > 0 } given ? Path.GetFullPath(given) : Environment.CurrentDirectory;
            var results = parsed.GetValue(output) is { Length: > 0 } folder ? folder : ".gates/evidence";
            OutputPlace.Demand("--out", results, root, Environment.GetEnvironmentVariable);
            return AddAsync(
                options.Request(parsed, root, results),
                parsed.GetValue(files)!,
                parsed.GetValue(type)!,
                parsed.GetValue(key),
                parsed.GetValue(digestOnly),
                token);
        });
        return new Command("evidence", "Evidence of other tools.") { add, ImportCommand.Create() };
    }

    /// <summary>The key that signs evidence; the caller disposes of it.</summary>
    /// <exception cref="UsageException">None is given.</exception>
    public static Ed25519PrivateKey Key(string? file) =>
        PrivateKeySource.Read(KeyUse.Evidence, string.IsNullOrEmpty(file) ? null : file, Environment.GetEnvironmentVariable)
            ?? throw new UsageException(
                $"no evidence key: give --key FILE or set {PrivateKeySource.Variable(KeyUse.Evidence)}; `gates keys new --use evidence` makes one");

    /// <summary>A file that is offered as evidence.</summary>
    /// <exception cref="UsageException">It cannot be read, or is larger than any document of evidence.</exception>
    public static byte[] Bytes(string name)
    {
        try
        {
            using var stream = File.OpenRead(name);
            return BoundedBytes.Read(stream, EvidenceJson.MaxBytes)
                ?? throw new UsageException(FormattableString.Invariant($"{name}: more than the {EvidenceJson.MaxBytes} bytes that one document may have"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name}: cannot be read: {NamedFile.Why(name, e)}");
        }
    }

    private static async Task<int> AddAsync(
        EvidenceRequest request,
        string[] files,
        string type,
        string? keyFile,
        bool digestOnly,
        CancellationToken cancellationToken)
    {
        using var key = Key(keyFile);
        var repository = await GitRepository.FindAsync(request.Workspace, token: null, cancellationToken);
        var commit = repository is null ? null : await repository.HeadAsync(cancellationToken);
        return (int)await EvidenceOptions.Session().AddAsync(request, Files, cancellationToken);

        IReadOnlyList<BranchItem> Files(EvidenceKeys keys)
        {
            keys.RefuseAsEvidence(key, TimeProvider.System.GetUtcNow());
            var reader = new ThirdPartyFile(GateCatalog.FileSecrets(TimeProvider.System, cancellationToken), key, TimeProvider.System.GetUtcNow());
            var named = FileArguments.Expand(files, new DirectoryInfo(Environment.CurrentDirectory));
            if (named.Count > 1)
            {
                var small = named.Where(name => new FileInfo(name) is { Exists: true, Length: <= ThirdPartyFile.MaxStored });
                ImportCommand.RefuseBroken(small.Select(name => (name, Bytes(name))));
            }

            var items = named.Select(file => (Name: file, Items: reader.Read(new FileInfo(file), type, commit, digestOnly))).ToList();
            foreach (var (name, _) in items.Where(item => !digestOnly && item.Items.Count == 1))
            {
                Console.Error.WriteLine(
                    Escape.LogLine(
                        Escape.OneLine(
                            FormattableString.Invariant($"gates: {name}: larger than {ThirdPartyFile.MaxStored >> 20} MiB, so only its digest is logged"))));
            }

            return [.. items.SelectMany(item => item.Items)];
        }
    }
}
