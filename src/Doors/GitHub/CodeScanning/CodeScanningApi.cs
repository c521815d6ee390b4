using System.IO.Compression;
using Gates.Doors.GitHub.Api;

namespace Gates.Doors.GitHub.CodeScanning;

/// <summary>Uploads SARIF, which GitHub shows as code scanning alerts.</summary>
internal sealed class CodeScanningApi(GitHubApi api)
{
    /// <summary>Bytes that GitHub accepts after compression.</summary>
    public const int MaxUploadSize = 10 * 1024 * 1024;

    /// <param name="sha">The commit that was analysed.</param>
    /// <param name="gitRef">Full: <c>refs/heads/main</c>, <c>refs/pull/7/head</c> or <c>refs/pull/7/merge</c>.</param>
    /// <param name="sarif">The file as it is.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="ArgumentException">It is too large, or the ref is not full; nothing was sent.</exception>
    /// <exception cref="GitHubException">GitHub refused, for example because code scanning is off.</exception>
    public Task<SarifReceipt> UploadAsync(string sha, string gitRef, ReadOnlyMemory<byte> sarif, CancellationToken cancellationToken)
    {
        ApiPath.Ref(gitRef);
        var body = new SarifBody(ApiPath.Sha(sha), gitRef, Convert.ToBase64String(Compress(sarif)), "Gates");
        var request = api.Request(
            HttpMethod.Post,
            api.InRepository("code-scanning/sarifs"),
            "upload the SARIF file",
            "security-events: write");

        // The same file for the same commit replaces itself.
        return api.SendAsync<SarifReceipt>(api.With(request, body) with { IsIdempotent = true }, cancellationToken);
    }

    private static byte[] Compress(ReadOnlyMemory<byte> sarif)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(sarif.Span);
        }

        return target.Length <= MaxUploadSize
            ? target.ToArray()
            : throw new ArgumentException($"a SARIF file has at most {MaxUploadSize} bytes after compression, this one has {target.Length}", nameof(sarif));
    }
}
