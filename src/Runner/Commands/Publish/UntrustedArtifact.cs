using System.IO.Compression;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;

namespace Gates.Runner.Commands.Publish;

/// <summary>What a run claims about itself. Whoever controls its workflow can claim anything, so this is shown beside, and decides nothing.</summary>
internal sealed class UntrustedArtifact(GitHubClient gitHub)
{
    public const string Name = "gates-results";

    /// <value>What a run says that says nothing.</value>
    public static IReadOnlyDictionary<string, Verdict> NoClaims { get; } = new Dictionary<string, Verdict>(StringComparer.Ordinal);

    private const long MaxZipSize = 64 << 20;

    /// <returns>The claimed verdicts by gate; none when there is no artifact that can be read.</returns>
    public async Task<IReadOnlyDictionary<string, Verdict>> ClaimsAsync(long runId, CancellationToken cancellationToken)
    {
        try
        {
            var artifacts = await gitHub.WorkflowRuns.ListArtifactsAsync(runId, Name, cancellationToken);
            return artifacts.Items.FirstOrDefault(one => one is { Name: Name, Expired: false }) is { } artifact
                ? Claims(await gitHub.WorkflowRuns.DownloadArtifactAsync(artifact, MaxZipSize, cancellationToken))
                : NoClaims;
        }
        catch (EvaluationException)
        {
            return NoClaims;
        }
    }

    private static Dictionary<string, Verdict> Claims(ReadOnlyMemory<byte> zip)
    {
        var claims = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip.ToArray(), writable: false), ZipArchiveMode.Read);
            if (archive.Entries.FirstOrDefault(entry => entry.FullName == Gates.Pipeline.RunFolder.JsonReporter.FileName) is { } entry)
            {
                foreach (var gate in ResultsFile.Read(Bounded(entry), Name).ToReport(Name).Results)
                {
                    claims.TryAdd(gate.GateId, gate.Verdict);
                }
            }
        }
        catch (InvalidDataException)
        {
            // No zip file is no claim.
        }

        return claims;
    }

    /// <summary>A small zip file may unpack to anything: what is read counts, not what its header says.</summary>
    private static byte[] Bounded(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return BoundedBytes.Read(content, ResultsFile.Limit) ?? throw new InvalidDataException("too large");
    }
}
