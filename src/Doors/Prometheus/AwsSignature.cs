using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Doors.Prometheus;

/// <summary>Signs requests for Amazon: Signature Version 4, "Create a signed AWS API request" in the IAM user guide.</summary>
/// <param name="Region">Such as eu-central-1.</param>
/// <param name="Service">Such as aps.</param>
/// <param name="AccessKey">The id of the key.</param>
/// <param name="SecretKey">The key.</param>
/// <param name="SessionToken">Of a temporary key; <see langword="null"/> for none.</param>
internal sealed record AwsSignature(string Region, string Service, string AccessKey, string SecretKey, string? SessionToken)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Adds the headers that make a request one of the key's.</summary>
    public void Sign(HttpRequestMessage message, byte[] body, DateTimeOffset now)
    {
        var stamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = message.Headers.Host ?? message.RequestUri!.Authority,
            ["x-amz-date"] = stamp
        };
        if (SessionToken is not null)
        {
            headers["x-amz-security-token"] = SessionToken;
        }

        foreach (var (name, value) in headers.Where(header => header.Key != "host"))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        var scope = $"{stamp[..8]}/{Region}/{Service}/aws4_request";
        var signed = string.Join(';', headers.Keys);
        var canonical = string.Join(
            '\n',
            message.Method.Method,
            Path(message.RequestUri!),
            Query(message.RequestUri!),
            string.Concat(headers.Select(header => $"{header.Key}:{header.Value.Trim()}\n")),
            signed,
            Sha256Hex.Of(body));
        var signature = Convert.ToHexStringLower(Mac(Key(stamp[..8]), $"{Algorithm}\n{stamp}\n{scope}\n{Sha256Hex.Of(canonical)}"));
        message.Headers.TryAddWithoutValidation("Authorization", $"{Algorithm} Credential={AccessKey}/{scope}, SignedHeaders={signed}, Signature={signature}");
    }

    /// <summary>Not generated: a record would print its key.</summary>
    public override string ToString() => $"{Service} in {Region}";

    private byte[] Key(string day) =>
        new[] { day, Region, Service, "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), Mac);

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    /// <summary>Every service but S3 wants the encoded path encoded once more.</summary>
    private static string Path(Uri url) => string.Join('/', url.AbsolutePath.Split('/').Select(Uri.EscapeDataString));

    private static string Query(Uri url)
    {
        var pairs = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair =>
            (Name: Encoded(pair[0]), Value: Encoded(pair.ElementAtOrDefault(1) ?? "")));
        return string.Join('&', pairs
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}"));
    }

    private static string Encoded(string text) => Uri.EscapeDataString(WebUtility.UrlDecode(text));
}
