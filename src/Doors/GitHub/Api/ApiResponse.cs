using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Gates.Doors.GitHub.Api;

/// <summary>An answer that was read to its end.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The answer's headers, those of the body excepted.</param>
/// <param name="Body">Not longer than the request allows.</param>
internal sealed record ApiResponse(HttpStatusCode Status, HttpResponseHeaders Headers, ReadOnlyMemory<byte> Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <value>The answer's entity tag.</value>
    public string? ETag => Header("ETag");

    /// <summary>A header's first value.</summary>
    public string? Header(string name) => Headers.NonValidated.TryGetValues(name, out var values) && values.Count > 0 ? values.ToString() : null;

    /// <summary>A header that is a whole number.</summary>
    public long? Number(string name) => long.TryParse(Header(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
