using System.Globalization;
using System.Net;
using Amazon.Runtime;
using Gates.Doors.Http;

namespace Gates.Doors.ObjectStore;

/// <summary>
/// Stands under the SDK: a redirect ends the request, so that neither a login nor a pack goes where somebody points; and of every answer but an object's
/// content no more is read than a list can need.
/// </summary>
internal sealed class StoreHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MaxAnswer = 16 << 20;

    /// <value>What asks about an object or a bucket, rather than for an object's content.</value>
    private static readonly string[] Questions = ["list-type=", "object-lock", "uploads", "uploadId=", "retention"];

    public static SocketsHttpHandler Connections() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        try
        {
            if ((int)answer.StatusCode is >= 300 and < 400)
            {
                throw new StoreException(StoreFault.Redirected, Redirect(answer));
            }

            var isContent = answer.IsSuccessStatusCode && request.Method == HttpMethod.Get
                && !Questions.Any(word => request.RequestUri!.Query.Contains(word, StringComparison.Ordinal));
            if (!isContent && request.Method != HttpMethod.Head)
            {
                await BoundAsync(answer, cancellationToken);
            }

            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private static async Task BoundAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var body = new ByteArrayContent(
            await BoundedBody.ReadAsync(answer.Content, MaxAnswer, cancellationToken)
                ?? throw new StoreException(
                    StoreFault.TooMuch, string.Create(CultureInfo.InvariantCulture, $"the store answers with more than {MaxAnswer >> 20} MiB; is it one?")));
        foreach (var (name, values) in answer.Content.Headers.Where(header => header.Key != "Content-Length"))
        {
            body.Headers.TryAddWithoutValidation(name, values);
        }

        answer.Content.Dispose();
        answer.Content = body;
    }

    private static string Redirect(HttpResponseMessage answer)
    {
        var region = answer.Headers.TryGetValues("x-amz-bucket-region", out var values) ? values.FirstOrDefault() : null;
        return region is { Length: > 0 and < 40 } && region.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? $"the store redirects, which is not followed: the bucket is in the region {region}; say --region {region}"
            : $"the store redirects (status {(int)answer.StatusCode}), which is not followed; name the bucket's own --endpoint or --region";
    }
}

/// <summary>Hands the SDK our client.</summary>
internal sealed class StoreClients(HttpClient client) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
}
