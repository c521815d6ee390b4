using Gates.BuiltIn.CanarySlo.Objectives;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.CanarySlo;

public sealed class MetricNamesTests
{
    [Theory]
    [InlineData("""sum(rate(http_requests_total{track="canary",code=~"5.."}[1m]))""", "http_requests_total(track code)")]
    [InlineData("""sum by (code) (rate(http_requests_total{code!="200", track!~"s.*"}[1m]))""", "http_requests_total()")]
    [InlineData("""sum(job:errors:rate1m)""", "job:errors:rate1m()")]
    [InlineData("""rate(a[5m:30s]) + on (x) group_left (y) (b{z=''} or vector(0)) / 1e3""", "a() b()")]
    [InlineData("""sum(rate(a{q="} evil{x",l=`r`}[1m] offset 5m)) unless ignoring(z) c""", "a(q l) c()")]
    [InlineData("""increase(errors_total{p!="", any=~".*"}[1h])""", "errors_total(p)")]
    [InlineData("""sum(rate({"http.requests", code=~"5..", "service.name"="a", x!="b"}[1m]))""", "http.requests(code service.name)")]
    [InlineData("""sum(rate({"http.requests"}[1m])) # {a="b"}""", "http.requests()")]
    [InlineData("""sum(rate({"service.name"="a", "http.requests"}[1m]))""", "")]
    [InlineData("""sum({__name__="a"})""", "")]
    [InlineData("""vector(0)""", "")]
    public void Selectors_AreTheMetricsWithTheLabelsTheyNeed(string query, string expected) =>
        string.Join(' ', MetricNames.Selectors(query).Select(selector => $"{selector.Metric}({string.Join(' ', selector.Labels)})")).ShouldBe(expected);

    [Theory]
    [InlineData("""sum(rate(a{x="[5m]"}[1m30s])) / sum by (l) (rate({"b.c", x="}"}[2h] offset 5m))""", """a{x="[5m]"} 1m30s 90|{"b.c", x="}"} 2h 7200""")]
    [InlineData("max_over_time(sum(rate(a[1m]))[5m:30s])", "a 1m 60")]
    [InlineData("job:errors:rate1m", "")]
    public void Ranges_AreThoseOfSelectors(string query, string expected) =>
        string.Join('|', PromText.Ranges(query).Select(one => FormattableString.Invariant($"{one.Selector} {one.Range} {one.Seconds}"))).ShouldBe(expected);
}
