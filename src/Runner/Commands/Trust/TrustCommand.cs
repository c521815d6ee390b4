using System.CommandLine;
using System.Text;
using Gates.Attestation;
using Gates.Attestation.Sigstore;
using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands.Trust;

/// <summary><c>gates trust</c>: the instances of Sigstore whose keyless signatures a repository believes.</summary>
internal static class TrustCommand
{
    private static VerbHelp ImportHelp { get; } = new()
    {
        Holds = "The trusted roots are kept.",
        Examples =
        [
            new("gates trust import trusted_root.json", "What `cosign trusted-root create` or a checked download of the public good instance gives."),
            new("gates trust import roots.jsonl", "What `gh attestation trusted-root` prints: GitHub's own instance, and the public one."),
        ],
    };

    private static VerbHelp ListHelp { get; } = new()
    {
        Holds = "The trusted roots were shown.",
        Examples = [new("gates trust list", "Whom this working copy believes.")],
    };

    public static Command Create() => new("trust", "Keep and show the instances of Sigstore whose keyless signatures count.") { Import(), List() };

    private static Command Import()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A trusted_root.json, or several, one a line. Nothing is fetched: how you came by it is what the trust rests on.",
        };
        var workspace = Workspace();
        var command = new Verb("import", $"Check a trusted root and keep it in {TrustedRoots.Path}, for review and merge.", ImportHelp) { file, workspace };
        command.SetAction(async (parsed, token) =>
        {
            var root = await RootAsync(parsed, workspace, token);
            var name = parsed.GetValue(file)!;
            var roots = await ReadAsync(name, name, token);
            new WholeFile(root, TrustedRoots.Path, "gates trust import").Write(await File.ReadAllBytesAsync(name, token));
            Print(roots, Console.Out);
            await Console.Out.WriteLineAsync($"wrote {TrustedRoots.Path}; it counts once it is on the default branch");
            return (int)ExitCode.Holds;
        });
        return command;
    }

    private static Command List()
    {
        var workspace = Workspace();
        var command = new Verb("list", $"Show what {TrustedRoots.Path} of this working copy holds.", ListHelp) { workspace };
        command.SetAction(async (parsed, token) =>
        {
            var path = Path.Join((await RootAsync(parsed, workspace, token)).FullName, TrustedRoots.Path);
            if (!File.Exists(path))
            {
                throw new UsageException($"{TrustedRoots.Path}: there is none; `gates trust import FILE` makes it");
            }

            Print(await ReadAsync(path, TrustedRoots.Path, token), Console.Out);
            return (int)ExitCode.Holds;
        });
        return command;
    }

    private static async Task<TrustedRoots> ReadAsync(string file, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await TrustedRootFile.ReadAsync(file, cancellationToken, name);
        }
        catch (EvidenceFormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static void Print(TrustedRoots roots, TextWriter output)
    {
        foreach (var root in roots.All)
        {
            Line(output, Say.Path(root.Source));
            foreach (var authority in root.CertificateAuthorities)
            {
                Line(output, $"  issues certificates     {Say.Path(authority.Name)}, {authority.Validity}");
            }

            Print(root.CertificateLogs, "logs certificates", output);
            Print(root.SignatureLogs, "logs signatures", output);
            foreach (var authority in root.TimestampAuthorities)
            {
                Line(output, $"  tells the time          {Say.Path(authority.Name)}, {authority.Validity}");
            }
        }

        Line(output, $"{Prose.Count(roots.All.Count, "instance")} of Sigstore");
    }

    private static void Print(IReadOnlyList<TrustedLog> logs, string what, TextWriter output)
    {
        foreach (var log in logs)
        {
            Line(output, $"  {what,-23} {Say.Path(log.Url)}, {log.Validity}{(log.Problem is { } problem ? $"; counts for nothing: {problem}" : "")}");
        }
    }

    private static void Line(TextWriter output, string text) => output.WriteLine(TerminalLine.Of(Escape.OneLine(text)));

    private static Option<string> Workspace() => new("--workspace") { Description = "The repository (default: the one of this folder)." };

    private static async Task<DirectoryInfo> RootAsync(ParseResult parsed, Option<string> workspace, CancellationToken cancellationToken)
    {
        var folder = new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory);
        return await GitRepository.FindAsync(folder, token: null, cancellationToken) is { } repository ? new DirectoryInfo(repository.Root) : folder;
    }
}
