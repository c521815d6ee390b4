using System.Text;
using Gates.Attestation;
using Gates.Attestation.Auditing;
using Gates.Attestation.Auditing.Outputs;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;
using Gates.Attestation.Verification;
using Gates.Doors.Files;
using Gates.Doors.GitHub;
using Gates.Doors.Workers;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands.Audit;

/// <summary>Audits a quarter, and takes what came of it to where it belongs: files, the log, an issue.</summary>
/// <param name="repository">The repository.</param>
/// <param name="gitHub">Where the issue goes and packs are; <see langword="null"/> to stay offline.</param>
/// <param name="time">The time.</param>
/// <param name="output">Told what was found.</param>
internal sealed class AuditSession(AuditedRepository repository, GitHubClient? gitHub, TimeProvider time, TextWriter output)
{
    private const int MaxLines = 100;

    /// <param name="request">What to do.</param>
    /// <param name="key">Signs the report; <see langword="null"/> leaves it unsigned.</param>
    /// <param name="log">Logs a bundle under a name and gives its proof; <see langword="null"/> where nothing is logged.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ExitCode> RunAsync(
        AuditRequest request, Ed25519PrivateKey? key, Func<string, byte[], Task<byte[]>>? log, CancellationToken cancellationToken)
    {
        if (key is not null && repository.Trust.Refuse(key.KeyId, KeyUse.Evidence, time.GetUtcNow()) is { } problem)
        {
            throw new UsageException("the evidence key cannot be used: " + problem);
        }

        await using var worker = new PolicyWorker(PolicyWorkerOptions.ForThisProgram(), time);
        var packs = new AuditPacks(request.Packs, gitHub is null ? null : PackAsync);
        var auditing = new QuarterAudit(repository, packs, worker, time, gitHub is null ? null : IsPublishedAsync);
        var audit = await auditing.RunAsync(request.Quarter, Witnessed(request), cancellationToken);
        var (json, markdown) = (AuditJson.Of(audit), AuditMarkdown.Of(audit));
        var bundle = key is null ? null : Sign(audit, json, markdown, key);
        Write(request, audit, json, markdown, bundle);
        Print(audit);
        await LogAsync(request, audit, bundle, log);
        if (gitHub is not null)
        {
            var head = await repository.Git.HeadAsync(cancellationToken)
                ?? throw new UsageException("this clone stands on no commit, whose owners could be told");
            Line(await new AuditIssue(gitHub, request.Author).PublishAsync(audit, markdown, head, cancellationToken));
        }

        return audit.ExitCode;
    }

    private static byte[] Sign(ReleaseAudit audit, byte[] json, string markdown, Ed25519PrivateKey key)
    {
        IReadOnlyList<Subject> files =
        [
            Subject.File(audit.BaseName + ".json", Sha256Hex.Of(json)),
            Subject.File(audit.BaseName + ".md", Sha256Hex.Of(markdown)),
        ];
        return SigstoreBundle.Sign(AuditJson.Statement(audit, files).ToBytes(), key).ToBytes();
    }

    private static void Write(AuditRequest request, ReleaseAudit audit, byte[] json, string markdown, byte[]? bundle)
    {
        OwnFolder.Hide(request.Workspace.FullName, request.Output);
        WriteFile(request, audit.BaseName + ".json", json);
        WriteFile(request, audit.BaseName + ".md", Encoding.UTF8.GetBytes(markdown));
        foreach (var ending in (string[])[SigstoreBundle.Extension, TlogProof.Extension])
        {
            // Those of an earlier audit would be about other files.
            new WholeFile(new DirectoryInfo(request.Output), audit.BaseName + ending, "gates audit").Remove();
        }

        if (bundle is not null)
        {
            WriteFile(request, audit.BaseName + SigstoreBundle.Extension, bundle);
        }
    }

    private static void WriteFile(AuditRequest request, string name, byte[] content)
    {
        new WholeFile(new DirectoryInfo(request.Output), name, "gates audit").Write(content);
        Owner.ToHandTo(request.Workspace.FullName)?.Take(Path.Join(request.Output, name));
    }

    private async Task LogAsync(AuditRequest request, ReleaseAudit audit, byte[]? bundle, Func<string, byte[], Task<byte[]>>? log)
    {
        if (bundle is null)
        {
            Line($"Unsigned: it shows only what its maker says; sign it with --key FILE, or {PrivateKeySource.Variable(KeyUse.Evidence)} in the environment.");
        }
        else if (log is null)
        {
            Line($"Not logged: give --log-key FILE, or {PrivateKeySource.Variable(KeyUse.Log)} in the environment, so that it counts when its key has ended.");
        }
        else
        {
            WriteFile(request, audit.BaseName + TlogProof.Extension, await log(audit.BaseName, bundle));
        }

        Line($"wrote {Path.Join(request.Output, audit.BaseName)}.json and .md{(bundle is null ? "" : $", {SigstoreBundle.Extension}")}");
    }

    private void Print(ReleaseAudit audit)
    {
        var size = $"{Prose.Count(audit.Draw.Count, "release")}, {Prose.Number(audit.Audited.Count)} in the sample";
        Line($"Release audit {audit.Quarter} of {audit.Repository}: {size}");
        Line(audit.Seed is { } seed ? $"  seed      {Convert.ToHexStringLower(seed.Bytes)}" : "  seed      none");
        foreach (var one in audit.Audited.Take(MaxLines))
        {
            var checks = string.Join("; ", one.Checks.Select(check => $"{check.Name}: {check.Detail}"));
            Line($"  {AuditJson.Word(one.Outcome),-9} {one.Release.Tag.Name}: {checks}");
        }

        foreach (var failure in audit.Failures.Take(MaxLines))
        {
            Line($"  FAILS     {failure}");
        }

        foreach (var unknown in audit.Unknown.Take(MaxLines))
        {
            Line($"  UNKNOWN   {unknown}");
        }

        foreach (var note in audit.Notes)
        {
            Line($"  note      {note}");
        }

        Line($"{audit.Outcome}: {Prose.Count(audit.Failures.Count, "failure")}, {Prose.Count(audit.Unknown.Count, "thing")} that could not be looked at, "
            + $"{Prose.Number(audit.WithoutEvidence.Count)} without evidence, {Prose.Count(audit.Waivers.Count, "waiver")}");
    }

    private static IReadOnlyList<WitnessedCheckpoint> Witnessed(AuditRequest request)
    {
        if (request.Cosigned.Count > 0 != request.Witnesses is not null)
        {
            throw new UsageException("--cosigned and --witness-keys belong together: a checkpoint, and the keys of those whose cosignature on it counts");
        }

        var witnesses = request.Witnesses is { } keys
            ? TrustedWitness.Read(NamedFile.Read("--witness-keys", keys), keys).Select(one => one.Verifier).ToList()
            : [];
        return [.. request.Cosigned.Select(file => new WitnessedCheckpoint(SignedNote.Parse(NamedFile.Read("--cosigned", file), file), witnesses, file))];
    }

    private async Task<bool> IsPublishedAsync(string tag, CancellationToken cancellationToken) =>
        await gitHub!.Releases.FindAsync(tag, cancellationToken) is { Draft: false };

    /// <summary>A pack among the files of a release on GitHub.</summary>
    private async Task<byte[]?> PackAsync(string tag, string name, CancellationToken cancellationToken) =>
        await gitHub!.Releases.FindAsync(tag, cancellationToken) is { } release
            && (await gitHub.Releases.ListAssetsAsync(release, cancellationToken)).Items.FirstOrDefault(asset => asset.Name == name) is { } asset
                ? (await gitHub.Releases.DownloadAsync(asset, EvidenceLimits.ArchiveBytes, cancellationToken)).ToArray()
                : null;

    private void Line(string text) => output.WriteLine(TerminalLine.Of(Escape.OneLine(text)));
}
