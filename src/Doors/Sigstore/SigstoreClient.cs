using System.Text.Encodings.Web;
using System.Text.Json;
using Gates.Formats.Foundation;

namespace Gates.Doors.Sigstore;

/// <summary>
/// The one door to the services that signing without a key needs: GitHub's tokens, Fulcio's certificates, timestamps (RFC 3161) and Rekor's entries. What
/// they give is taken as it is; whether it holds is for the verifier to say.
/// </summary>
internal sealed class SigstoreClient : IDisposable
{
    /// <value>For whom a token must be made out, so that Sigstore's authorities take it.</value>
    private const string Audience = "sigstore";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient client;
    private readonly SigstoreCalls calls;

    /// <param name="time">For delays and time-outs.</param>
    /// <param name="limits">How patient to be; <see langword="null"/> for the defaults.</param>
    public SigstoreClient(TimeProvider time, SigstoreLimits? limits = null)
    {
#pragma warning disable CA2000 // The client disposes of its handler.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) };
#pragma warning restore CA2000
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        calls = new SigstoreCalls(client, time, limits ?? new SigstoreLimits());
    }

    /// <summary>Whether an address may be asked: over TLS, or on this machine; with nobody's login in it.</summary>
    public static bool IsAddress(string text, out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address!)
            && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))
            && address is { UserInfo: "", Fragment: "" };

    /// <summary>A token that says to signing services who this job is.</summary>
    /// <param name="variables">Reads an environment variable.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="UsageException">The job may not have one.</exception>
    /// <exception cref="SigstoreException">There is no answer, or none that can be used.</exception>
    public async Task<IdentityToken> IdentifyAsync(Func<string, string?> variables, CancellationToken cancellationToken)
    {
        if (variables(WorkloadIdentity.AddressVariable) is not { Length: > 0 } text || variables(WorkloadIdentity.TokenVariable) is not { Length: > 0 } bearer)
        {
            throw new UsageException("to sign keyless, a job of GitHub Actions with `permissions: id-token: write` is needed: "
                + $"{WorkloadIdentity.AddressVariable} and {WorkloadIdentity.TokenVariable} are not set");
        }

        if (!IsAddress(text, out var address) || bearer.Any(character => character is <= ' ' or > '~'))
        {
            throw new UsageException($"{WorkloadIdentity.AddressVariable} is no https address, or {WorkloadIdentity.TokenVariable} no token");
        }

        var target = new UriBuilder(address);
        target.Query = $"{target.Query.TrimStart('?')}{(target.Query.Length > 1 ? "&" : "")}audience={Audience}";
        var question = new SigstoreQuestion("GitHub's identity service", target.Uri) { Bearer = bearer };
        var answer = await AskJsonAsync(question, cancellationToken);
        return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String
            && IdentityToken.Parse(value.GetString()!) is { } token
                ? token
                : throw SigstoreCalls.Fault(SigstoreFault.Malformed, question, "its answer holds no identity token");
    }

    /// <summary>A certificate for a public key, from Fulcio (<c>POST /api/v2/signingCert</c>).</summary>
    /// <param name="authority">Where Fulcio is.</param>
    /// <param name="token">Whom it is for.</param>
    /// <param name="publicKey">PEM.</param>
    /// <param name="proof">The signature of that key over the token's subject.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The chain in PEM, the certificate first.</returns>
    /// <exception cref="SigstoreException">There is no answer, or none that can be used.</exception>
    public async Task<IReadOnlyList<string>> CertifyAsync(
        Uri authority, IdentityToken token, string publicKey, byte[] proof, CancellationToken cancellationToken)
    {
        var question = new SigstoreQuestion("the certificate authority", At(authority, "api/v2/signingCert"))
        {
            Body = Json(json =>
            {
                json.WriteStartObject("credentials");
                json.WriteString("oidcIdentityToken", token.Reveal());
                json.WriteEndObject();
                json.WriteStartObject("publicKeyRequest");
                json.WriteStartObject("publicKey");
                json.WriteString("algorithm", "ECDSA");
                json.WriteString("content", publicKey);
                json.WriteEndObject();
                json.WriteBase64String("proofOfPossession", proof);
                json.WriteEndObject();
            }),
            Secrets = [token.Reveal()],
        };
        var answer = await AskJsonAsync(question, cancellationToken);
        if (answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("signedCertificateDetachedSct", out _))
        {
            throw SigstoreCalls.Fault(
                SigstoreFault.Malformed,
                question,
                "it gives the timestamp of its certificate log beside the certificate, where a bundle cannot carry it; let it embed the timestamp");
        }

        return answer.ValueKind == JsonValueKind.Object
            && answer.TryGetProperty("signedCertificateEmbeddedSct", out var signed) && signed.ValueKind == JsonValueKind.Object
            && signed.TryGetProperty("chain", out var chain) && chain.ValueKind == JsonValueKind.Object
            && chain.TryGetProperty("certificates", out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() is > 0 and <= 10
            && list.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String)
                ? [.. list.EnumerateArray().Select(one => one.GetString()!)]
                : throw SigstoreCalls.Fault(SigstoreFault.Malformed, question, "its answer holds no certificate chain");
    }

    /// <summary>The answer of a timestamp authority (RFC 3161 §3.4).</summary>
    /// <exception cref="SigstoreException">There is none.</exception>
    public Task<byte[]> StampAsync(Uri authority, byte[] request, CancellationToken cancellationToken) => calls.AskAsync(
        new SigstoreQuestion("the timestamp authority", authority)
        {
            Body = request,
            ContentType = "application/timestamp-query",
            Accept = "application/timestamp-reply",
        },
        cancellationToken);

    /// <summary>The entry that a signature log makes of a request, in the JSON of its version.</summary>
    /// <param name="log">Where Rekor is.</param>
    /// <param name="version">Of its API: 1 or 2.</param>
    /// <param name="request">What to log.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="SigstoreException">There is none.</exception>
    public Task<byte[]> LogAsync(Uri log, int version, byte[] request, CancellationToken cancellationToken) => calls.AskAsync(
        new SigstoreQuestion("the signature log", At(log, FormattableString.Invariant($"api/v{version}/log/entries"))) { Body = request },
        cancellationToken);

    public void Dispose() => client.Dispose();

    private async Task<JsonElement> AskJsonAsync(SigstoreQuestion question, CancellationToken cancellationToken)
    {
        var body = await calls.AskAsync(question, cancellationToken);
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw SigstoreCalls.Fault(SigstoreFault.Malformed, question, "its answer is not JSON; check the address");
        }
    }

    private static Uri At(Uri service, string path) => new(service.AbsoluteUri.TrimEnd('/') + "/" + path);

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
