using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Kubernetes;

/// <summary>
/// Reads one context of a kubeconfig. The package's reader is not used: it looks for files on its own, runs what <c>exec</c> names before anybody asked,
/// takes a name in any case, and believes one certificate of several.
/// </summary>
internal sealed class Kubeconfig
{
    private readonly KubeconfigChoice choice;
    private readonly KubeconfigFiles files;
    private readonly DocumentNode root;
    private readonly TimeProvider time;

    private Kubeconfig(KubeconfigChoice choice, KubeconfigFiles files, DocumentNode root, TimeProvider time)
    {
        this.time = time;
        this.choice = choice;
        this.files = files;
        this.root = root;
    }

    /// <exception cref="UsageException">The file, or what it names, is not to be used; the message says what would be right.</exception>
    public static KubernetesAccess Read(KubeconfigChoice choice, TimeProvider time)
    {
        var all = new KubeconfigFiles(choice);
        try
        {
            return YamlReader.Read(Encoding.UTF8.GetString(all.Config()), choice.Path) is [{ Kind: NodeKind.Map } map]
                ? new Kubeconfig(choice, all, map, time).Access()
                : throw all.Refusal("it is not one map");
        }
        catch (DocumentException e)
        {
            throw new UsageException($"the kubeconfig cannot be read: {Escape.OneLine(e.Message)}");
        }
    }

    private KubernetesAccess Access()
    {
        var context = Named("contexts", "context", choice.Context.Length > 0 ? choice.Context : OnlyContext());
        var cluster = Named("clusters", "cluster", context.GetText("cluster") ?? throw files.Refusal("its context names no cluster"));
        var user = context.GetText("user") is { Length: > 0 } name ? Named("users", "user", name) : null;
        var server = Server(cluster);
        var isInsecure = cluster.Get("insecure-skip-tls-verify")?.Value is true;
        if (isInsecure && !choice.AllowInsecure)
        {
            throw files.Refusal("`insecure-skip-tls-verify` believes whoever answers; name the cluster's certificate-authority instead");
        }

        if (cluster.GetText("proxy-url") is { Length: > 0 })
        {
            throw files.Refusal("`proxy-url` is not spoken; set HTTPS_PROXY");
        }

        var token = user is null ? null : Token(user);
        if (token is not null && server is { Scheme: "http", IsLoopback: false })
        {
            throw files.Refusal($"{server.Authority} is asked over http, where everybody on the way can read the credential; use https");
        }

        return new KubernetesAccess
        {
            Server = server,
            Authorities = Authorities(cluster),
            ServerName = cluster.GetText("tls-server-name") ?? "",
            IsInsecure = isInsecure,
            Token = token,
            Client = user is null ? null : Client(user),
            Namespace = context.GetText("namespace") is { Length: > 0 } space ? KubernetesNames.Label(space, "namespace") : "default",
        };
    }

    /// <summary>Of several, the file's own choice is not asked: it is whatever somebody worked with last.</summary>
    private string OnlyContext() => root.Get("contexts")?.Items is [var only] && only.GetText("name") is { Length: > 0 } name
        ? name
        : throw files.Refusal($"it has several contexts; name one of {Names("contexts")} in {ClusterFromEnvironment.ContextVariable}");

    private DocumentNode Named(string list, string key, string name)
    {
        var found = (root.Get(list)?.Items ?? []).Where(item => item.GetText("name") == name).ToList();
        return found is [var item] && item.Get(key) is { Kind: NodeKind.Map } node
            ? node
            : throw files.Refusal(
                found.Count > 1 ? $"`{list}` has {Say.Quote(name)} several times"
                    : $"`{list}` has no {Say.Quote(name)}; there are {Names(list)}");
    }

    private string Names(string list) =>
        root.Get(list)?.Items is { Count: > 0 } items ? Say.List(items.Take(10).Select(item => Say.Quote(item.GetText("name") ?? ""))) : "none";

    private Uri Server(DocumentNode cluster) =>
        Uri.TryCreate(cluster.GetText("server"), UriKind.Absolute, out var server)
        && server is { UserInfo: "", Query: "", Fragment: "", Scheme: "https" or "http" }
            ? server
            : throw files.Refusal("`server` is no address such as https://cluster.example.org:6443");

    private X509Certificate2Collection? Authorities(DocumentNode cluster)
    {
        if (files.Content(cluster, "certificate-authority") is not { } pem)
        {
            return null;
        }

        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            // Said below, together with a file that has none.
        }

        return authorities.Count > 0 ? authorities : throw files.Refusal("`certificate-authority` holds no PEM certificate");
    }

    private (string Certificate, string Key)? Client(DocumentNode user)
    {
        var (certificate, key) = (files.Content(user, "client-certificate"), files.Content(user, "client-key"));
        if (certificate is null && key is null)
        {
            return null;
        }

        try
        {
            using var both = X509Certificate2.CreateFromPem(certificate, key);
            return (certificate!, key!);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw files.Refusal("`client-certificate` and `client-key` are not a PEM certificate and its own, unencrypted key");
        }
    }

    private Func<CancellationToken, Task<string>>? Token(DocumentNode user)
    {
        if (user.Get("auth-provider") is not null)
        {
            throw files.Refusal("`auth-provider` is no longer known to Kubernetes since 1.26; use a token, or `exec`");
        }

        if (user.Get("username") is not null || user.Get("password") is not null)
        {
            throw files.Refusal("passwords are no longer known to Kubernetes since 1.19; use a token or a client certificate");
        }

        if (user.Get("as") is not null)
        {
            throw files.Refusal("`as` is not spoken: the account would be another one; name its own user");
        }

        if (user.Get("exec") is { } exec)
        {
            return choice.ExecEnvironment is { } environment
                ? new ExecCredential(files, exec, environment, time).GetAsync
                : throw files.Refusal("`exec` runs a program, which has to be allowed explicitly; or use a token");
        }

        // Kubernetes' own order: a file wins over a token that stands in the kubeconfig.
        if (user.GetText("tokenFile") is { Length: > 0 } file)
        {
            return TokenFile(files.Checked(file, "tokenFile"));
        }

        return user.GetText("token") is { Length: > 0 } token ? _ => Task.FromResult(token) : null;
    }

    /// <summary>Reads a token each time, since whoever rotates it writes the file anew.</summary>
    internal static Func<CancellationToken, Task<string>> TokenFile(string path) =>
        async cancellationToken =>
        {
            try
            {
                return (await File.ReadAllTextAsync(path, cancellationToken)).Trim();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new KubernetesException(
                    KubernetesFault.CredentialUnusable,
                    $"the token file {Say.Path(path)} cannot be read: {Escape.OneLine(e.Message)}");
            }
        };
}

/// <summary>Which kubeconfig and which context of it, as the user named them.</summary>
/// <param name="Path">The file. It is never looked for.</param>
/// <param name="Context">The context's name; empty for the only one.</param>
/// <param name="Workspace">Where other people's files are: none of them is believed.</param>
internal sealed record KubeconfigChoice(string Path, string Context, string Workspace)
{
    /// <value>Variables for the program that <c>exec</c> names, beside the search path; <see langword="null"/> refuses to run one.</value>
    public IReadOnlyDictionary<string, string>? ExecEnvironment { get; init; }

    /// <value>Whether a cluster may be asked whose certificate nobody checks.</value>
    public bool AllowInsecure { get; init; }
}
