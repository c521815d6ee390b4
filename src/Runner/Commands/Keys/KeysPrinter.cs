using Gates.Attestation;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands.Keys;

/// <summary>What <c>gates keys</c> tells people.</summary>
internal static class KeysPrinter
{
    /// <summary>The new keys, and what to do with them.</summary>
    public static void Made(IReadOnlyList<NewKey> keys, string keyring, TextWriter output)
    {
        var folder = KeysSession.PublicFolder(keyring);
        output.WriteLine(Escape.OneLine($"wrote {keyring} and {folder}/, and {Prose.Count(keys.Count, "private key")}:"));
        foreach (var key in keys)
        {
            output.WriteLine(
                Escape.OneLine($"  {KeyringJson.Name(key.Entry.Use),-8}  {key.Entry.Key}  until {KeyringNotes.Day(key.Entry.ValidTo)}  {key.File}"));
        }

        foreach (var key in keys.Where(key => key.Entry.Name is not null))
        {
            output.WriteLine(Escape.OneLine($"Tell those whose logs you watch: {new WitnessVerifier(key.Entry.Name!, key.Entry.Key).Text}"));
        }

        var secrets = Prose.Join([.. keys.Select(key => PrivateKeySource.Variable(key.Entry.Use))]);
        output.WriteLine("Next:");
        output.WriteLine(
            Escape.OneLine($"  1. Put each private file into the secret of its use, in an environment that only protected branches and tags may use: {secrets}; for example `gh secret set {PrivateKeySource.Variable(keys[0].Entry.Use)} --env release < {keys[0].File}`."));
        output.WriteLine(Escape.OneLine($"  2. Commit {keyring} and {folder}/ to the default branch: verifiers take their trust from there."));
        output.WriteLine(Escape.OneLine($"  3. Delete the private files: `shred -u {string.Join(' ', keys.Select(key => key.File))}`."));
    }

    public static void Admitted(KeyringEntry entry, string keyring, TextWriter output)
    {
        output.WriteLine(Escape.OneLine($"wrote {keyring}: the witness {entry.Name} counts with the key {entry.Key} until {KeyringNotes.Day(entry.ValidTo)}"));
        output.WriteLine("Commit it to the default branch: verifiers take their trust from there.");
    }

    public static void Revoked(KeyringEntry entry, string keyring, TextWriter output)
    {
        output.WriteLine(
            Escape.OneLine($"wrote {keyring}: the {KeyringJson.Name(entry.Use)} key {entry.Key} is revoked since {EvidenceTime.Write(entry.Revoked!.At)}: {entry.Revoked.Reason}"));
        output.WriteLine($"Commit it to the default branch, remove the key from {PrivateKeySource.Variable(entry.Use)}, and make another: `gates keys new --use {KeyringJson.Name(entry.Use)}`.");
    }

    /// <summary>A line a key, in the keyring's order, and what needs doing.</summary>
    public static void List(Keyring keyring, DateTimeOffset now, TextWriter output)
    {
        foreach (var entry in keyring.Keys)
        {
            var name = entry.Name is null ? "" : entry.Name + "  ";
            output.WriteLine(Escape.OneLine($"{KeyringJson.Name(entry.Use),-8}  {entry.Key}  {name}{State(entry, now)}"));
        }

        foreach (var note in KeyringNotes.Of(keyring, now))
        {
            output.WriteLine($"Note: {note}");
        }
    }

    internal static string State(KeyringEntry entry, DateTimeOffset now) => entry switch
    {
        { Revoked: { } revoked } => $"revoked since {EvidenceTime.Write(revoked.At)}: {revoked.Reason}",
        _ when now < entry.ValidFrom => $"counts from {KeyringNotes.Day(entry.ValidFrom)} until {KeyringNotes.Day(entry.ValidTo)}",
        _ when now >= entry.ValidTo => $"ended on {KeyringNotes.Day(entry.ValidTo)}; what it signed from {KeyringNotes.Day(entry.ValidFrom)} on still counts",
        _ when entry.ValidTo - now <= KeyringNotes.Ahead => $"valid until {KeyringNotes.Day(entry.ValidTo)}, ends {KeyringNotes.Left(entry.ValidTo - now)}",
        _ => $"valid until {KeyringNotes.Day(entry.ValidTo)}",
    };
}
