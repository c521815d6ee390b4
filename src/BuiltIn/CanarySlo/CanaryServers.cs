using Gates.Doors.Prometheus;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;

namespace Gates.BuiltIn.CanarySlo;

/// <summary>The servers that a rollout is asked of: the one under <c>prometheus</c>, and those that objectives name.</summary>
internal sealed class CanaryServers : IDisposable
{
    private readonly Dictionary<string, PrometheusClient> clients = new(StringComparer.Ordinal);

    private CanaryServers(string authority) => Authority = authority;

    /// <value>Host and port of the first.</value>
    public string Authority { get; }

    public PrometheusClient Default => Of("");

    /// <exception cref="UsageException">A server cannot be meant, or an objective names none of them.</exception>
    public static void Check(CanarySloOptions options, IEnumerable<string> named)
    {
        if (options.Prometheus.Url.Length > 0)
        {
            PrometheusCheck.Of(options.Prometheus);
        }

        foreach (var server in options.Servers)
        {
            PrometheusCheck.Of(server);
        }

        if (options.Servers.GroupBy(server => server.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new UsageException($"canary-slo: `servers`: \"{twice.Key}\" stands twice; give each its own `name`");
        }

        var valid = options.Servers.Select(server => server.Name).ToList();
        if (named.FirstOrDefault(name => name.Length > 0 && !valid.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            var choice = valid.Count > 0 ? $"; valid: {string.Join(", ", valid)}" : ", which is empty";
            throw new UsageException($"canary-slo: `server`: \"{unknown}\" is none of `servers`{choice}");
        }
    }

    /// <param name="options">The servers; <see cref="Check"/> has passed.</param>
    /// <param name="named">The names that objectives use; others are not asked, and their credentials not read.</param>
    /// <param name="rules">Where certificates and tokens stand.</param>
    /// <param name="services">The doors.</param>
    public static CanaryServers Open(CanarySloOptions options, IEnumerable<string> named, ISourceTree rules, GateServices services)
    {
        var servers = new CanaryServers(new Uri(options.Prometheus.Url).Authority);
        servers.Add("", options.Prometheus, rules, services);
        foreach (var server in options.Servers.Where(server => named.Contains(server.Name, StringComparer.Ordinal)))
        {
            servers.Add(server.Name, server, rules, services);
        }

        return servers;
    }

    public PrometheusClient Of(string name) => clients[name];

    /// <summary>Returns when all answer: how far the first one's clock is ahead of this machine's.</summary>
    public async Task<TimeSpan> WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var ahead = await Default.WaitUntilReadyAsync(cancellationToken);
        foreach (var client in clients.Values.Where(client => client != Default))
        {
            await client.WaitUntilReadyAsync(cancellationToken);
        }

        return ahead;
    }

    public void Dispose()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }
    }

    private void Add(string name, PrometheusOptions options, ISourceTree rules, GateServices services) => clients[name] = new PrometheusClient(
        PrometheusEndpoint.Open(options, rules, services.Variables),
        services.Http,
        services.Time,
        new PrometheusLimits { Timeout = options.Timeout });
}
