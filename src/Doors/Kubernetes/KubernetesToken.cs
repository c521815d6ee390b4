using System.Net.Http.Headers;
using k8s.Authentication;

namespace Gates.Doors.Kubernetes;

/// <summary>Gives the package the bearer token of each request, and remembers it, so that no message shows it.</summary>
internal sealed class KubernetesToken(Func<CancellationToken, Task<string>>? source) : ITokenProvider
{
    /// <value>The last one; <see langword="null"/> before the first request, and without any.</value>
    public string? Last { get; private set; }

    public async Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken)
    {
        var token = await source!(cancellationToken);
        if (token.Length == 0 || token.Any(character => character is <= ' ' or > '~'))
        {
            throw new KubernetesException(
                KubernetesFault.CredentialUnusable,
                token.Length == 0 ? "the token is empty" : "the token holds a character that no token has, perhaps a line end");
        }

        Last = token;
        return new AuthenticationHeaderValue("Bearer", token);
    }
}
