namespace Acceptance.Tests.Canary;

/// <summary>A real Prometheus that scrapes a service which fails in bursts, every second.</summary>
public sealed class LiveServer : PrometheusServer
{
    private readonly FailingExporter exporter = new();

    protected override string Configuration => $$"""
        global: { scrape_interval: 1s }
        scrape_configs: [{ job_name: shop, static_configs: [{ targets: ["127.0.0.1:{{exporter.Port}}"] }] }]
        """;

    public override async ValueTask DisposeAsync()
    {
        exporter.Dispose();
        await base.DisposeAsync();
    }
}
