using System.CommandLine;
using Gates.Attestation.Branch;
using Gates.Attestation.Lifetime;
using Gates.Doors.Files;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands;

/// <summary>What the commands about erasure and retention can be told alike.</summary>
internal sealed class LifetimeOptions
{
    private const int MaxText = 64 << 10;

    private readonly EvidenceOptions evidence = new();
    private readonly Option<string> workspace = new("--workspace") { Description = "The repository (default: the one of this folder)." };
    private readonly Option<string> key = new("--key")
    {
        Description = "The evidence key, a PEM file (default: the variable GATES_EVIDENCE_KEY_FILE or GATES_EVIDENCE_KEY).",
    };

    private readonly Option<string> by = new("--by")
    {
        Description = "A file with the name of who asked for it, logged as a commitment (default: in a job, who started it).",
    };

    public static LifetimeTools Tools() => new(
        Environment.GetEnvironmentVariable,
        JobEnvironment.Read(Environment.GetEnvironmentVariable).Token,
        TimeProvider.System,
        EvidenceOptions.Spread,
        Console.Out);

    /// <summary>Adds them to a command that signs something.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(by);
        AddUnnamedTo(command);
    }

    /// <summary>Adds them to a command that signs something, and that says nothing of who asked.</summary>
    public void AddUnnamedTo(Command command)
    {
        command.Options.Add(key);
        command.Options.Add(workspace);
        evidence.AddTo(command, withYear: false);
    }

    public EvidenceRequest Evidence(ParseResult parsed)
    {
        var root = Path.GetFullPath(parsed.Text(workspace) ?? Environment.CurrentDirectory);
        return evidence.Request(parsed, root, root, withYear: false);
    }

    public string? Key(ParseResult parsed) => parsed.Text(key);

    /// <exception cref="UsageException">The file cannot be read, or holds nothing.</exception>
    public string? By(ParseResult parsed)
    {
        if (parsed.Text(by) is not { } file)
        {
            return JobEnvironment.Read(Environment.GetEnvironmentVariable).Run?.Actor;
        }

        return ReadFile("--by", file).Trim() is { Length: > 0 } name ? name : throw new UsageException($"--by {file}: empty; the name of who asked is wanted");
    }

    /// <summary>A short file, or a descriptor such as <c>/dev/fd/9</c>: what is personal never stands in a command line.</summary>
    public static string ReadFile(string option, string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return Read(stream, $"{option} {file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option} {file}: cannot be read: {NamedFile.Why(file, e)}");
        }
    }

    /// <summary>A short text.</summary>
    public static string Read(Stream stream, string source) => BoundedBytes.Read(stream, MaxText) is { } bytes
        ? System.Text.Encoding.UTF8.GetString(bytes)
        : throw new UsageException($"{source}: larger than any list of names");
}
