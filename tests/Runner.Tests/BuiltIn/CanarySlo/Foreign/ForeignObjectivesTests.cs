using Gates.BuiltIn.CanarySlo.Foreign;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.CanarySlo.Foreign;

public sealed class ForeignObjectivesTests
{
    [Fact]
    public void OpenSlo_ARatioOfGoodOnes_AndAThreshold()
    {
        Read("""
            apiVersion: openslo/v1
            kind: SLO
            metadata: { name: checkout }
            spec:
              budgetingMethod: Occurrences
              indicator:
                spec:
                  ratioMetric:
                    counter: true
                    good: { metricSource: { type: Prometheus, spec: { query: 'sum(rate(ok[{{.window}}]))' } } }
                    total: { metricSource: { type: Prometheus, spec: { query: 'sum(rate(all_total[5m]))' } } }
              objectives: [{ displayName: a, target: 0.999 }, { targetPercent: 99 }]
            ---
            apiVersion: openslo/v1
            kind: SLO
            metadata: { name: latency }
            spec:
              indicator: { spec: { thresholdMetric: { metricSource: { type: Prometheus, spec: { query: 'p99' } } } } }
              objectives: [{ op: lte, value: 0.5, target: 0.99 }]
            """).ShouldBe([
            "checkout good:sum(rate(ok[1m])) total:sum(rate(all_total[5m])) min:0.999",
            "checkout-2 good:sum(rate(ok[1m])) total:sum(rate(all_total[5m])) min:0.99",
            "latency query:p99 max:0.5",
        ]);
    }

    [Fact]
    public void Sloth_EventsWithTheirWindow_AndARawRatio() => Read("""
        version: "prometheus/v1"
        service: "myservice"
        slos:
          - name: "requests-availability"
            objective: 99.9
            sli:
              events:
                error_query: sum(rate(http_requests_total{code=~"(5..|429)"}[{{.window}}]))
                total_query: sum(rate(http_requests_total[{{ .window }}]))
            alerting: { name: MyServiceHighErrorRate }
          - name: raw
            objective: 95
            sli: { raw: { error_ratio_query: 'errors:ratio' } }
        """).ShouldBe([
        "requests-availability bad:sum(rate(http_requests_total{code=~\"(5..|429)\"}[1m])) total:sum(rate(http_requests_total[1m])) max:0.001",
        "raw query:errors:ratio max:0.05",
    ]);

    [Fact]
    public void Pyrra_SelectorsAreReadRaw_AndWhatItCannotSayIsLeftOut()
    {
        Read("""
            apiVersion: pyrra.dev/v1alpha1
            kind: ServiceLevelObjective
            metadata: { name: api, namespace: monitoring }
            spec:
              target: "99"
              window: 2w
              indicator:
                ratio: { errors: { metric: 'http_requests_total{code=~"5.."}' }, total: { metric: http_requests_total } }
            ---
            apiVersion: pyrra.dev/v1alpha1
            kind: ServiceLevelObjective
            metadata: { name: slow }
            spec:
              target: "95"
              indicator:
                latency: { success: { metric: 'd_bucket{le="1"}' }, total: { metric: d_count } }
            ---
            apiVersion: pyrra.dev/v1alpha1
            kind: ServiceLevelObjective
            metadata: { name: up }
            spec: { target: "99", indicator: { bool_gauge: { metric: up } } }
            """).ShouldBe([
            "api bad:http_requests_total{code=~\"5..\"} total:http_requests_total max:0.01 raw",
            "slow good:d_bucket{le=\"1\"} total:d_count min:0.95 raw",
            "# up: was left out, since it has an indicator other than `ratio` and `latency`",
        ]);
    }

    [Fact]
    public void Argo_SuccessAndFailureConditions_AndArgumentsThatStay() => Read("""
        apiVersion: argoproj.io/v1alpha1
        kind: AnalysisTemplate
        metadata: { name: success-rate }
        spec:
          args: [{ name: service-name }]
          metrics:
            - name: success-rate
              interval: 5m
              successCondition: result[0] >= 0.95
              failureLimit: 3
              provider: { prometheus: { address: 'http://p:9090', query: 'sum(rate(ok{s="{{args.service-name}}"}[5m]))' } }
            - name: errors
              failureCondition: result[0] >= 0.1
              provider: { prometheus: { query: errors } }
            - name: both
              successCondition: len(result) > 0 && result[0] < 1
              provider: { prometheus: { query: x } }
            - name: job
              successCondition: result > 1
              provider: { job: {} }
        """).ShouldBe([
        "success-rate query:sum(rate(ok{s=\"{{args.service-name}}\"}[5m])) min:0.95",
        "errors query:errors max:0.1",
        "# success-rate: {{args.service-name}} is for its own tool to fill in; write the value",
        "# both: was left out, since it has a condition other than one number's",
        "# job: was left out, since it has a provider other than Prometheus",
    ]);

    [Fact]
    public void Flagger_MetricsWithTheirTemplates_AndItsOwnOnes() => Read("""
        apiVersion: flagger.app/v1beta1
        kind: MetricTemplate
        metadata: { name: not-found }
        spec: { provider: { type: prometheus, address: 'http://p:9090' }, query: '100 - sum(rate(r{status!="404"}[{{ interval }}]))' }
        ---
        apiVersion: flagger.app/v1beta1
        kind: Canary
        metadata: { name: podinfo }
        spec:
          analysis:
            interval: 1m
            metrics:
              - { name: "404s percentage", templateRef: { name: not-found }, thresholdRange: { max: 5 }, interval: 1m }
              - { name: request-success-rate, thresholdRange: { min: 99 } }
              - { name: gone, templateRef: { name: elsewhere }, thresholdRange: { min: 1 } }
        """).ShouldBe([
        "404s percentage query:100 - sum(rate(r{status!=\"404\"}[1m])) max:5",
        "# request-success-rate: was left out, since it has a metric that is built into Flagger",
        "# gone: was left out, since it has the MetricTemplate elsewhere, which is not in the file",
    ]);

    [Fact]
    public void ToYaml_IsWhatAGateReads()
    {
        var yaml = ObjectivesYaml.Of(ForeignObjectives.Read("""
            version: prometheus/v1
            slos: [{ name: 'a "b"', objective: 99, sli: { events: { error_query: 'x{l="\\d"}', total_query: 'y' } } }]
            """, "slo.yml"), "slo.yml");

        yaml.ShouldStartWith("# Made by `gates objectives` from slo.yml");
        var one = YamlReader.Read(yaml, "x")[0].Get("objectives")!.Items.ShouldHaveSingleItem();
        (one.Get("name")!.Text, one.Get("bad")!.Text, one.Get("max")!.Value).ShouldBe(("a \"b\"", "x{l=\"\\\\d\"}", 0.01));
    }

    [Fact]
    public void Read_AnythingElse_NamesTheKnownKinds() =>
        Should.Throw<UsageException>(() => ForeignObjectives.Read("kind: Deployment\n", "d.yml")).Message
            .ShouldStartWith("d.yml holds no objectives of a known kind");

    private static List<string> Read(string yaml)
    {
        var read = ForeignObjectives.Read(yaml, "slo.yml");
        return
        [
            .. read.Objectives.Select(one => one.Name
                + Part("bad", one.Bad) + Part("good", one.Good) + Part("total", one.Total) + Part("query", one.Query)
                + Part("max", one.Max) + Part("min", one.Min) + (one.Raw ? " raw" : "")),
            .. read.Notes.Select(note => "# " + note),
        ];
    }

    private static string Part(string key, object? value) => value is null or "" ? "" : FormattableString.Invariant($" {key}:{value}");
}
