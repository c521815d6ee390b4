using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Gates.Doors.Http;
using Gates.Formats.Documents;

namespace Gates.Doors.ObjectStore;

/// <summary>A token of another issuer that the security token service exchanges for keys that end (AssumeRoleWithWebIdentity, version 2011-06-15).</summary>
/// <param name="Endpoint">The service.</param>
/// <param name="Role">The role's ARN.</param>
/// <param name="Session">What the store's log calls the session.</param>
/// <param name="TokenFile">The token.</param>
internal sealed record WebIdentity(Uri Endpoint, string Role, string Session, string TokenFile)
{
    private const int MaxAnswer = 1 << 20;

    /// <exception cref="StoreException">There is no token, or it is not taken.</exception>
    public static async Task<AWSCredentials> ExchangeAsync(WebIdentity identity, HttpClient client, CancellationToken cancellationToken)
    {
        string token;
        try
        {
            token = (await File.ReadAllTextAsync(identity.TokenFile, cancellationToken)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFault.NoLogin, $"AWS_WEB_IDENTITY_TOKEN_FILE: cannot be read: {Say.Quote(e.Message)}");
        }

        using var form = new FormUrlEncodedContent(
        [
            new("Action", "AssumeRoleWithWebIdentity"),
            new("Version", "2011-06-15"),
            new("RoleArn", identity.Role),
            new("RoleSessionName", identity.Session),
            new("WebIdentityToken", token),
        ]);
        try
        {
            using var answer = await client.PostAsync(identity.Endpoint, form, cancellationToken);
            var body = await BoundedBody.ReadAsync(answer.Content, MaxAnswer, cancellationToken);
            return answer.IsSuccessStatusCode && body is not null
                ? Read(body)
                : throw new StoreException(
                    StoreFault.LoginRefused,
                    $"{identity.Endpoint.Authority} does not exchange the web identity for keys (status {(int)answer.StatusCode}): "
                        + "does the role trust its issuer?");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or XmlException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new StoreException(
                StoreFault.Unreachable, $"{identity.Endpoint.Authority} gave no keys for the web identity: it is not reached, or its answer is none of STS's");
        }
    }

    private static SessionAWSCredentials Read(byte[] body)
    {
        using var reader = XmlReader.Create(
            new MemoryStream(body, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var keys = XDocument.Load(reader).Descendants().FirstOrDefault(element => element.Name.LocalName == "Credentials");
        return Text("AccessKeyId") is { } id && Text("SecretAccessKey") is { } secret && Text("SessionToken") is { } token
            ? new SessionAWSCredentials(id, secret, token)
            : throw new XmlException("no keys");

        string? Text(string name) => keys?.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value is { Length: > 0 } value ? value : null;
    }
}
