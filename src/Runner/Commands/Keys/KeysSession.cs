using System.Text;
using Gates.Attestation;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Keys;

/// <summary>
/// Makes, replaces and revokes the keys of a repository. Private halves go into files; everything else into the keyring and what is made from it.
/// </summary>
/// <param name="root">The repository's root, or any folder.</param>
/// <param name="repository">The repository, if there is one.</param>
/// <param name="time">The clock.</param>
internal sealed class KeysSession(DirectoryInfo root, GitRepository? repository, TimeProvider time)
{
    private const string Command = "gates keys";

    /// <summary>The folder of what is made from a keyring.</summary>
    public static string PublicFolder(string keyring) => Path.Join(Path.GetDirectoryName(keyring), PublicKeyFiles.Folder);

    /// <exception cref="UsageException">A use has a key already, or something is in the way.</exception>
    public async Task<IReadOnlyList<NewKey>> NewAsync(KeysRequest request, CancellationToken cancellationToken)
    {
        var (keyring, now) = (Read(request.Keyring), Now());
        var uses = request.Uses ?? [.. Enum.GetValues<KeyUse>().Where(use => use != KeyUse.Witness)];
        DemandName(uses, request.WitnessName);
        foreach (var use in uses)
        {
            if (keyring.Current(use, now) is [var entry, ..])
            {
                throw new UsageException($"{Say.Path(request.Keyring)} has a key for {KeyringJson.Name(use)} already: {entry.Key}, until {KeyringNotes.Day(entry.ValidTo)}; `gates keys rotate` replaces it, `--use` makes keys for other uses only");
            }
        }

        return await AddAsync(keyring, uses, request, now, cancellationToken);
    }

    /// <exception cref="UsageException">A use has no key to replace, or something is in the way.</exception>
    public async Task<IReadOnlyList<NewKey>> RotateAsync(KeysRequest request, CancellationToken cancellationToken)
    {
        var (keyring, now) = (Read(request.Keyring), Now());
        var all = Enum.GetValues<KeyUse>();
        var current = all.Where(use => keyring.Current(use, now).Count > 0).ToList();
        var uses = request.Uses ?? [.. current.Where(use => use != KeyUse.Witness)];
        if (uses.Count == 0 || uses.Except(current).Any())
        {
            var missing = uses.Except(current).DefaultIfEmpty(KeyUse.Evidence).First();
            throw new UsageException($"{Say.Path(request.Keyring)} has no {KeyringJson.Name(missing)} key that counts now; `gates keys new --use {KeyringJson.Name(missing)}` makes one");
        }

        keyring = uses.Aggregate(keyring, (ring, use) => ring.Retire(use, now, now + request.Overlap));
        return await AddAsync(keyring, uses, request, now, cancellationToken);
    }

    /// <param name="path">The keyring's.</param>
    /// <param name="name">The key's id, or its beginning.</param>
    /// <param name="reason">For people.</param>
    /// <param name="at">From when on its signatures count for nothing; <see langword="null"/> means now.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="UsageException">No key, or more than one, is meant.</exception>
    public async Task<KeyringEntry> RevokeAsync(string path, string name, string reason, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var (keyring, now) = (Read(path), Now());
        var entry = keyring.Named(name) switch
        {
            [var one] => one,
            [] => throw new UsageException($"{Say.Quote(name)} is no key of {Say.Path(path)}; it has {Ids(keyring.Keys)}"),
            var several => throw new UsageException($"{Say.Quote(name)} begins the ids of several keys: {Ids(several)}; give more of it"),
        };
        var revocation = new KeyRevocation(at ?? now, reason);
        if (revocation.At > now)
        {
            throw new UsageException($"--at {EvidenceTime.Write(revocation.At)}: is in the future; a key is revoked from now on or from an earlier moment, when it was lost");
        }

        if (entry.Revoked is { } before && before.At <= revocation.At)
        {
            throw new UsageException($"the key {entry.Key} is revoked since {EvidenceTime.Write(before.At)} ({Say.Quote(before.Reason)}); only an earlier --at changes that");
        }

        await WriteAsync(keyring.Revoke(entry, revocation), path, null, cancellationToken);
        return entry with { Revoked = revocation };
    }

    /// <summary>Takes the key of an outsider into the keyring, whose cosignatures then count.</summary>
    /// <param name="path">The keyring's.</param>
    /// <param name="witness">The key.</param>
    /// <param name="valid">How long it counts.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="UsageException">The keyring has the key already.</exception>
    public async Task<KeyringEntry> AdmitAsync(string path, WitnessVerifier witness, TimeSpan valid, CancellationToken cancellationToken)
    {
        var (keyring, now) = (Read(path), Now());
        if (keyring.Find(witness.Key.KeyId) is { } known)
        {
            throw new UsageException($"{Say.Path(path)} has the key {known.Key} already, for {KeyringJson.Name(known.Use)}; one key has one use");
        }

        var entry = new KeyringEntry(witness.Key, KeyUse.Witness, now, now + valid) { Name = witness.Name };
        await WriteAsync(keyring.With(entry), path, null, cancellationToken);
        return entry;
    }

    /// <exception cref="UsageException">There is none, or it is not one.</exception>
    public Keyring List(string path) => File(path).Read() is null
        ? throw new UsageException($"{Say.Path(path)}: there is no keyring; `gates keys new` makes the first keys")
        : Read(path);

    private static void DemandName(IReadOnlyCollection<KeyUse> uses, string? name)
    {
        if (uses.Contains(KeyUse.Witness) != (name is not null))
        {
            throw new UsageException(name is null
                ? "a witness has a name: give --name NAME, such as example.org/auditor"
                : $"--name {Say.Quote(name)}: only a witness has a name; give --use witness as well");
        }

    }

    private static string Ids(IEnumerable<KeyringEntry> entries) =>
        string.Join(", ", entries.Select(entry => $"{entry.Key} ({KeyringJson.Name(entry.Use)})").DefaultIfEmpty("none"));

    private DateTimeOffset Now() => EvidenceTime.Second(time.GetUtcNow());

    private WholeFile File(string path) => new(root, path, Command);

    private Keyring Read(string path)
    {
        try
        {
            return File(path).Read() is { } text ? KeyringJson.Read(Encoding.UTF8.GetBytes(text), path) : Keyring.Empty;
        }
        catch (EvidenceFormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>Private keys first: a keyring must not name a key that nobody has.</summary>
    private async Task<IReadOnlyList<NewKey>> AddAsync(
        Keyring keyring,
        IReadOnlyList<KeyUse> uses,
        KeysRequest request,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var folder = await PrivateKeyFolder.PrepareAsync(request.Out, root, repository, cancellationToken);
        var made = new List<NewKey>();
        var complete = false;
        try
        {
            foreach (var use in uses)
            {
                var name = use == KeyUse.Witness ? request.WitnessName ?? keyring.Keys.Last(entry => entry.Use == use).Name : null;
                using var key = PrivateKeyFile.Create(one => Path.Join(folder, FileName(use, one)));
                var entry = new KeyringEntry(key.PublicKey, use, now, now + request.Valid) { Name = name };
                made.Add(new NewKey(entry, Path.Join(request.Out, FileName(use, key.PublicKey))));
            }

            await WriteAsync(made.Aggregate(keyring, (ring, key) => ring.With(key.Entry)), request.Keyring, request.LogName, cancellationToken);
            complete = true;
            return made;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--out {Say.Path(request.Out)}: cannot be written: {e.Message}");
        }
        finally
        {
            foreach (var key in complete ? [] : made)
            {
                System.IO.File.Delete(Path.Join(folder, Path.GetFileName(key.File)));
            }
        }
    }

    private static string FileName(KeyUse use, Ed25519PublicKey key) => $"{KeyringJson.Name(use)}-{key.ShortId}.key.pem";

    private async Task WriteAsync(Keyring keyring, string path, string? logName, CancellationToken cancellationToken)
    {
        var folder = PublicFolder(path);
        logName ??= PublicKeyFiles.LogName(File(Path.Join(folder, PublicKeyFiles.LogVerifiers)).Read())
            ?? LogOrigin.Of((repository is null ? null : await repository.RemoteUrlAsync("origin", cancellationToken)) ?? root.FullName);
        foreach (var (name, text) in PublicKeyFiles.Of(keyring, logName))
        {
            File(Path.Join(folder, name)).Write(text);
        }

        // Last, because it is what counts.
        File(path).Write(Encoding.UTF8.GetString(KeyringJson.Write(keyring)));
    }
}

/// <param name="Entry">What the keyring says of it.</param>
/// <param name="File">Where its private half is, as the user was told.</param>
internal sealed record NewKey(KeyringEntry Entry, string File);
