using Gates.Attestation.Envelopes;
using Gates.Attestation.Sigstore;
using Gates.Doors.Sigstore;

namespace Gates.Attestation.Signing;

/// <summary>
/// Who is asked to sign without a key: chosen from a <c>signing_config.json</c>, v0.2 of Sigstore's protobuf-specs, among the services that count now and whose
/// API is spoken here.
/// </summary>
internal sealed record SigningServices
{
    private const string MediaType = "application/vnd.dev.sigstore.signingconfig.v0.2+json";
    private const int MaxServices = 50;

    /// <value>What Sigstore's public instances are reached under: whatever they log, everybody reads.</value>
    private static readonly string[] Public = ["sigstore.dev", "sigstage.dev"];

    /// <value>Fulcio.</value>
    public required Uri Authority { get; init; }

    /// <value>Rekor, each with the version of its API: 1 or 2. None for an instance without logs.</value>
    public required IReadOnlyList<(Uri Address, int Version)> Logs { get; init; }

    /// <value>RFC 3161.</value>
    public required IReadOnlyList<Uri> TimestampAuthorities { get; init; }

    /// <value>A host whose logs are known to be everybody's; <see langword="null"/> where none is. Fulcio's certificates are logged, too.</value>
    public string? PublicHost => Logs.Select(log => log.Address).Prepend(Authority).Select(address => address.IdnHost)
        .FirstOrDefault(host => Public.Any(name => host == name || host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase)));

    /// <param name="utf8">The file.</param>
    /// <param name="source">How to name it.</param>
    /// <param name="now">Services have their times.</param>
    /// <exception cref="EvidenceFormatException">Not such a file, or one without a service that is needed.</exception>
    public static SigningServices Read(ReadOnlyMemory<byte> utf8, string source, DateTimeOffset now)
    {
        var root = EvidenceJson.Parse(utf8, source);
        if (root.Text("mediaType") is var mediaType && mediaType != MediaType)
        {
            throw root.Wrong("mediaType", $"`{mediaType}` is not a signing configuration of Sigstore ({MediaType})");
        }

        var authorities = Services(root, "caUrls", [1], now);
        var logs = Chosen(root, "rekorTlogUrls", "rekorTlogConfig", [1, 2], now);
        var stamps = Chosen(root, "tsaUrls", "tsaConfig", [1], now);
        if (authorities.Count == 0)
        {
            throw root.Wrong("caUrls", "no certificate authority that counts now, with version 1 of its API");
        }

        return logs.Count == 0 && stamps.Count == 0
            ? throw root.Wrong("tsaUrls", "neither a signature log nor a timestamp authority that counts now, so nothing would prove when anything is signed")
            : !logs.Exists(log => log.Version == 1) && stamps.Count == 0
                ? throw root.Wrong("tsaUrls", "a log with version 2 of the API tells no time, and there is no timestamp authority that counts now")
                : new SigningServices
                {
                    Authority = authorities[0].Address,
                    Logs = logs.ConvertAll(log => (log.Address, log.Version)),
                    TimestampAuthorities = stamps.ConvertAll(stamp => stamp.Address),
                };
    }

    /// <summary>One of each operator, as many as the file asks for: any one, all, or a count.</summary>
    private static List<Service> Chosen(EvidenceJson root, string list, string rule, int[] versions, DateTimeOffset now)
    {
        var services = Services(root, list, versions, now).DistinctBy(service => service.Operator).ToList();
        var selector = root.OptionalObject(rule);
        switch (selector?.OptionalText("selector"))
        {
            case "ALL":
                return services;
            case "EXACT":
                var count = (int)Math.Min(selector.Value.Count("count"), MaxServices + 1);
                return services.Count >= count && count > 0
                    ? services[..count]
                    : throw root.Wrong(rule, FormattableString.Invariant($"asks for {count} services of different operators, and {services.Count} count now"));
            case "ANY" or null:
                return [.. services.Take(1)];
            case var other:
                throw root.Wrong(rule, $"the selector `{other}` is none of ANY, ALL and EXACT");
        }
    }

    /// <summary>The newest API first, then the newest service.</summary>
    private static List<Service> Services(EvidenceJson root, string list, int[] versions, DateTimeOffset now) =>
    [
        .. root.List(list, MaxServices).Select(one => Service.Read(one))
            .Where(one => versions.Contains(one.Version) && one.Validity.Contains(now))
            .OrderByDescending(one => one.Version).ThenByDescending(one => one.Validity.Start),
    ];

    private sealed record Service(Uri Address, int Version, string Operator, TimeRange Validity)
    {
        public static Service Read(EvidenceJson service) => SigstoreClient.IsAddress(service.Text("url"), out var address)
            ? new Service(
                address,
                (int)Math.Min(service.Count("majorApiVersion"), int.MaxValue),
                service.OptionalText("operator") ?? address.Authority,
                TimeRange.Of(service))
            : throw service.Wrong("url", $"`{service.Text("url")}` is not an https address, or one of this machine");
    }
}
