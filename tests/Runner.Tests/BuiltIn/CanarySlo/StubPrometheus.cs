using System.Globalization;
using System.Net;
using System.Text;

namespace Runner.Tests.BuiltIn.CanarySlo;

/// <summary>A Prometheus whose series are functions of the minute since a beginning. It knows the queries it is given and refuses others.</summary>
/// <param name="beginning">When minute 0 is.</param>
/// <param name="time">Its clock.</param>
internal sealed class StubPrometheus(DateTimeOffset beginning, TimeProvider time) : HttpMessageHandler
{
    private readonly Dictionary<string, Func<double, double>> series = new(StringComparer.Ordinal);

    /// <value>Whether it is down for now.</value>
    public Func<bool> IsDown { get; init; } = () => false;

    /// <value>How far its clock is ahead.</value>
    public TimeSpan Ahead { get; init; }

    /// <value>Whether a part of its data is missing for now.</value>
    public Func<bool> IsPartial { get; init; } = () => false;

    /// <value>Ends of the windows that were asked for, in seconds since the beginning.</value>
    public List<double> Ends { get; } = [];

    public StubPrometheus With(string query, Func<double, double> value)
    {
        series[query] = value;
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsDown())
        {
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        }

        var form = (await request.Content!.ReadAsStringAsync(cancellationToken))
            .Split('&')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]), StringComparer.Ordinal);
        if (form["query"] == "vector(1)")
        {
            return Answer("vector", string.Create(CultureInfo.InvariantCulture, $"\"value\":[{(time.GetUtcNow() + Ahead).ToUnixTimeSeconds()},\"1\"]"));
        }

        var (start, end, step) = (Number(form["start"]), Number(form["end"]), Number(form["step"]));
        Ends.Add(end - beginning.ToUnixTimeSeconds());
        var values = new List<string>();
        for (var at = start; at <= end; at += step)
        {
            values.Add(string.Create(CultureInfo.InvariantCulture, $"[{at},\"{series[form["query"]]((at - beginning.ToUnixTimeSeconds()) / 60)}\"]"));
        }

        return Answer("matrix", $"\"values\":[{string.Join(',', values)}]");
    }

    private HttpResponseMessage Answer(string type, string sample)
    {
        var warnings = IsPartial() ? "\"warnings\":[\"store-1 does not answer\"]," : "";
        var body = $$$"""{"status":"success",{{{warnings}}}"data":{"resultType":"{{{type}}}","result":[{"metric":{},{{{sample}}}}]}}""";
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
