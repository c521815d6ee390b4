using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Gates.Doors.Sigstore;

/// <summary>
/// Who this job is, as GitHub says it to others (OpenID Connect): a JSON Web Token, which no log, exception or debugger view shows. Its claims are read and not
/// verified: it came from GitHub itself, and whoever is shown it verifies it.
/// </summary>
internal sealed class IdentityToken
{
    private readonly string jwt;

    private IdentityToken(string jwt, JsonElement claims)
    {
        this.jwt = jwt;
        Issuer = Text(claims, "iss");
        Subject = Text(claims, "sub");
        Workflow = Text(claims, "job_workflow_ref");
        Visibility = Text(claims, "repository_visibility");
    }

    /// <value>Who vouches for it.</value>
    public string? Issuer { get; }

    /// <value>Whom it is about; what a certificate authority wants to see signed.</value>
    public string? Subject { get; }

    /// <value>The workflow that the job is of, a called one where one is: <c>owner/name/.github/workflows/release.yml@refs/tags/v1</c>.</value>
    public string? Workflow { get; }

    /// <value><c>public</c>, <c>private</c> or <c>internal</c>.</value>
    public string? Visibility { get; }

    /// <returns><see langword="null"/> for what is no such token.</returns>
    public static IdentityToken? Parse(string jwt)
    {
        // RFC 7515: three parts in base64url.
        var parts = jwt.Split('.');
        if (parts.Length != 3 || !jwt.All(static one => char.IsAsciiLetterOrDigit(one) || one is '.' or '-' or '_' or '='))
        {
            return null;
        }

        try
        {
            using var claims = JsonDocument.Parse(
                Base64Url.DecodeFromChars(parts[1].TrimEnd('=')),
                new JsonDocumentOptions { AllowDuplicateProperties = false });
            return claims.RootElement.ValueKind == JsonValueKind.Object ? new IdentityToken(jwt, claims.RootElement) : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>For the one request that shows it.</summary>
    public string Reveal() => jwt;

    public override string ToString() => "***";

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
