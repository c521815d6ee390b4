using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;
using Gates.Doors.Files;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Attestation.Branch;

/// <summary>Appends a run's bundles to the evidence branch and says where they are.</summary>
/// <param name="variables">Reads an environment variable.</param>
/// <param name="token">The job's token, for its own server.</param>
/// <param name="time">The entries' time.</param>
/// <param name="random">See <see cref="EvidenceAppender"/>.</param>
/// <param name="output">Where to say it.</param>
internal sealed class EvidenceSession(Func<string, string?> variables, string? token, TimeProvider time, Func<double> random, TextWriter output)
{
    /// <summary>Appends what lies in the results folder.</summary>
    /// <param name="request">Where and with what.</param>
    /// <param name="demandTrust">Whether the bundles come from elsewhere, so that a known key must have signed them.</param>
    /// <param name="cancellationToken">Stops; what was appended stays.</param>
    /// <exception cref="UsageException">There is nothing to append, or no key.</exception>
    /// <exception cref="RefusedEvidenceException">A bundle does not hold; none is appended.</exception>
    /// <exception cref="EvaluationException">It could not be appended; the bundles stay where they are.</exception>
    public async Task<ExitCode> PublishAsync(EvidenceRequest request, bool demandTrust, CancellationToken cancellationToken)
    {
        using var keys = EvidenceKeys.Read(request, variables, time.GetUtcNow());
        if (demandTrust && keys is { Trust: null, Keyless: null })
        {
            throw new UsageException($"evidence of another job must be signed by a known key: add {Gates.Attestation.Keys.Keyring.Path}, or give --trust FILE");
        }

        IReadOnlyList<BranchItem> items;
        try
        {
            items = new BundleFolder(request.Results).Read(keys, time.GetUtcNow());
        }
        catch (EvidenceFormatException e)
        {
            throw new RefusedEvidenceException($"{e.Message}\nNothing was appended.", e);
        }

        return await AppendAsync(request, keys, items, cancellationToken);
    }

    /// <summary>Puts files of other tools into the log.</summary>
    /// <param name="request">Where and with what.</param>
    /// <param name="files">Makes the files for the branch; told the keys.</param>
    /// <param name="cancellationToken">Stops; what was appended stays.</param>
    /// <exception cref="UsageException">There is no key.</exception>
    /// <exception cref="EvaluationException">They could not be appended; the bundles stay where they are.</exception>
    public async Task<ExitCode> AddAsync(EvidenceRequest request, Func<EvidenceKeys, IReadOnlyList<BranchItem>> files, CancellationToken cancellationToken)
    {
        using var keys = EvidenceKeys.Read(request, variables, time.GetUtcNow());
        var items = files(keys);
        Ignore(request);
        foreach (var bundle in items.Where(item => item.IsBundle))
        {
            Write(request, bundle.Name + SigstoreBundle.Extension, bundle.Bytes);
        }

        return await AppendAsync(request, keys, items, cancellationToken);
    }

    /// <summary>The name that the verifiers beside the keyring carry, since they are what readers compare with.</summary>
    private static string? Named(EvidenceRequest request)
    {
        var folder = Path.GetDirectoryName(Path.Combine(request.Workspace.FullName, Keyring.Path))!;
        var file = new FileInfo(Path.Combine(folder, PublicKeyFiles.Folder, PublicKeyFiles.LogVerifiers));
        return file is { Exists: true, LinkTarget: null } ? PublicKeyFiles.LogName(File.ReadAllText(file.FullName)) : null;
    }

    /// <summary>Logs one bundle about a release. Its key then answers for it also when it has ended: the log knows when that was.</summary>
    /// <param name="request">Where and with what.</param>
    /// <param name="keys">The log's key, and those that may have signed.</param>
    /// <param name="bundle">The bundle, what it is called on the branch, and who signed it.</param>
    /// <param name="cancellationToken">Stops; what was appended stays.</param>
    /// <returns>That it is in the log.</returns>
    /// <exception cref="EvaluationException">It could not be appended.</exception>
    public async Task<byte[]> LogAsync(
        EvidenceRequest request, EvidenceKeys keys, (string Name, byte[] Content, string KeyId) bundle, CancellationToken cancellationToken)
    {
        var (name, content, keyId) = bundle;
        var now = time.GetUtcNow();
        var read = SigstoreBundle.Read(content, name);
        var item = new BranchItem(
            name,
            BundleFolder.PathOf(name, content, BundleFolder.TimeOf(Statement.Read(read.Envelope, name)) ?? now, ".json"),
            content,
            keyId);
        using var repository = await EvidenceRepository.OpenAsync(request.Workspace, request.Remote, token, cancellationToken);
        var result = await new EvidenceAppender(
            repository,
            Identity(request, keys, repository),
            time,
            random).AppendAsync([item], request.Year ?? now.Year, cancellationToken);
        var proof = result.Items[0].Proof;
        Say($"{name} is logged: entry {Prose.Number((int)proof.Index)} of {result.Log.Origin}; it counts also when its key has ended");
        return proof.Bytes;
    }

    /// <summary>Whose log the request is about.</summary>
    internal static LogIdentity Identity(EvidenceRequest request, EvidenceKeys keys, EvidenceRepository repository) =>
        new(request.Origin ?? Named(request) ?? LogOrigin.Of(repository.Url ?? request.Workspace.FullName), keys.Log, keys.LogKeys);

    private async Task<ExitCode> AppendAsync(EvidenceRequest request, EvidenceKeys keys, IReadOnlyList<BranchItem> items, CancellationToken cancellationToken)
    {
        using var repository = await EvidenceRepository.OpenAsync(request.Workspace, request.Remote, token, cancellationToken);
        var identity = Identity(request, keys, repository);
        var year = request.Year ?? time.GetUtcNow().Year;
        AppendResult result;
        try
        {
            result = await new EvidenceAppender(repository, identity, time, random).AppendAsync(items, year, cancellationToken);
        }
        catch (EvaluationException e)
        {
            throw new EvaluationException(
                $"{e.Message}\nNothing was appended. The bundles are kept in {request.Results.FullName}; append them with: gates log import {request.Results.FullName}",
                e);
        }

        foreach (var (item, proof, _) in result.Items.Where(logged => logged.Item.IsBundle))
        {
            Write(request, item.Name + TlogProof.Extension, proof.Bytes);
        }

        Print(result, LogIdentity.Branch(year), repository.Url, keys);
        return ExitCode.Holds;
    }

    private void Print(AppendResult result, string branch, string? url, EvidenceKeys keys)
    {
        var width = result.Items.Max(logged => logged.Item.Name.Length);
        foreach (var (item, proof, wasThere) in result.Items)
        {
            Say($"{item.Name.PadRight(width)}  entry {Prose.Number((int)proof.Index)}  {item.Path}{(wasThere ? "  (was there)" : "")}");
        }

        var tries = result.Attempts > 1 ? FormattableString.Invariant($", after {result.Attempts} attempts") : "";
        Say($"{branch}{(url is null ? "" : " of " + LogOrigin.Shown(url))}: {Prose.Count((int)result.Log.Size, "entry", "entries")}, log {result.Log.Origin}, key {keys.Log.KeyId}{tries}");
        if (keys.Trust is null)
        {
            Say($"The evidence's signatures were not checked: there is no {Gates.Attestation.Keys.Keyring.Path}, and no --trust was given.");
        }
    }

    private static void Write(EvidenceRequest request, string name, byte[] bytes)
    {
        new WholeFile(request.Results, $"{BundleFolder.Name}/{name}", "gates").Write(System.Text.Encoding.UTF8.GetString(bytes));
        Owner.ToHandTo(request.Workspace.FullName)?.Take(Path.Combine(request.Results.FullName, BundleFolder.Name, name));
    }

    /// <summary>What a run would have done, had there been one before.</summary>
    private static void Ignore(EvidenceRequest request)
    {
        var home = Path.Combine(request.Workspace.FullName, ".gates");
        if (request.Results.FullName.StartsWith(home + "/", StringComparison.Ordinal) && !File.Exists(Path.Combine(home, ".gitignore")))
        {
            new WholeFile(request.Workspace, ".gates/.gitignore", "gates").Write("*\n");
        }
    }

    private void Say(string line) => output.WriteLine(Escape.LogLine(Escape.OneLine(line)));
}
