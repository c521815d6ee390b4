using System.CommandLine;
using Gates.Attestation.Sigstore;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands;

/// <summary>Whom to believe without a key, as commands that verify are told.</summary>
/// <param name="shared">The trusted root's option, where the command has it already.</param>
internal sealed class KeylessOptions(Option<string>? shared = null)
{
    private readonly Option<string> root = shared ?? new("--trusted-root")
    {
        Description = $"The Sigstore whose keyless signatures count: a trusted_root.json, or several, one a line (default: {TrustedRoots.Path} at the "
            + "repository's default branch). Nothing is fetched.",
    };

    private readonly Option<string> identity = new("--identity")
    {
        Description = "Whose keyless signatures count: an e-mail address or a workflow's address with its ref; * stands for any characters but / and "
            + "@, ** for any at all.",
    };

    private readonly Option<string> issuer = new("--issuer")
    {
        Description = "Who must vouch for that identity, exactly, such as "
            + "https://token.actions.githubusercontent.com.",
    };

    private readonly Option<string> source = new("--source-repository")
    {
        Description = "The repository that the signing workflow must have run for, "
            + "as --identity is written.",
    };

    public void AddTo(Command command)
    {
        foreach (var option in shared is null ? (Option[])[root, identity, issuer, source] : [identity, issuer, source])
        {
            command.Add(option);
        }
    }

    /// <summary>The same for the repository of a folder, and whatever file.</summary>
    /// <inheritdoc cref="ReadAsync(ParseResult, string?, GitRepository?, string?, CancellationToken)"/>
    public async Task<KeylessTrust?> ReadAsync(ParseResult parsed, string folder, CancellationToken cancellationToken) => await ReadAsync(
        parsed,
        null,
        await GitRepository.FindAsync(new DirectoryInfo(folder), token: null, cancellationToken),
        JobEnvironment.Read(Environment.GetEnvironmentVariable).DefaultBranch,
        cancellationToken);

    /// <returns><see langword="null"/> where no Sigstore is believed.</returns>
    /// <exception cref="UsageException">What is told does not fit together.</exception>
    public async Task<KeylessTrust?> ReadAsync(
        ParseResult parsed, string? artifact, GitRepository? repository, string? told, CancellationToken cancellationToken)
    {
        var (who, by, from) = (parsed.Text(identity), parsed.Text(issuer), parsed.Text(source));
        if ((who ?? from) is not null && by is null)
        {
            throw new UsageException($"{(who is null ? "--source-repository" : "--identity")} means nothing without --issuer, who vouches for it");
        }

        if ((who ?? from) is null && by is not null)
        {
            throw new UsageException("--issuer vouches for anybody; say whose signatures count, with --identity or --source-repository");
        }

        var file = artifact is null ? null : SignedArtifact.Read(artifact);
        var roots = await TrustedRootFile.FindAsync(parsed.Text(root), repository, told, cancellationToken);
        if (roots is null && (by is not null || file is not null))
        {
            // A file that a key signed needs no instance of Sigstore.
            roots = by is null ? new TrustedRoots([], "no Sigstore") : throw new UsageException(
                $"no Sigstore is known whose signatures could count: give --trusted-root FILE, or keep one in {TrustedRoots.Path} with `gates trust "
                    + "import FILE`");
        }

        var signer = by is null ? null : new SignerPolicy { Identity = who, Issuer = by, SourceRepository = from };
        return roots is null ? null : new KeylessTrust(roots, signer, file);
    }
}
