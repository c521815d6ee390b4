using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Gates.Formats.Documents;

namespace Gates.Doors.ObjectStore;

/// <summary>
/// As whom a store is spoken to: the standard variables of AWS, a web identity, or the keys of a profile, in this order. A profile that starts a program or
/// asks a server of its own is not followed; the service of a machine in the cloud is never asked.
/// </summary>
internal static class StoreLogin
{
    /// <param name="variables">Reads an environment variable.</param>
    /// <param name="region">Where a web identity is exchanged.</param>
    /// <param name="client">Exchanges it.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <exception cref="StoreException">There is no login.</exception>
    public static async Task<AWSCredentials> ReadAsync(
        Func<string, string?> variables, string region, HttpClient client, CancellationToken cancellationToken)
    {
        if (Given("AWS_ACCESS_KEY_ID") is { } id && Given("AWS_SECRET_ACCESS_KEY") is { } secret)
        {
            return Keys(id, secret, Given("AWS_SESSION_TOKEN"));
        }

        if (Given("AWS_ROLE_ARN") is { } role && Given("AWS_WEB_IDENTITY_TOKEN_FILE") is { } file)
        {
            var endpoint = Given("AWS_ENDPOINT_URL_STS") is { } text
                ? StoreOptions.ParseEndpoint(text, "AWS_ENDPOINT_URL_STS")
                : new Uri($"https://sts.{region}.amazonaws.com/");
            return await WebIdentity.ExchangeAsync(new WebIdentity(endpoint, role, Given("AWS_ROLE_SESSION_NAME") ?? "gates", file), client, cancellationToken);
        }

        return Profile(Given("AWS_PROFILE") ?? "default", Given("AWS_SHARED_CREDENTIALS_FILE"))
            ?? throw new StoreException(
                StoreFault.NoLogin,
                "no login for the store: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (with AWS_SESSION_TOKEN for one that ends), or AWS_ROLE_ARN and "
                    + "AWS_WEB_IDENTITY_TOKEN_FILE, or AWS_PROFILE");

        string? Given(string name) => variables(name) is { Length: > 0 } value ? value : null;
    }

    private static AWSCredentials Keys(string id, string secret, string? token) =>
        token is null ? new BasicAWSCredentials(id, secret) : new SessionAWSCredentials(id, secret, token);

    private static AWSCredentials? Profile(string name, string? file)
    {
        CredentialProfile? profile;
        try
        {
            if (!new CredentialProfileStoreChain(file).TryGetProfile(name, out profile))
            {
                return null;
            }
        }
        catch (Exception e) when (e is AmazonClientException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFault.NoLogin, $"the profiles of AWS cannot be read: {Say.Quote(e.Message)}");
        }

        return profile.Options is { AccessKey: { Length: > 0 } id, SecretKey: { Length: > 0 } secret }
            ? Keys(id, secret, profile.Options.Token is { Length: > 0 } token ? token : null)
            : throw new StoreException(
                StoreFault.NoLogin,
                $"the profile {Say.Quote(name)} holds no keys, and nothing is started or asked for it; "
                    + "`aws configure export-credentials --profile NAME --format env` prints the variables to set");
    }
}
