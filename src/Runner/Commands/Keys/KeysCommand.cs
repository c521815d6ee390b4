using System.CommandLine;
using System.Globalization;
using Gates.Attestation;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Doors.Git;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.Runner.Commands.Keys;

/// <summary><c>gates keys</c>: the keys that evidence is signed with.</summary>
internal static class KeysCommand
{
    private const int MaxDays = 3650;

    private static VerbHelp NewHelp { get; } = new()
    {
        Holds = "The keys were made.",
        Examples = [new("gates keys new", "A key for each use, and the keyring.")],
    };

    private static VerbHelp RotateHelp { get; } = new()
    {
        Holds = "The keys were replaced.",
        Examples = [new("gates keys rotate --use log --overlap 30", "A new log key; the old one counts for thirty days more.")],
    };

    private static VerbHelp RevokeHelp { get; } = new()
    {
        Holds = "The key is revoked.",
        Examples = [new("gates keys revoke 4f2a --reason \"the laptop was stolen\"", "From now on its signatures count for nothing.")],
    };

    private static VerbHelp AdmitHelp { get; } = new()
    {
        Holds = "The witness is in the keyring.",
        Examples =
        [
            new(
                "gates keys admit example.org/auditor+2c6b5a1f+BBmbGV8VYTdHDQEYPTtzwcwYzN6lQ2JzbDLzYrmPJLoW",
                "Count the cosignatures of an outsider who watches the log."),
        ],
    };

    private static VerbHelp ListHelp { get; } = new()
    {
        Holds = "The keyring was shown.",
        Examples = [new("gates keys list", "Which keys there are, and which end soon.")],
    };

    public static Command Create() =>
        new("keys", "Make, replace, revoke and list the keys that evidence is signed with.") { New(), Rotate(), Revoke(), Admit(), List() };

    private static Command New()
    {
        var shared = new Shared();
        var (output, uses, valid, logName) = (Out(), Uses("evidence, log and release"), Valid(), LogName());
        var name = new Option<string>("--name") { Description = "The name of a witness, such as example.org/auditor; only with --use witness." };
        var command = new Verb(
            "new",
            "Make a key for each use, and the keyring that names them.", NewHelp) { shared.Keyring, output, uses, name, valid, logName, shared.Workspace };
        command.SetAction(async (parsed, token) =>
        {
            var request = Request(parsed, shared, output, uses, logName) with
            {
                Valid = Days(parsed.GetValue(valid), "--valid", 1),
                WitnessName = parsed.Text(name) is not { } text || NoteVerifier.IsName(text)
                    ? parsed.Text(name)
                    : throw new UsageException($"--name {Say.Quote(text)}: a witness's name has neither spaces nor plus signs, such as example.org/auditor"),
            };
            var session = await shared.OpenAsync(parsed, token);
            KeysPrinter.Made(await session.NewAsync(request, token), request.Keyring, Console.Out);
            return (int)ExitCode.Holds;
        });
        return command;
    }

    private static Command Rotate()
    {
        var shared = new Shared();
        var (output, uses, valid, logName) = (Out(), Uses("those that have a key"), Valid(), LogName());
        var overlap = new Option<int>("--overlap") { Description = "Days for which the old key still counts.", DefaultValueFactory = _ => 14 };
        var command = new Verb(
            "rotate",
            "Make new keys, and let the old ones end.", RotateHelp) { shared.Keyring, output, uses, valid, overlap, logName, shared.Workspace };
        command.SetAction(async (parsed, token) =>
        {
            var request = Request(parsed, shared, output, uses, logName) with
            {
                Valid = Days(parsed.GetValue(valid), "--valid", 1),
                Overlap = Days(parsed.GetValue(overlap), "--overlap", 0),
            };
            var session = await shared.OpenAsync(parsed, token);
            KeysPrinter.Made(await session.RotateAsync(request, token), request.Keyring, Console.Out);
            return (int)ExitCode.Holds;
        });
        return command;
    }

    private static Command Revoke()
    {
        var shared = new Shared();
        var key = new Argument<string>("KEYID") { Description = "The key, by its id or the beginning of it." };
        var reason = new Option<string>("--reason") { Description = "Why, for those who find it revoked.", Required = true };
        var at = new Option<string>("--at") { Description = "From when on its signatures count for nothing, such as 2026-01-31T08:00:00Z (default: now)." };
        var command = new Verb("revoke", "Say that a key must no longer be believed.", RevokeHelp) { key, reason, at, shared.Keyring, shared.Workspace };
        command.SetAction(async (parsed, token) =>
        {
            var session = await shared.OpenAsync(parsed, token);
            var path = shared.Path(parsed);
            var why = parsed.GetValue(reason) is { } text && !string.IsNullOrWhiteSpace(text)
                ? text
                : throw new UsageException("--reason is empty; say why the key is revoked");
            KeysPrinter.Revoked(await session.RevokeAsync(path, parsed.GetValue(key)!, why, Time(parsed.GetValue(at)), token), path, Console.Out);
            return (int)ExitCode.Holds;
        });
        return command;
    }

    private static Command Admit()
    {
        var shared = new Shared();
        var (key, valid) = (new Argument<string>("KEY") { Description = "The witness's key, NAME+KEYID+BASE64, as it told you." }, Valid());
        var command = new Verb("admit", "Take the key of a witness into the keyring.", AdmitHelp) { key, shared.Keyring, valid, shared.Workspace };
        command.SetAction(async (parsed, token) =>
        {
            var session = await shared.OpenAsync(parsed, token);
            var path = shared.Path(parsed);
            var days = Days(parsed.GetValue(valid), "--valid", 1);
            KeysPrinter.Admitted(await session.AdmitAsync(path, Witness(parsed.GetValue(key)!), days, token), path, Console.Out);
            return (int)ExitCode.Holds;
        });
        return command;
    }

    private static WitnessVerifier Witness(string text)
    {
        try
        {
            return WitnessVerifier.Parse(text, "KEY");
        }
        catch (EvidenceFormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static Command List()
    {
        var shared = new Shared();
        var command = new Verb("list", "Show the keyring, and which keys end soon.", ListHelp) { shared.Keyring, shared.Workspace };
        command.SetAction(async (parsed, token) =>
        {
            var session = await shared.OpenAsync(parsed, token);
            KeysPrinter.List(session.List(shared.Path(parsed)), TimeProvider.System.GetUtcNow(), Console.Out);
            return (int)ExitCode.Holds;
        });
        return command;
    }

    private static KeysRequest Request(ParseResult parsed, Shared shared, Option<string> output, Option<string> uses, Option<string> logName) => new()
    {
        Keyring = shared.Path(parsed),
        Out = parsed.Text(output) ?? PrivateKeyFolder.Default,
        Uses = parsed.Text(uses) is { } names
            ? [.. names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).Select(Use)]
            : null,
        LogName = parsed.Text(logName) is not { } name || NoteVerifier.IsName(name)
            ? parsed.Text(logName)
            : throw new UsageException($"--log-name {Say.Quote(name)}: a log's name has neither spaces nor plus signs, such as github.com/acme/shop"),
    };

    private static KeyUse Use(string name) => KeyringJson.Use(name)
        ?? throw new UsageException($"--use {Say.Quote(name)} is not a use{Suggestion.Words(name, Names)} the uses are {string.Join(", ", Names)}");

    private static IEnumerable<string> Names => Enum.GetValues<KeyUse>().Select(KeyringJson.Name);

    private static TimeSpan Days(int days, string option, int least) => days >= least && days <= MaxDays
        ? TimeSpan.FromDays(days)
        : throw new UsageException(FormattableString.Invariant($"{option} {days}: a number of days from {least} to {MaxDays} is wanted"));

    private static DateTimeOffset? Time(string? text) => string.IsNullOrEmpty(text) ? null
        : EvidenceTime.TryRead(text, out var time) ? time
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
        : throw new UsageException($"--at {Say.Quote(text)} is not a time such as 2026-01-31T08:00:00Z or a day such as 2026-01-31 (UTC)");

    private static Option<string> Out() =>
        new("--out") { Description = $"The folder of the private keys (default: {PrivateKeyFolder.Default}, which git ignores)." };

    private static Option<string> Uses(string otherwise)
    {
        var uses = new Option<string>("--use")
        {
            Description = $"Only keys for these uses, separated by commas: {string.Join(", ", Names)} (default: {otherwise}).",
        };
        uses.CompletionSources.Add([.. Names]);
        return uses;
    }

    private static Option<int> Valid() => new("--valid") { Description = "Days for which a new key counts.", DefaultValueFactory = _ => 365 };

    private static Option<string> LogName() =>
        new("--log-name") { Description = "The log's name, without its year (default: as before, else after the remote origin: github.com/acme/shop)." };

    /// <summary>What every one of the commands can be told.</summary>
    private sealed class Shared
    {
        public Option<string> Keyring { get; } = new("--keyring") { Description = $"The keyring (default: {Gates.Attestation.Keys.Keyring.Path})." };

        public Option<string> Workspace { get; } = new("--workspace") { Description = "The repository (default: the one of this folder)." };

        public string Path(ParseResult parsed) => parsed.Text(Keyring) ?? Gates.Attestation.Keys.Keyring.Path;

        public async Task<KeysSession> OpenAsync(ParseResult parsed, CancellationToken cancellationToken)
        {
            var folder = new DirectoryInfo(parsed.Text(Workspace) ?? Environment.CurrentDirectory);
            var repository = await GitRepository.FindAsync(folder, token: null, cancellationToken);
            return new KeysSession(repository is null ? folder : new DirectoryInfo(repository.Root), repository, TimeProvider.System);
        }
    }
}
