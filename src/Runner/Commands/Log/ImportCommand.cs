using System.CommandLine;
using Gates.Attestation;
using Gates.Attestation.Branch;
using Gates.Attestation.Chains;
using Gates.BuiltIn;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Runner.Reports;

namespace Gates.Runner.Commands.Log;

/// <summary><c>gates evidence import</c>: a chain of hashes that others keep.</summary>
internal static class ImportCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The chain is intact; without --check it is in the log.",
        Fails = "The chain is broken; nothing was logged.",
        Variables = [Variable.EvidenceKey, Variable.LogKey, Variable.Token],
        Examples =
        [
            new("gates evidence import --check 'audit/**/*.json'", "Say whether each record names the digest of the one before it."),
            new("gates evidence import rotations.jsonl", "Log such a chain, as something that others say."),
        ],
    };

    public static Command Create()
    {
        var options = new ImportOptions();
        var import = new Verb("import", "Verify a hash chain of others, and put it into the log with a statement of its own.", Help);
        options.AddTo(import);
        import.SetAction((parsed, token) => RunAsync(options, parsed, token));
        return import;
    }

    private static async Task<int> RunAsync(ImportOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var continued = Digest(parsed.Text(options.After), "--after");
        var chain = Read(parsed.GetValue(options.Files)!);
        var report = ChainVerifier.Verify([.. chain.SelectMany(file => file.Records)], continued, Digest(parsed.Text(options.Last), "--last"));
        Print(chain, report);
        if (report.Faults.Count > 0 || parsed.GetValue(options.Check))
        {
            return (int)(report.Faults.Count > 0 ? ExitCode.Fails : ExitCode.Holds);
        }

        var root = parsed.Text(options.Workspace) is { } given ? Path.GetFullPath(given) : Environment.CurrentDirectory;
        var results = parsed.Text(options.Output) ?? ".gates/evidence";
        OutputPlace.Demand("--out", results, root, Environment.GetEnvironmentVariable);
        using var signer = EvidenceCommand.Key(parsed.Text(options.Key));
        return (int)await EvidenceOptions.Session().AddAsync(options.Log.Request(parsed, root, results), Items, cancellationToken);

        IReadOnlyList<BranchItem> Items(EvidenceKeys keys)
        {
            var now = TimeProvider.System.GetUtcNow();
            keys.RefuseAsEvidence(signer, now);
            return new ChainItems(GateCatalog.FileSecrets(TimeProvider.System, cancellationToken), signer, now)
                .Of(chain, report, continued, parsed.GetValue(options.DigestOnly));
        }
    }

    /// <summary>Refuses files that are records of such a chain, and do not continue each other: nothing broken is logged as something else either.</summary>
    /// <param name="files">Names and contents.</param>
    /// <exception cref="RefusedEvidenceException">They do not.</exception>
    public static void RefuseBroken(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        try
        {
            var chain = ChainFiles.Read(files.Where(file => ChainFiles.IsRecord(file.Bytes)));
            if (chain.Count > 1 && ChainVerifier.Verify([.. chain.SelectMany(file => file.Records)], isPart: true).Faults is { Count: > 0 } faults)
            {
                throw new EvidenceFormatException(
                    $"{string.Join('\n', faults)}\nThe chain is broken; nothing was logged. `gates evidence import --check` says more.");
            }
        }
        catch (EvidenceFormatException e)
        {
            throw new RefusedEvidenceException(e.Message, e);
        }
    }

    private static IReadOnlyList<ChainFile> Read(IReadOnlyList<string> given)
    {
        try
        {
            var named = FileArguments.Expand(given, new DirectoryInfo(Environment.CurrentDirectory));
            return ChainFiles.Read(named.Select(name => (name, EvidenceCommand.Bytes(name))));
        }
        catch (EvidenceFormatException e)
        {
            throw new RefusedEvidenceException(e.Message, e);
        }
    }

    private static string? Digest(string? text, string option) => text is null
        ? null
        : ChainRecord.Digest(text) ?? throw new UsageException($"{option} {Say.Quote(text)}: not a SHA-256, which has 64 digits of hex");

    private static void Print(IReadOnlyList<ChainFile> chain, ChainReport report)
    {
        foreach (var fault in report.Faults)
        {
            Line(Console.Error, $"gates: {fault}");
        }

        var count = $"{Prose.Count(report.Records.Count, "record")} in {Prose.Count(chain.Count, "file")}";
        var times = $"from {EvidenceTime.Write(report.Records[0].Time)} to {EvidenceTime.Write(report.Records[^1].Time)}";
        Line(Console.Out, report.Faults.Count > 0
            ? $"broken: {count}, {Prose.Count(report.Faults.Count, "fault")}"
            : $"intact: {count}, {times}; digests are over {report.Form.Meaning}");
        if (report.Faults.Count == 0)
        {
            Line(Console.Out, $"the last record's digest is {report.LastDigest}: what came after it, if something did, is not seen here");
        }
    }

    private static void Line(TextWriter output, string text) => output.WriteLine(TerminalLine.Of(Escape.LogLine(Escape.OneLine(text))));
}
