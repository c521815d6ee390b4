using Gates.Formats.Foundation;
using Gates.Formats.LoadPlans;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.LoadPlans;

public sealed class LoadPlanReaderTests
{
    private const string Requests = "requests: [{ url: \"http://shop.example/\" }]\n";

    [Fact]
    public void AWholeFile_IsUnderstood()
    {
        var plan = Read("""
            version: 1
            variables: { BASE_URL: "http://shop.example:8080" }
            secrets: [API_TOKEN]
            baseUrl: ${env.BASE_URL}
            data: { users: users.csv }
            tags: { release: v1 }
            scenarios:
              browse:
                executor: ramping-vus
                startVUs: 2
                stages: [{ duration: 1m30s, target: 10 }, { duration: 1.5s, target: 0 }]
                gracefulRampDown: 5s
              buy:
                executor: constant-arrival-rate
                exec: checkout
                rate: 50
                timeUnit: 1m
                duration: 2m
                preAllocatedVUs: 5
                maxVUs: 50
                startTime: 10s
                tags: { flow: buy }
            requests:
              - { name: home, url: "/items/${users.id}?user=${users.name}", think: { min: 1s, max: 3s } }
            flows:
              checkout:
                - name: login
                  group: account
                  url: /login
                  json: { user: "${users.name}", pin: 12, remember: true }
                  expect: { status: [200, 3xx], json: { $.ok: "true" }, max: 500ms }
                  extract: { token: { json: "data.tokens[0]" } }
                - { name: pay, method: put, url: /pay, headers: { Authorization: "Bearer ${env.API_TOKEN}", X-Cart: "${token}" }, timeout: 2s }
            thresholds:
              http_req_duration: ["p(95) < 500", { threshold: "p(99.9)<2000", abortOnFail: true, delayAbortEval: 10s }]
              "http_req_failed{name:pay}": ["rate<0.01"]
              "checks{check:login: status is 200 or 3xx}": ["rate>0.99"]
              "iterations{flow:buy}": ["count>=50"]
            """);
        plan.Scenarios.Select(one => (one.Name, one.Word, one.Flow, one.Length.TotalSeconds))
            .ShouldBe([("browse", "ramping-vus", "default", 91.5), ("buy", "constant-arrival-rate", "checkout", 120)]);
        plan.Scenarios[1].MaxUsers.ShouldBe(50);
        plan.Origins.ShouldBe(["http://shop.example:8080"]);
        plan.Secrets.ShouldBe(["s3cret"]);
        var values = new IterationValues { Scenario = "buy", User = 3, Extracted = ["a\"b"], Rows = [["7", "Ann & Bob"]], Iteration = 5 };
        plan.Flows["default"].Steps[0].Url.Expand(values).ShouldBe("http://shop.example:8080/items/7?user=Ann%20%26%20Bob");
        plan.Flows["default"].Steps[0].Url.Shown.ShouldBe("${env.BASE_URL}/items/${users.id}?user=${users.name}");
        var (login, pay) = (plan.Flows["checkout"].Steps[0], plan.Flows["checkout"].Steps[1]);
        (login.Method, login.Body!.Expand(values)).ShouldBe(("POST", """{"user":"Ann \u0026 Bob","pin":12,"remember":true}"""));
        (login.Expects(200), login.Expects(302), login.Expects(201)).ShouldBe((true, true, false));
        pay.Headers.Select(header => header.Value.Expand(values)).ShouldBe(["Bearer s3cret", "a\"b"]);
        plan.Thresholds.Select(one => (one.Text, one.AbortsRun)).ShouldBe(
            [("p(95) < 500", false), ("p(99.9)<2000", true), ("rate<0.01", false), ("rate>0.99", false), ("count>=50", false)]);
    }

    [Fact]
    public void K6sOptionsAsJson_AreTheFile_WithRequestsBesideThem()
    {
        var plan = LoadPlanReader.Read("""
            { "vus": 3, "duration": "30s", "thresholds": { "http_req_duration": ["p(95)<200"] }, "summaryTrendStats": ["p(99.9)"],
              "requests": [ { "url": "https://shop.example/" } ] }
            """, "options.json", Around);
        var one = plan.Scenarios.Single();
        (one.Executor, one.Users, one.Duration).ShouldBe((ExecutorKind.ConstantVus, 3, TimeSpan.FromSeconds(30)));
        plan.TrendStatistics.ShouldBe(["p(99.9)"]);
    }

    [Theory]
    [InlineData("vus: 0\n" + Requests, "load.yaml:1:6: key `vus`: 0 is not a whole number from 1 to 20000")]
    [InlineData(
        "duration: 5 minutes\n" + Requests,
        "load.yaml:1:11: key `duration`: \"5 minutes\" is not a duration above 0; write for example 90s, 1m30s or 500ms, at most 168h")]
    [InlineData(
        "hosts: {}\n" + Requests,
        "load.yaml:1:1: key `hosts`: is an option of k6 that this driver does not have; leave it away, or let k6 make the load: `engine: k6`")]
    [InlineData("threshold: {}\n" + Requests, "load.yaml:1:1: key `threshold`: is not known; did you mean \"thresholds\"?")]
    [InlineData("vus: 1\n", "key `scenarios.default.exec`: has nothing to do: `requests` is missing at the top of the file")]
    [InlineData(
        "scenarios: { a: { executor: constant-vu, duration: 1s } }\n" + Requests,
        "key `scenarios.a.executor`: \"constant-vu\" is no executor; did you mean \"constant-vus\"?")]
    [InlineData("scenarios: { a: { executor: constant-vus } }\n" + Requests, "key `scenarios.a.duration`: is missing; constant-vus needs duration")]
    [InlineData(
        "scenarios: { a: { executor: constant-vus, duration: 1s, rate: 3 } }\n" + Requests,
        "key `scenarios.a.rate`: is not for constant-vus; valid: executor, startTime")]
    [InlineData(
        "scenarios: { a: { executor: constant-vus, duration: 1s, exec: checkot } }\nflows: { checkout: [{ url: \"http://a/\" }] }\n",
        "key `scenarios.a.exec`: \"checkot\" is no flow; did you mean \"checkout\"?")]
    [InlineData(
        "thresholds: { http_req_duratoin: [\"p(95)<5\"] }\n" + Requests,
        "key `thresholds.http_req_duratoin`: is no metric of this driver; did you mean \"http_req_duration\"?")]
    [InlineData(
        "thresholds: { \"http_req_duration{name:homepag}\": [\"p(95)<5\"] }\nrequests: [{ url: \"http://a/\", name: homepage }]\n",
        "asks for name \"homepag\", which nothing in the file has; did you mean \"homepage\"?")]
    [InlineData(
        "thresholds: { \"http_req_duration{methd:GET}\": [\"p(95)<5\"] }\n" + Requests,
        "has the tag \"methd\", which samples of http_req_duration never have; did you mean \"method\"?")]
    [InlineData("thresholds: { checks: [\"p(95)<5\"] }\n" + Requests, "\"p(95)<5\" asks a rate for p(95); valid: rate")]
    [InlineData("thresholds: { checks: [\"rate<1%\"] }\n" + Requests, "\"rate<1%\" has \"1%\" where a number belongs")]
    [InlineData("requests: [{ url: /a }]\n", "key `requests[0].url`: \"/a\" has no host; write a whole address, or `baseUrl` at the top of the file")]
    [InlineData("requests: [{ url: \"ftp://a/\" }]\n", "\"ftp://a/\" is not an http or https address")]
    [InlineData("requests: [{ url: \"http://u:p@a/\" }]\n", "holds a user's name or password")]
    [InlineData(
        "requests: [{ url: \"http://a/\", extract: { host: { header: X-Host } } }, { url: \"http://${host}/\" }]\n",
        "takes its host from data or from an answer; only the part after the host may change")]
    [InlineData(
        "requests: [{ url: \"http://a/${tken}\" }]\n",
        "names \"tken\", which is not known here; valid: vu, iteration, scenario; variables are listed under")]
    [InlineData("requests: [{ url: \"http://a/${env.HOME}\" }]\n", "names \"env.HOME\", which is not known here")]
    [InlineData("secrets: [MISSING]\n" + Requests, "load.yaml:1:11: key `secrets`: \"MISSING\" is not set in the environment")]
    [InlineData(
        "requests: [{ url: \"http://a/\", expect: { status: 20 } }]\n",
        "key `requests[0].expect.status`: \"20\" is no status; write for example 200, [200, 304] or 2xx")]
    [InlineData("requests: [{ url: \"http://a/\", expect: { body-matches: \"(\" } }]\n", "is not a pattern")]
    [InlineData("requests: [{ url: \"http://a/\", extract: { a: { json: \"a..b\" } } }]\n", "\"a..b\" is not a path; write for example data.items[0].id")]
    [InlineData("data: { users: none.csv }\n" + Requests, "key `data.users`: none.csv: cannot be read")]
    [InlineData("engine: k6\nvus: 3\n", "key `script`: is missing; `engine: k6` runs a script of k6")]
    [InlineData("engine: k6\nscript: a.js\nvus: 3\n", "key `vus`: is not for `engine: k6`: k6 takes its options from the script")]
    public void AMistake_IsNamedWithItsPlaceAndWhatWouldBeRight(string text, string message) =>
        Should.Throw<UsageException>(() => Read(text)).Message.ShouldContain(message);

    [Fact]
    public void ASecretIsInNoMessage() =>
        Should.Throw<UsageException>(() => Read("secrets: [API_TOKEN]\nrequests: [{ url: \"ftp://${env.API_TOKEN}/\" }]\n")).Message.ShouldNotContain("s3cret");

    [Theory]
    [InlineData("a.b[1].c", "x")]
    [InlineData("$.a.b[1].c", "x")]
    [InlineData("a.n", "1.50")]
    [InlineData("a.b", null)]
    [InlineData("a.b[9].c", null)]
    [InlineData("z", null)]
    public void APathFindsOneValue(string path, string? expected) =>
        JsonPick.Of("""{"a":{"b":[0,{"c":"x"}],"n":1.50}}"""u8.ToArray(), path).ShouldBe(expected);

    private static PlanSurroundings Around { get; } = new(
        path => path == "users.csv" ? "id,name\n7,Ann & Bob\n8,Cy\n" : throw new UsageException(path + ": cannot be read"),
        name => name == "API_TOKEN" ? "s3cret" : null);

    private static LoadPlan Read(string text) => LoadPlanReader.Read(text, "load.yaml", Around);
}
