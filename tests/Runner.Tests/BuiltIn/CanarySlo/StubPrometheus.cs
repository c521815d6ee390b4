using System.Globalization;
using System.Net;
using System.Text;

namespace Runner.Tests.BuiltIn.CanarySlo;

/// <summary>A Prometheus whose series are functions of the minute since a beginning. It knows the queries it is given and refuses others.</summary>
internal sealed class StubPrometheus(DateTimeOffset beginning) : HttpMessageHandler
{
    private readonly Dictionary<string, Func<double, double>> series = new(StringComparer.Ordinal);

    /// <value>Whether it is down for now.</value>
    public Func<bool> IsDown { get; init; } = () => false;

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

        if (request.RequestUri!.AbsolutePath == "/-/ready")
        {
            return new HttpResponseMessage(HttpStatusCode.OK);
        }

        var form = (await request.Content!.ReadAsStringAsync(cancellationToken))
            .Split('&')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]), StringComparer.Ordinal);
        var (start, end, step) = (Number(form["start"]), Number(form["end"]), Number(form["step"]));
        Ends.Add(end - beginning.ToUnixTimeSeconds());
        var values = new List<string>();
        for (var time = start; time <= end; time += step)
        {
            values.Add(string.Create(CultureInfo.InvariantCulture, $"[{time},\"{series[form["query"]]((time - beginning.ToUnixTimeSeconds()) / 60)}\"]"));
        }

        var body = $$$"""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[{{{string.Join(',', values)}}}]}]}}""";
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
