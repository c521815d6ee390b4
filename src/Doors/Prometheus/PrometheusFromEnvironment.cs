using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Doors.Prometheus;

/// <summary>The Prometheus that the environment names. What a repository holds says neither where it is nor as whom it is asked.</summary>
/// <param name="Variables">Reads an environment variable; empty counts as unset.</param>
/// <param name="Http">Sends the requests; <see langword="null"/> makes connections of its own.</param>
/// <param name="Time">For time-outs and waits.</param>
internal sealed record PrometheusFromEnvironment(Func<string, string?> Variables, HttpMessageHandler? Http, TimeProvider Time)
{
    /// <value>The server's address, with its path prefix when it has one.</value>
    public const string Url = "GATES_PROMETHEUS_URL";

    /// <value>A bearer token.</value>
    public const string Token = "GATES_PROMETHEUS_TOKEN";

    /// <value>The user of basic authentication.</value>
    public const string User = "GATES_PROMETHEUS_USER";

    /// <value>The user's password.</value>
    public const string Password = "GATES_PROMETHEUS_PASSWORD";

    /// <value>What goes as <c>X-Scope-OrgID</c>, as Mimir, Loki and Cortex tell tenants apart.</value>
    public const string Tenant = "GATES_PROMETHEUS_TENANT";

    /// <value>A PEM file with the authorities that may have signed the server's certificate.</value>
    public const string Authorities = "GATES_PROMETHEUS_CA_FILE";

    /// <param name="tree">Where a relative file stands.</param>
    /// <exception cref="EvaluationException">There is none, or it is not to be used; the message says what would be right.</exception>
    public PrometheusClient Open(ISourceTree tree)
    {
        if (Value(Url) is not { } url)
        {
            throw new EvaluationException($"there is no Prometheus to ask: set {Url} to its address") { IsMissingInput = true };
        }

        var options = new PrometheusOptions
        {
            Url = url,
            TokenEnv = Named(Token),
            UserEnv = Named(User),
            PasswordEnv = Named(Password),
            CaFile = Value(Authorities) ?? "",
            Headers = Value(Tenant) is { } tenant
                ? new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Scope-OrgID"] = tenant }
                : new Dictionary<string, string>(StringComparer.Ordinal),
        };
        try
        {
            PrometheusCheck.Of(options);
        }
        catch (UsageException e)
        {
            throw new EvaluationException($"{Url} and the variables beside it: {e.Message}");
        }

        return new PrometheusClient(PrometheusEndpoint.Open(options, tree, Variables), Http, Time);
    }

    private string Named(string variable) => Value(variable) is null ? "" : variable;

    private string? Value(string name) => Variables(name) is { Length: > 0 } value ? value : null;
}
