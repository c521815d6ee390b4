using Gates.Doors.Prometheus;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Prometheus;

public sealed class PrometheusCheckTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "two", "`prometheus`: has several credentials; keep one of `token-env`, `token-file`, `user-env` with `password-env`, `oauth2`, and `sigv4`" },
        { "half", "`prometheus.oauth2`: `token-url`, `client-id` and `client-secret-env` go together" },
        { "clear", "`prometheus.oauth2.token-url`: login.example is asked over http, where everybody on the way can read the credential; use https" },
        { "secret header", "`prometheus.url`: prometheus.example is asked over http, where everybody on the way can read the credential; use https" },
        { "own header", "`prometheus.headers`: \"Authorization\" is no header to set; credentials have their own keys, such as `token-env`" },
        { "twice", "`prometheus`: X-Key stands under `headers` and `headers-env`; keep one" },
        { "no key", "`prometheus`: `cert-file` goes with either `key-file` or `key-env`" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_OptionsThatContradict_SayWhatWouldBeRight(string key, string message)
    {
        var header = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Key"] = "K" };
        var options = key switch
        {
            "two" => new PrometheusOptions { TokenEnv = "T", Sigv4 = new Sigv4Options { Region = "r" } },
            "half" => new PrometheusOptions { Oauth2 = new Oauth2Options { TokenUrl = "https://login.example/token" } },
            "clear" => new PrometheusOptions { Oauth2 = new Oauth2Options { TokenUrl = "http://login.example/", ClientId = "a", ClientSecretEnv = "S" } },
            "secret header" => new PrometheusOptions { Url = "http://prometheus.example", HeadersEnv = header },
            "own header" => new PrometheusOptions { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = "Bearer x" } },
            "twice" => new PrometheusOptions { Headers = header, HeadersEnv = header },
            _ => new PrometheusOptions { CertFile = "c.pem" },
        };
        options.Url = options.Url.Length > 0 ? options.Url : "https://prometheus.example";

        Should.Throw<UsageException>(() => PrometheusCheck.Of(options)).Message.ShouldBe(message);
    }
}
