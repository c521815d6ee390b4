using System.Text.Json;
using Gates.BuiltIn.CanarySlo;
using Gates.BuiltIn.CanarySlo.Alerting;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Doors.Prometheus;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.CanarySlo.Alerting;

public sealed class AlertingTests
{
    private static readonly AlertedObjectives All = Alerted();

    /// <summary>The whole preset, a value with two limits, names that need quoting, a raw ratio, milder limits of a service.</summary>
    private static AlertedObjectives Alerted()
    {
        var options = new CanarySloOptions
        {
            Prometheus = new PrometheusOptions { Url = "https://prometheus.example" },
            Preset = "api-service",
            Selector = "track=\"canary\"",
            ThresholdsFile = "limits.yml",
            Service = "checkout",
            Objectives =
            [
                new() { Name = "a \"quoted\" name\\", Query = "sum(x{l=\"a\\\\b\"})", Max = 5L, Min = -1L },
                new() { Name = "raw", Raw = true, Bad = "f{a=\"b\"}", Total = "g", Max = "1%" },
            ],
        };
        var tree = new MemoryTree(("limits.yml", """
            version: 1
            global: { error-rate: { warning: ["value < 0.005"], error: ["value < 0.01"] } }
            service: { checkout: { error-rate: { error: ["value < 0.02"] } } }
            """));
        return new CanarySloGate(options, new GateServices(TimeProvider.System)).Alerted(tree, ".github/gates.yml") with { Release = "v1.2.0" };
    }

    [Fact]
    public void Rules_AreTakenByPromtool_AndAlertWhenTheyMust()
    {
        Assert.SkipUnless(ExternalProgram.Exists("promtool"), "needs promtool (Debian: prometheus)");
        using var folder = new TempFolder();
        folder.Write("rules.yml", new PrometheusRules(All).Rules());
        folder.Write("tests.yml", new PrometheusRules(All).Tests("rules.yml"));

        var check = ExternalProgram.Run("promtool", ["check", "rules", "--lint-fatal", "rules.yml"], folder.Path);
        var test = ExternalProgram.Run("promtool", ["test", "rules", "tests.yml"], folder.Path);

        check.ExitCode.ShouldBe(0, check.ToString());
        test.ExitCode.ShouldBe(0, test.ToString());
        folder.Write("tests.yml", new PrometheusRules(All).Tests("rules.yml").Replace("value: 1", "value: 0", StringComparison.Ordinal));
        ExternalProgram.Run("promtool", ["test", "rules", "tests.yml"], folder.Path).ExitCode.ShouldBe(1, "the tests must see the alerts");
    }

    [Fact]
    public void Rules_TakeTheServicesLimitBeforeTheGlobalOne_AndMilderOnesAreTickets()
    {
        var limits = Rules().Where(rule => Text(rule, "alert") == "ObjectiveBroken" && Label(rule, "objective") == "error-rate")
            .Select(rule => $"{Label(rule, "severity")} {Label(rule, "limit")} {Label(rule, "service")} {Label(rule, "release")} {Text(rule, "for")}");

        limits.ShouldBe(["page > 0.02 checkout v1.2.0 5m", "ticket > 0.005 checkout v1.2.0 5m"]);
    }

    [Fact]
    public void Rules_OfAShare_CountNoFailureAsNoneAndNoTrafficAsNothing()
    {
        var rules = Rules();

        Text(rules.Single(rule => Text(rule, "record") == PrometheusRules.Value && Label(rule, "objective") == "raw"), "expr")
            .ShouldBe("((sum(rate(f{a=\"b\"}[1m]))) or on() ((sum(rate(g[1m]))) * 0)) / on() ((sum(rate(g[1m]))) > 0)");
        rules.Count(rule => Text(rule, "alert") == "ErrorBudgetBurns").ShouldBe(4);
        rules.Where(rule => Text(rule, "alert") == "ErrorBudgetBurns").Select(rule => Label(rule, "severity")).ShouldBe(["page", "15min", "ticket", "ticket"]);
    }

    [Fact]
    public void Routes_HaveAReceiverForEachSeverity()
    {
        var yaml = Yaml(AlertRoutes.Write(All));

        yaml.Get("receivers")!.Items.Select(receiver => Text(receiver, "name")).ShouldBe(PrometheusRules.Severities);
        yaml.Get("route")!.Get("routes")!.Items.Select(route => Text(route, "receiver")).ShouldBe(PrometheusRules.Severities);
    }

    [Fact]
    public void Dashboard_HasAPanelForEachObjectiveWithItsLimits()
    {
        using var dashboard = JsonDocument.Parse(GrafanaDashboard.Write(All));

        var root = dashboard.RootElement;
        root.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["gates", "checkout", "v1.2.0"]);
        var panels = root.GetProperty("panels").EnumerateArray().ToList();
        panels.ConvertAll(panel => panel.GetProperty("title").GetString())
            .ShouldBe(["error-rate", "p95", "p99", "5xx-per-minute", "auth-failures", "a \"quoted\" name\\", "raw", "Error budget: pace"]);
        panels[0].GetProperty("fieldConfig").GetProperty("defaults").GetProperty("thresholds").GetProperty("steps").EnumerateArray()
            .Select(step => step.GetProperty("value"))
            .Select(value => value.ValueKind == JsonValueKind.Null ? -1 : value.GetDouble())
            .ShouldBe([-1, 0.005, 0.02]);
    }

    [Fact]
    public void Alerted_WithoutAnObjective_IsRefused() =>
        Should.Throw<UsageException>(() => new CanarySloGate(
            new CanarySloOptions { Prometheus = new PrometheusOptions { Url = "https://p.example" } },
            new GateServices(TimeProvider.System)).Alerted(new MemoryTree(), "x")).Message.ShouldContain("has no objective");

    private static IReadOnlyList<DocumentNode> Rules() => Yaml(new PrometheusRules(All).Rules()).Get("groups")!.Items[0].Get("rules")!.Items;

    private static DocumentNode Yaml(string text) => YamlReader.Read(text, "made.yml")[0];

    private static string? Text(DocumentNode node, string key) => node.Get(key)?.Text;

    private static string? Label(DocumentNode rule, string name) => Text(rule.Get("labels")!, name);
}
