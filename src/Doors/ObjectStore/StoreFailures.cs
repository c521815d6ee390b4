using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Gates.Formats.Documents;

namespace Gates.Doors.ObjectStore;

/// <summary>Says what a store's refusal means. What the store itself says is put in quotation marks and cut: it may be anybody's text.</summary>
internal static class StoreFailures
{
    public static bool IsKnown(Exception e) =>
        e is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or OperationCanceledException
        or System.Xml.XmlException or StoreException;

    /// <param name="e">What was thrown.</param>
    /// <param name="store">The store.</param>
    /// <param name="what">What was tried, for example <c>read packs/a.zip</c>.</param>
    public static StoreException Of(Exception e, StoreOptions store, string what)
    {
        var known = Inner<StoreException>(e);
        if (known is not null)
        {
            return known.Message.StartsWith(store.Address, StringComparison.Ordinal)
                ? known
                : new StoreException(known.Fault, $"{store.Address}: cannot {what}: {known.Message}", e);
        }

        var (fault, why) = Inner<AmazonServiceException>(e) is { } refused && (int)refused.StatusCode > 0 ? Of(refused) : Unreachable(e, store);
        return new StoreException(fault, $"{store.Address}: cannot {what}: {why}", e);
    }

    public static bool IsMissing(AmazonServiceException e) => e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode != "NoSuchBucket";

    private static (StoreFault Fault, string Why) Of(AmazonServiceException e) => (e.ErrorCode, (int)e.StatusCode) switch
    {
        ("NoSuchBucket", _) => (StoreFault.BucketMissing, "there is no such bucket; nothing makes one here, since its object lock can be turned on only then"),
        ("RequestTimeTooSkewed", _) => (StoreFault.ClockWrong, "this machine's clock and the store's are too far apart; set the clock right"),
        ("InvalidAccessKeyId" or "SignatureDoesNotMatch" or "ExpiredToken" or "InvalidToken", _) =>
            (StoreFault.LoginRefused, $"it does not take the login ({e.ErrorCode}); see the variables AWS_ACCESS_KEY_ID and so on"),
        ("KMS.NotFoundException" or "KMS.DisabledException", _) => (StoreFault.Refused, $"its key service does not give the key of --kms-key ({e.ErrorCode})"),
        ("InvalidRequest", _) => (StoreFault.Refused, $"it refuses the request{Said(e)}"),
        (_, 401 or 403) => (StoreFault.LoginRefused, $"the login may not do that{Said(e)}"),
        (_, 404) => (StoreFault.ObjectMissing, "it is not there"),
        (_, 429 or >= 500) =>
            (StoreFault.Failed, $"it failed with {(int)e.StatusCode}, also when asked again{Said(e)}; try later: what is there already is not sent twice"),
        _ => (StoreFault.Refused, $"it answered {(int)e.StatusCode}{Said(e)}"),
    };

    private static (StoreFault Fault, string Why) Unreachable(Exception e, StoreOptions store) => e switch
    {
        OperationCanceledException or TimeoutException =>
            (StoreFault.Unreachable, FormattableString.Invariant($"no answer within {store.Timeout.TotalSeconds:0} s")),
        _ when Inner<HttpRequestException>(e) is { } http => (StoreFault.Unreachable, http.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => $"the name of {Host(store)} is not known",
            HttpRequestError.ConnectionError => $"nothing answers at {Host(store)}",
            HttpRequestError.SecureConnectionError => $"the certificate of {Host(store)} is not accepted",
            HttpRequestError.ResponseEnded => "the connection ended before the answer did",
            _ => $"{Host(store)} is not reached",
        }),
        _ => (StoreFault.Unreachable, "the connection ended before the answer did, or the answer is none of S3's"),
    };

    private static string Host(StoreOptions store) => store.Endpoint is { } endpoint ? endpoint.Authority : $"Amazon S3 in {store.Region}";

    private static string Said(AmazonServiceException e)
    {
        var words = string.Join(": ", ((string?[])[e.ErrorCode, e.Message]).Where(text => text is { Length: > 0 }).Distinct(StringComparer.Ordinal));
        return words.Length > 0 ? $"; it says {Say.Quote(words)}" : "";
    }

    private static T? Inner<T>(Exception e) where T : Exception
    {
        for (var one = e; one is not null; one = one.InnerException)
        {
            if (one is T found)
            {
                return found;
            }
        }

        return null;
    }
}
