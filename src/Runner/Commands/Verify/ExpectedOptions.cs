using System.CommandLine;
using Gates.Attestation.Controls;
using Gates.Attestation.Verification.Expected;
using Gates.Doors.Files;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Verify;

/// <summary>The options by which a reader says what the evidence must be about.</summary>
internal sealed class ExpectedOptions
{
    private const string Digest = "sha256:";

    private readonly Option<string> tag = new("--tag") { Description = "The release that a pack or a release's folder must be of." };
    private readonly Option<string> commit = new("--commit")
    {
        Description = "The commit that all must be about, or the beginning of its id; on a branch, something.",
    };
    private readonly Option<string> repository = new("--repository") { Description = "The repository that it must be of, such as github.com/acme/app." };
    private readonly Option<string[]> artifact = new("--artifact")
    {
        Description = "A file that something signed must be about, or its sha256:DIGEST; may be repeated (default: any; of a "
            + "signature over a file the one beside it).",
    };
    private readonly Option<bool> passed = new("--require-passed") { Description = "The newest decision must be PASSED." };

    public void AddTo(Command command)
    {
        command.Options.Add(tag);
        command.Options.Add(commit);
        command.Options.Add(repository);
        command.Options.Add(artifact);
        command.Options.Add(passed);
    }

    /// <exception cref="UsageException">A file cannot be read, or a commit's id is none.</exception>
    public Expectations Read(ParseResult parsed)
    {
        var wanted = new Expectations
        {
            Tag = parsed.Text(tag),
            Commit = parsed.Text(commit),
            Repository = parsed.Text(repository),
            Artefacts = [.. (parsed.GetValue(artifact) ?? []).Where(file => file.Length > 0).Select(Read)],
            RequirePassed = parsed.GetValue(passed),
        };
        wanted.Demand();
        return wanted;
    }

    /// <summary>The file that a single bundle must be about; <see langword="null"/> where none is named, or several are.</summary>
    public string? Single(ParseResult parsed) => (parsed.GetValue(artifact) ?? []).Where(file => file.Length > 0).ToList() is [var one] ? one : null;

    private static EvidenceItem Read(string file)
    {
        if (file.StartsWith(Digest, StringComparison.Ordinal))
        {
            var digest = file[Digest.Length..];
            return digest.Length == 64 && digest.All(char.IsAsciiHexDigitLower)
                ? new EvidenceItem(file, 0, digest)
                : throw new UsageException($"--artifact {file}: not 64 lower-case hexadecimal digits after sha256:");
        }

        try
        {
            using var stream = File.OpenRead(file);
            return EvidenceFolder.Read(stream, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or EvaluationException)
        {
            throw new UsageException($"--artifact {file}: cannot be read: {NamedFile.Why(file, e)}");
        }
    }
}
