using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Attestation.Branch.Watching;

/// <summary>
/// Watches another repository's log (C2SP tlog-witness, tlog-cosignature): cosigns its newest checkpoint when that continues what was cosigned before,
/// and never anything else.
/// </summary>
/// <param name="request">Which log, and as whom.</param>
/// <param name="variables">Reads an environment variable.</param>
/// <param name="token">The job's token, for its own server.</param>
/// <param name="time">The time of the cosignatures.</param>
/// <param name="output">Where to say what came of it.</param>
internal sealed class WitnessSession(WitnessRequest request, Func<string, string?> variables, string? token, TimeProvider time, TextWriter output)
{
    private const int MaxAttempts = 10;

    private readonly WholeFile stateFile = new(
        new DirectoryInfo(Path.GetDirectoryName(request.State)!), Path.GetFileName(request.State), "gates witness");

    /// <exception cref="UsageException">There is no key, no name, or a log that the state does not know.</exception>
    /// <exception cref="RefusedEvidenceException">The log was cut off, rewritten or taken away since.</exception>
    /// <exception cref="EvaluationException">It cannot be read, or the cosignature not be put there.</exception>
    public async Task<ExitCode> RunAsync(CancellationToken cancellationToken)
    {
        var trust = await TrustFinder.ReadAsync(request.Trust, cancellationToken);
        using var key = PrivateKeySource.Read(KeyUse.Witness, request.Key, variables)
            ?? throw new UsageException(
                $"no witness key: give --key FILE or set {PrivateKeySource.Variable(KeyUse.Witness)}; `gates keys new --use witness --name NAME` makes one");
        var witness = new WitnessVerifier(Name(key), key.PublicKey);
        if (trust.All.FirstOrDefault(known => known.KeyId == key.KeyId) is not null && trust.Keyring.Find(key.KeyId)?.Use != KeyUse.Witness)
        {
            throw new UsageException($"the key {key.KeyId} is one of {trust.Source}; a witness has a key of its own, which signs nothing else");
        }

        using var repository = await EvidenceRepository.OpenAsync(request.Workspace, request.Remote, token, cancellationToken);
        var state = Read(witness);
        var year = time.GetUtcNow().Year;
        var seen = 0;
        foreach (var one in request.Year is { } only ? new[] { only } : [year - 1, year])
        {
            var log = new WitnessedLog(repository, trust, Origin(repository, one), one);
            try
            {
                var (next, isThere) = await CosignAsync(log, state, witness, key, cancellationToken);
                (state, seen) = (next, seen + (isThere ? 1 : 0));
            }
            catch (LogException e)
            {
                var hint = e.Fault == LogFault.WrongOrigin ? "; where that log is the one you mean, name it with --origin, without the year" : "";
                throw new RefusedEvidenceException($"{e.Fault}: {e.Message}{hint}\nNothing was cosigned.", e);
            }
        }

        if (seen == 0)
        {
            Say($"there is no log of {Origin(repository, request.Year ?? year)} yet; nothing was cosigned");
        }

        return ExitCode.Holds;
    }

    private async Task<(WitnessState State, bool IsThere)> CosignAsync(
        WitnessedLog log, WitnessState state, WitnessVerifier witness, Ed25519PrivateKey key, CancellationToken cancellationToken)
    {
        var known = state.Notes.GetValueOrDefault(log.Origin);
        var seen = known is null ? null : Checkpoint.Parse(known.Text, request.State);
        if (await log.OpenAsync(cancellationToken) is not { } reader)
        {
            return seen is null ? (state, false) : throw new LogException(
                LogFault.Missing, FormattableString.Invariant($"the log of {log.Origin} is gone, and this witness saw {seen.Size} entries of it"));
        }

        if (seen is null)
        {
            DemandBegin(log, state);
        }
        else
        {
            reader.DemandContinues(seen, "this witness");
        }

        if (known is null || seen!.Size != reader.Size)
        {
            known = Cosign(reader, known, witness, key);
            state = state.With(log.Origin, known);

            // First, so that whatever happens next, this witness never says anything that contradicts it.
            stateFile.Write(state.ToBytes());
            Say($"cosigned {Prose.Count((int)reader.Size, "entry", "entries")} of {log.Origin} as {witness}");
        }
        else
        {
            Say($"nothing new: {Prose.Count((int)reader.Size, "entry", "entries")} of {log.Origin}, cosigned before");
        }

        await KeepAsync(log, known, witness, cancellationToken);
        return (state, true);
    }

    /// <summary>An unknown log may be one whose past this witness ought to know: the state was lost, or the log's name aims it at another one.</summary>
    private void DemandBegin(WitnessedLog log, WitnessState state)
    {
        if (!request.Begin && !state.Notes.ContainsKey(log.OriginOf(log.Year - 1)))
        {
            throw new UsageException(
                $"{request.State} knows nothing of {log.Origin}: give --begin to take it as it is, the first time; a witness that lost its state can no "
                + "longer say that nothing was taken away");
        }
    }

    private SignedNote Cosign(LogReader reader, SignedNote? before, WitnessVerifier witness, Ed25519PrivateKey key)
    {
        var now = EvidenceTime.Second(time.GetUtcNow());
        if (before is not null && Cosignature.Of(before, [witness], request.State) is [{ } last, ..] && last.Time > now)
        {
            throw new EvaluationException(
                $"this machine's clock says {EvidenceTime.Write(now)}, and this witness cosigned at {EvidenceTime.Write(last.Time)}: times never go back");
        }

        var others = reader.Note.Signatures.Where(signature => signature.KeyId != witness.KeyId || signature.Name != witness.Name);
        return new SignedNote(reader.Note.Text, [.. others, witness.Sign(reader.Note.Text, now, key)]);
    }

    private async Task KeepAsync(WitnessedLog log, SignedNote note, WitnessVerifier witness, CancellationToken cancellationToken)
    {
        if (request.Out is { } folder)
        {
            var name = log.Origin.Replace('/', '_') + ".checkpoint";
            new WholeFile(new DirectoryInfo(folder), name, "gates witness").Write(note.Bytes);
            Say($"wrote {Path.Join(folder, name)}: `gates verify --seen` takes it");
            return;
        }

        for (var attempt = 1; await log.AddAsync(note, witness, time.GetUtcNow(), cancellationToken) is { } reason; attempt++)
        {
            if (attempt == MaxAttempts)
            {
                throw new EvaluationException($"{log.Origin}: the cosignature is in {request.State} and could not be put on the branch. git says: {reason}");
            }
        }
    }

    private string Name(Ed25519PrivateKey key)
    {
        var ring = new WholeFile(request.Workspace, Keyring.Path, "gates witness").Read() is { } text
            ? KeyringJson.Read(System.Text.Encoding.UTF8.GetBytes(text), Keyring.Path)
            : Keyring.Empty;
        var name = request.Name ?? ring.Find(key.KeyId)?.Name
            ?? throw new UsageException($"the witness has no name: give --name NAME, or one in {Keyring.Path} for the key {key.KeyId}");
        return NoteVerifier.IsName(name)
            ? name
            : throw new UsageException($"--name {name}: the name of a witness has neither spaces nor plus signs, such as example.org/auditor");
    }

    private WitnessState Read(WitnessVerifier witness)
    {
        try
        {
            return stateFile.Read() is { } text
                ? WitnessState.Read(System.Text.Encoding.UTF8.GetBytes(text), request.State, witness)
                : WitnessState.Empty;
        }
        catch (EvidenceFormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private string Origin(EvidenceRepository repository, int year) => FormattableString.Invariant(
        $"{request.Origin ?? LogOrigin.Of(repository.Url ?? request.Workspace.FullName)}/{year:D4}");

    private void Say(string line) => output.WriteLine(Escape.LogLine(Escape.OneLine(line)));
}
